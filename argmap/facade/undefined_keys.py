"""The keys that maps use under `says` and that no codebook of theirs defines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from argmap import files
from argmap.editing.occurrences import grow, occurrences
from argmap.errors import FileProblem, InvalidMap
from argmap.formats.skeletons import Draft
from argmap.model import ArgumentMap, Codebook
from argmap.model.codebook import BUILT_IN_ROLES
from argmap.text import did_you_mean

if TYPE_CHECKING:
    from argmap.editing.occurrences import NameKind, Occurrence
    from argmap.files import Opened

SECTIONS: Final[dict["NameKind", str]] = {
    "proposition": "propositions",
    "factor": "factors",
    "actor": "actors",
    "role": "roles",
}
"""The kinds of keys that stand under `says`, and the section of a codebook that defines each."""


def undefined_keys(paths: Sequence[str]) -> tuple[tuple[str, ...], dict[str, tuple[Draft, ...]]]:
    """The ids of the maps, and what is to be defined in each section of a codebook, in the order of first use.

    Raises:
        InvalidMap: YAML cannot read one of the files, or it is no map at all.
        FileProblem: One is a codebook.
    """
    opened = [files.read(path) for path in paths]
    documents = [_map(one) for one in opened]
    defined: set[tuple[str, str]] = {("role", role) for role in BUILT_IN_ROLES}
    used: dict[tuple[NameKind, str], list[str]] = {}
    meant: dict[str, str] = {}
    for one, m in zip(opened, documents, strict=True):
        for text in (one.reading.text, one.codebook.text if one.codebook else ""):
            defined |= {(found.kind, found.key) for found in _names(text) if found.defines}
        for found in _names(one.reading.text):
            if "says" in found.where and found.kind in SECTIONS and not found.defines:
                users = used.setdefault((found.kind, found.key), [])
                users.extend([m.id] if m.id not in users else [])
                if found.where[-1] == "holds" and (statement := m.statements.get(str(found.where[1]))):
                    meant.setdefault(found.key, statement.text)
    sections: dict[str, list[Draft]] = {section: [] for section in SECTIONS.values()}
    for (kind, key), users in used.items():
        if (kind, key) not in defined:
            known = sorted(name for other, name in defined if other == kind)
            near = did_you_mean(key, known)
            remark = ", ".join(users) + (f"; {near}" if near else "")
            text = meant.get(key, "") if kind == "proposition" else ""
            sections[SECTIONS[kind]].append(Draft(key, text or key.replace("-", " "), remark))
    return tuple(dict.fromkeys(m.id for m in documents)), {name: tuple(found) for name, found in sections.items()}


def _map(opened: "Opened") -> ArgumentMap:
    document = opened.reading.document or opened.reading.salvaged
    if isinstance(document, Codebook):
        raise FileProblem(f"{opened.reading.name!r} is a codebook; a map is needed here")
    if document is None:
        raise InvalidMap(opened.reading.diagnostics)
    return document


def _names(text: str) -> "tuple[Occurrence, ...]":
    tree = grow(text)
    return occurrences(tree) if tree else ()
