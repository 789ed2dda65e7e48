"""What the files of a class are called in a folder: one for each student, and one for the overview."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from argmap.teaching.grading.papers import Grades
from argmap.text import fold

ENDINGS: Final[Mapping[str, str]] = {"text": ".txt", "markdown": ".md", "csv": ".csv", "html": ".html"}

_UNSAFE: Final = re.compile(r"[^\w.-]+")
_LONGEST: Final = 80
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # no names of files on Windows


@dataclass(frozen=True, slots=True)
class Named:
    """The name of the overview, and those of the papers in their order."""

    overview: str
    papers: tuple[str, ...]


def named_files(grades: Grades, form: str) -> Named:
    """Names that are good on every system, and differ whatever the case of letters."""
    ending = ENDINGS[form]
    taken = {"class"}
    found = []
    for paper in grades.papers:
        plain = _UNSAFE.sub("-", fold(paper.name)).strip("-.")[:_LONGEST] or "student"
        base = f"{plain}-map" if _RESERVED.fullmatch(plain) else plain
        name, n = base, 2
        while name.casefold() in taken:
            name, n = f"{base}-{n}", n + 1
        taken.add(name.casefold())
        found.append(name + ending)
    return Named(f"class{ending}", tuple(found))
