"""A codebook as a list of its keys: what they are called, and how many statements use each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.model import Actor, Codebook, Factor, PlaceName, Proposition, Role, Source
from argmap.reporters.ink import ink
from argmap.reporters.markdown_escape import escape
from argmap.reporters.visible import visible
from argmap.typesetting import display_width, wrap

SECTIONS: Final = {
    "actor": "actors",
    "factor": "factors",
    "proposition": "propositions",
    "role": "roles",
    "place": "places",
    "source": "sources",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: what kind of thing it is, its key, what that stands for, how many statements use it."""

    kind: str
    key: str
    text: str
    uses: int


def entries(c: Codebook, uses: Mapping[tuple[str, str], int]) -> tuple[Entry, ...]:
    """The entries of a codebook by section, in the order of the file."""
    return tuple(
        Entry(kind, key, _text(entry), uses.get((kind, key), 0))
        for kind, section in SECTIONS.items()
        for key, entry in getattr(c, section).items()
    )


def _text(entry: Actor | Factor | Proposition | Role | PlaceName | Source) -> str:
    match entry:
        case Actor() | PlaceName():
            aliases = f"({', '.join(entry.aliases)})" if entry.aliases else ""
            within = f"in {entry.within}" if isinstance(entry, PlaceName) and entry.within else ""
            return " ".join(part for part in (entry.name, aliases, within) if part)
        case Proposition():
            kind = f"({entry.kind})" if entry.kind else ""
            return f"{entry.text} {kind}".rstrip()
        case Role():
            return entry.text or ""
        case Factor():
            return entry.text
        case Source():
            return ", ".join(part for part in (" & ".join(entry.authors), entry.title, entry.date) if part)


def codebook_text(c: Codebook, found: tuple[Entry, ...], *, maps: int, width: int = 80, color: bool = False) -> str:
    """The entries for a terminal: how many statements, key, text."""
    lines = [ink(line, "bold", color=color) for line in wrap(visible(c.title or c.id), width)]
    lines += [ink(_about(c, maps), "dim", color=color)]
    widest = min(max((display_width(e.key) for e in found), default=0), 40)
    for section, held in _by_section(found):
        lines += ["", ink(section, "dim", color=color)]
        for e in held:
            lead = f"{e.uses:5}  {e.key}{' ' * (widest - display_width(e.key))}  "
            first, *more = wrap(visible(e.text), max(width - display_width(lead), 30)) or [""]
            lines.append((lead + first).rstrip())
            lines += [" " * display_width(lead) + line for line in more]
    return "\n".join(lines) + "\n"


def codebook_markdown(c: Codebook, found: tuple[Entry, ...], *, maps: int) -> str:
    """The entries as a table for each section."""
    lines = [f"# {escape(c.title or c.id)}", "", escape(_about(c, maps))]
    for section, held in _by_section(found):
        lines += ["", f"## {section.capitalize()}", "", "| statements | key | |", "|--:|---|---|"]
        lines += [f"| {e.uses} | `{e.key}` | {escape(e.text)} |" for e in held]
    return "\n".join(lines) + "\n"


def _about(c: Codebook, maps: int) -> str:
    return f"{c.id}, a codebook; statements of {maps} map{'s' * (maps != 1)} that use each key:"


def _by_section(found: tuple[Entry, ...]) -> Iterator[tuple[str, list[Entry]]]:
    for kind, section in SECTIONS.items():
        if held := [e for e in found if e.kind == kind]:
            yield section, held
