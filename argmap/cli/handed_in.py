"""What a class handed in: the files that are named, and those in folders, whatever is in them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from argmap import files
from argmap.cli import terminal
from argmap.cli.check_files import counted, wanted
from argmap.cli.unusable import Unusable
from argmap.errors import FileProblem

_TEACHERS: Final = re.compile(r"^[\"']?argmap-(codebook|rubric)[\"']?[ \t]*:", re.MULTILINE)
_MAP: Final = re.compile(r"^[\"']?argmap[\"']?[ \t]*:", re.MULTILINE)  # a map may have its codebook in it
_TABLES: Final = (".yaml", ".yml", ".tsv")  # an alignment is nobody's map
_NAMED: Final = 5


def handed_in(reference: str, given: Sequence[str]) -> list[str]:
    """The students' files. In a folder every YAML file is one, a broken one too, so that nobody's work is lost.

    Of a folder's files the reference, codebooks and rubrics are the teacher's. Files that are no YAML are told of.

    Raises:
        Unusable: A name is that of nothing, or there is no student's file.
    """
    found = wanted(given, every=True)
    if found.absent:
        raise Unusable("not all of the students' maps are there", hint="mend the names, or leave them out")
    for folder in [name for name in dict.fromkeys(given) if name != "-" and Path(name).is_dir()]:
        _tell_of_others(folder, given)
    own = Path(reference)
    others = [n for n in found.names if n in given or n == "-" or not (own.is_file() and own.samefile(n))]
    maps = [n for n in others if n in given or not _is_the_teachers(n)]
    if not maps:
        raise Unusable("there is no student's map besides the reference", hint="name the maps, or their folder")
    return maps


def _is_the_teachers(name: str) -> bool:
    try:
        text = files.read_text(name)
    except FileProblem:
        return False  # grading will say why it cannot be read
    return bool(_TEACHERS.search(text)) and not _MAP.search(text)


def _tell_of_others(folder: str, given: Sequence[str]) -> None:
    """Say which files of a folder are not looked at: an essay may be among them."""
    others = list(_others(folder, given))
    if others:
        listed = ", ".join(others[:_NAMED]) + (f" and {len(others) - _NAMED} more" if len(others) > _NAMED else "")
        terminal.tell(f"{folder!r}: {counted(len(others), 'file')} not graded, being no YAML: {listed}")


def _others(folder: str, given: Sequence[str]) -> Iterator[str]:
    named = {Path(name).resolve() for name in given}
    real = Path(folder).resolve()
    for path in files.find_documents(Path(folder), endings=("",)).paths:
        if path.suffix.lower() not in _TABLES and path not in named:
            yield str(path.relative_to(real)) if path.is_relative_to(real) else str(path)
