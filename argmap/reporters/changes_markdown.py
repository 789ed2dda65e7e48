"""The changes between two versions as Markdown, for a review or a handout."""

from collections.abc import Iterator, Sequence

from argmap.diagnostics import Diagnostic
from argmap.reporters.changes_places import Places, nowhere
from argmap.reporters.changes_words import Block, Line, blocks, consequences, entries, fields, summary
from argmap.reporters.markdown_escape import escape
from argmap.versions.changes import Changes
from argmap.versions.wording import Stretch


def changes_markdown(c: Changes, *, places: Places = nowhere, unread: Sequence[Diagnostic] = ()) -> str:
    """The changes as Markdown: what was is struck out, what is stands in bold; "" if there is nothing to say."""
    found = [*_summary(c), *_fields(c)]
    for title, listed in (("Statements", blocks(c, places)), ("Sources and codebook", entries(c, places))):
        if written := [_block(b) for b in listed]:
            found += [f"## {title}", "\n".join(written)]
    if unread:
        found += ["## Not compared, since it could not be read", "\n".join(f"- {escape(str(d))}" for d in unread)]
    return "\n\n".join(found) + "\n" if found else ""


def _summary(c: Changes) -> Iterator[str]:
    if c:
        yield f"**{escape(summary(c))}**"
    if said := list(consequences(c)):
        yield "For comparisons, the position of this map changes:"
        yield "\n".join(f"- {escape(sentence)}" for sentence in said)


def _fields(c: Changes) -> Iterator[str]:
    if lines := list(map(_line, fields(c))):
        yield "## Fields"
        yield "\n".join(f"- {line}" for line in lines)


def _block(b: Block) -> str:
    place = f" ({escape(str(b.place))})" if b.place else ""
    lines = [f"- `{b.symbol}` **{escape(b.name)}**{place}", *(f"  - {_line(line)}" for line in b.lines)]
    return "\n".join(lines)


def _line(line: Line) -> str:
    lead = f"{escape(line.lead)}: " if line.lead else ""
    return lead + "".join(_stretch(s, marks=line.marked) for s in line.said)


def _stretch(s: Stretch, *, marks: bool) -> str:
    """The words marked up; spaces stay outside, where Markdown wants them."""
    text = s.text.strip()
    before, after = s.text[: len(s.text) - len(s.text.lstrip())], s.text[len(s.text.rstrip()) :] if text else ""
    mark = {"same": "", "old": "~~", "new": "**"}[s.share] if marks and text else ""
    return f"{' ' * bool(before)}{mark}{escape(text)}{mark}{' ' * bool(after)}"
