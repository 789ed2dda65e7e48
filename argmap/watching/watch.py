"""The watch: round after round, one for every save that changed something."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from argmap.diagnostics import Diagnostic
from argmap.errors import InvalidMap
from argmap.facade.opening import Examined
from argmap.watching import looking
from argmap.watching.belongings import all_of, named_by
from argmap.watching.lookout import Lookout
from argmap.watching.rounds import Draw, Made, Round, has_errors, located, made, problems_of
from argmap.watching.stillness import wait_for_stillness


class Watch:
    """Maps that are looked at whenever one of the files they depend on is saved.

    Args:
        maps: Their paths.
        examine: Reads and checks them.
        draw: Draws them; None to check only.
        also: Other files that count: alignments, a theme.
        aside: Files that count, far away maybe or not there, so that they are looked at now and then: settings.
        idle: Called now and then while nothing happens; what it raises ends the watch.
        lookout: What wakes the watch.
        clock: Seconds, from wherever.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        maps: Sequence[str],
        *,
        examine: Callable[[], Sequence[Examined]],
        draw: Draw | None = None,
        also: Sequence[str] = (),
        aside: Sequence[str] = (),
        idle: Callable[[], None] = lambda: None,
        lookout: Lookout | None = None,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._maps = tuple(maps)
        self._examine, self._draw, self._idle = examine, draw, idle
        self._also, self._aside = tuple(also), tuple(aside)
        self._lookout = lookout or Lookout()
        self._clock, self._sleep = clock, sleep
        self._named: Mapping[str, Sequence[str]] = {}
        self._looks: looking.Looks = {}
        self._held: looking.Contents = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that are watched now, also those that are missing."""
        return all_of(self._maps, self._named, (*self._also, *self._aside))

    def rounds(self) -> Iterator[Round]:
        """A round now, and one after every save that changed something, until something raises."""
        try:
            self._take(self.paths)
            yield self._round()
            while True:
                woken = self._lookout.wait(all_of(self._maps, self._named, self._also))
                self._idle()
                if self._changed(woken=woken):
                    yield self._round()
        finally:
            self._lookout.close()

    def _changed(self, *, woken: bool) -> bool:
        """Whether a file holds something else than it did; waits until the save is over.

        How files look is asked first, as it costs nothing. A write that follows another within the tick of the file
        system's clock looks the same, so whoever was woken is not content with that.
        """
        paths = self.paths
        if not woken and looking.looks(paths) == self._looks:
            return False
        self._looks = wait_for_stillness(
            lambda: looking.looks(paths), self._looks, clock=self._clock, sleep=self._sleep
        )
        before, self._held = self._held, looking.contents(paths)
        return self._held != before

    def _take(self, paths: Sequence[str]) -> None:
        """Remember files as they are now, those of them that were not looked at before."""
        new = [path for path in paths if path not in self._held]
        looks = {**self._looks, **looking.looks(new)}
        held = {**self._held, **looking.contents(new)}
        self._looks = {path: looks[path] for path in paths}
        self._held = {path: held[path] for path in paths}

    def _round(self) -> Round:
        began = self._clock()
        problems, examined = self._problems()
        drawing = Made() if self._draw is None or has_errors(problems) else made(self._draw)
        return Round(
            at=datetime.now().astimezone(),
            seconds=self._clock() - began,
            problems=tuple(dict.fromkeys((*problems, *located(drawing.problems, examined)))),
            trouble=drawing.trouble,
            notes=drawing.notes,
            pictures=drawing.pictures,
        )

    def _problems(self) -> tuple[tuple[Diagnostic, ...], Sequence[Examined]]:
        """What is wrong with the maps, and the maps; files that they name now are watched before drawing takes time."""
        try:
            examined = self._examine()
        except InvalidMap as problem:  # the settings have errors
            return problem.diagnostics, ()
        self._named = named_by(examined, self._named)
        self._take(self.paths)
        return problems_of(examined), examined
