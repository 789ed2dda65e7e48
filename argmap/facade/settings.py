# ruff: noqa: PLC0415  # most projects have no settings: then the catalogue of codes is not read
"""Which problems are told of a file: what the settings of its project say, and what was asked for beside them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argmap import files
from argmap.errors import InvalidMap

if TYPE_CHECKING:
    from argmap.codes.selecting import Selection
    from argmap.diagnostics import Diagnostic
    from argmap.formats.settings_file import Settings


@dataclass(frozen=True, slots=True)
class InForce:
    """What holds for one file.

    Attributes:
        selection: Which of its problems are told; None is all but teaching advice.
        strict: Whether its warnings count as errors for an exit code.
    """

    selection: "Selection | None" = None
    strict: bool = False


@dataclass(slots=True)
class ProjectSettings:
    """The settings of files by their names; each folder is looked at once.

    Attributes:
        asked: What was asked for beside the settings. Its `select` takes the place of theirs, its `ignore` is added,
            and either can switch teaching advice on.
        strict: Whether strictness was asked for.
        read: Whether there are to be any settings but those.
    """

    asked: "Selection | None" = None
    strict: bool = False
    read: bool = True
    _found: "dict[Path, tuple[Path, Settings] | None]" = field(default_factory=dict)

    def of(self, name: str) -> InForce:
        """What holds for a file; standard input is one of the current folder.

        Raises:
            InvalidMap: The settings have errors; all of them.
        """
        if not self.read:
            return InForce(self.asked, self.strict)
        path = Path(os.path.abspath(name))  # noqa: PTH100  # not resolved: a link stands where somebody put it
        folder = path.parent
        if folder not in self._found:
            self._found[folder] = _settings_in(folder)
        if (found := self._found[folder]) is None:
            return InForce(self.asked, self.strict)
        file, settings = found
        inside = path.relative_to(file.parent).as_posix()
        return InForce(_together(settings, self.asked, inside), self.strict or settings.strict)

    def of_all(self, names: Iterable[str]) -> tuple[InForce, ...]:
        """What holds for each of some files.

        Raises:
            InvalidMap: Settings have errors; all of all of them.
        """
        found: list[InForce] = []
        wrong: dict[Diagnostic, None] = {}
        for name in names:
            try:
                found.append(self.of(name))
            except InvalidMap as error:
                wrong.update(dict.fromkeys(error.diagnostics))
        if wrong:
            raise InvalidMap(tuple(wrong))
        return tuple(found)

    def selection(self, name: str) -> "Selection | None":
        """Which problems of a file are told, for `examine`."""
        return self.of(name).selection


def _settings_in(folder: Path) -> "tuple[Path, Settings] | None":
    found = files.find_settings(folder)
    if found is None:
        return None
    path, reading = found
    if reading.value is None:
        raise InvalidMap(reading.diagnostics)
    return path, reading.value


def _together(settings: "Settings", asked: "Selection | None", inside: str) -> "Selection":
    from argmap.codes.selecting import Selection

    asked = asked or Selection()
    ignore = dict.fromkeys((*settings.ignored_in(inside), *asked.ignore))
    return Selection(asked.select or settings.select, tuple(ignore), asked.teach or settings.teach)
