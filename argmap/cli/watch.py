"""`argmap watch`: maps checked and drawn again whenever they are saved, and shown in a browser on this machine."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import api, files
from argmap.cli import terminal
from argmap.cli.draw import Wanted, drawn, format_of, names_explained, options_of, own_tables, planned, require_several
from argmap.cli.unusable import Unusable, require_files
from argmap.cli.watch_files import Outbox, Put
from argmap.cli.watch_lines import Lines, watching
from argmap.errors import DrawingFailed, FileProblem, InvalidMap
from argmap.facade.drawing import require_drawable
from argmap.facade.settings import ProjectSettings
from argmap.watching.rounds import Pictures, Round
from argmap.watching.watch import Watch

if TYPE_CHECKING:
    from argmap.renderers.picture import Format, Picture


def run(
    maps: Sequence[str],
    wanted: Wanted,
    *,
    output: str | None,
    form: "Format | None",
    alignment: Sequence[str] = (),
    min_confidence: float = 0.0,
    limits: bool,
    serve: bool,
    port: int | None = None,
    open_browser: bool = False,
) -> int:
    """Watch until Ctrl-C, which is how one ends it: 0."""
    require_several(maps, alignment, min_confidence)
    _require_served(serve=serve, port=port, open_browser=open_browser)
    kinds = _kinds(wanted, output, form, serve=serve)
    inputs = [*alignment, *own_tables(wanted)]
    require_files([*maps, *inputs])
    _require_watchable([*maps, *inputs])
    if kinds:
        with names_explained(), suppress(InvalidMap):  # a theme of one's own may be under work, too
            require_drawable(len(maps), format=kinds[0], **options_of(wanted))

    as_asked = partial(drawn, maps, wanted, alignment=alignment, min_confidence=min_confidence, limits=limits)

    def draw(tell: Callable[[str], None]) -> Pictures:
        try:
            return {kind: as_asked(kind, tell=tell) for kind in kinds}
        except Unusable as problem:
            raise DrawingFailed(str(problem)) from problem

    def compare(tell: Callable[[str], None]) -> Pictures:  # noqa: ARG001  # warnings stand in the comparison
        api.compare(*maps, alignment=alignment, min_confidence=min_confidence, limits=limits, metrics=False)
        return {}

    watch = Watch(
        maps,
        examine=lambda: api.examine(maps, limits=limits, selection=ProjectSettings().selection),  # read anew each time
        draw=draw if kinds else compare if alignment else None,
        also=inputs,
        aside=[str(path) for name in maps for path in files.settings_places(Path(name).parent)],
        idle=_require_reader,
    )
    gc.enable()  # a command that lives as long as this one has waste to collect
    page = _page(maps, port or 0, open_browser=open_browser) if serve else nullcontext(_show_nowhere)
    with suppress(KeyboardInterrupt), page as show:
        terminal.write(watching(maps))
        terminal.finish()
        lines, outbox = Lines(len(maps), draws=bool(kinds)), Outbox()
        for done in watch.rounds():
            told, put = done, None
            if output is not None and done.pictures:
                told, put = _written(done, done.pictures[kinds[0]], output, outbox, watch.paths)
            show(told)
            lines.say(told, put)
    return 0


def _kinds(wanted: Wanted, output: str | None, form: "Format | None", *, serve: bool) -> "Sequence[Format]":
    """The kinds of pictures to draw: that of the file first, and SVG for the page; none to check only."""
    if output is not None:
        _require_replaceable(output)
        kind = format_of(output, form)
        return (kind, "svg") if serve and kind != "svg" else (kind,)
    if form:
        raise Unusable("--format is for the file that -o names, and none is named", hint="add -o FILE or -o DIR/")
    if not serve and wanted != Wanted():
        raise Unusable("these are options of a drawing, and none is made", hint="add -o FILE, -o DIR/ or --serve")
    return ("svg",) if serve else ()


def _require_served(*, serve: bool, port: int | None, open_browser: bool) -> None:
    for option, given in (("--port", port is not None), ("--open", open_browser)):
        if given and not serve:
            raise Unusable(f"{option} is for a page in the browser", hint="add --serve")


def _require_replaceable(output: str) -> None:
    if output == "-" or (files.is_stream(Path(output)) and not files.is_folder(output)):
        raise Unusable("a watch draws again and again, and a pipe takes one drawing", hint="-o FILE or -o DIR/")


def _require_watchable(names: Sequence[str]) -> None:
    for name in names:
        if name == "-" or not Path(name).is_file():
            shown = "standard input" if name == "-" else repr(name)
            raise Unusable(f"{shown} is no file that could be saved again", hint="name a file")


def _written(
    done: Round, first: "Picture", output: str, outbox: Outbox, read: Sequence[str]
) -> tuple[Round, Put | None]:
    """The round with what became of its files; or why they could not be written."""
    try:
        return done, outbox.put(planned((first, *first.sheets), output), read)
    except (Unusable, FileProblem) as problem:
        return replace(done, trouble=str(problem)), None


@contextmanager
def _page(maps: Sequence[str], port: int, *, open_browser: bool) -> Iterator[Callable[[Round], None]]:
    """Serve a page and say where; what comes out shows a round on it."""
    from argmap.watching.board import Board  # noqa: PLC0415  # few serve a page
    from argmap.watching.editions import Editor  # noqa: PLC0415
    from argmap.watching.server import PageServer  # noqa: PLC0415

    board, editor = Board(), Editor(", ".join(Path(name).name for name in maps), files=len(maps))
    server = PageServer(board, port=port)
    try:
        server.start()
        terminal.write(server.url)
        terminal.finish()
        if open_browser:
            _open(server.url)
        yield lambda done: board.post(editor.edition(done))
    finally:
        server.close()


def _show_nowhere(_: Round) -> None:
    """Where no page is served."""


def _open(url: str) -> None:
    import webbrowser  # noqa: PLC0415

    if not webbrowser.open(url):
        terminal.tell(f"no browser could be opened; open {url} in yours")


def _require_reader() -> None:
    """Raise `PipeClosed` once nobody reads standard output any more, where the system can tell."""
    import select  # noqa: PLC0415

    if not hasattr(select, "poll"):  # Windows
        return
    try:
        handle = sys.stdout.fileno()
    except (OSError, ValueError):  # no file: a test's
        return
    poll = select.poll()
    poll.register(handle, 0)  # what went wrong is told without being asked for
    if poll.poll(0):
        raise terminal.PipeClosed
