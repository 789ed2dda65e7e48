"""The agreement of coders as Markdown, for the minutes of a team or a methods section."""

from collections.abc import Iterator, Sequence

from argmap.comparison.reliability.records import Disagreement, Reliability
from argmap.reporters import reliability_parts as parts
from argmap.reporters.markdown_escape import escape
from argmap.reporters.reliability_parts import Part


def reliability_markdown(r: Reliability) -> str:
    """The result as Markdown, every disagreement written out."""
    blocks = [f"# {len(r.maps)} codings of {escape(f'“{r.title}”') if r.title else 'one article'}"]
    blocks.append(
        _table(
            [
                ("", "coder", "statements", "coded"),
                *((str(i), m.label, str(m.statements), str(m.coded)) for i, m in enumerate(r.maps, start=1)),
            ]
        )
    )
    blocks.append("\n".join(f"- **{lead}:** {escape(text)}" for lead, text in parts.summary(r)))
    for part in parts.parts(r):
        blocks += _part(part)
    blocks.append("\n".join(f"- **{name}**: {escape(text)}" for name, text in parts.LEGEND))
    topics = parts.topics(r, None)
    if topics:
        blocks.append("## To talk about")
    for topic in topics:
        blocks.append(f"### {topic.title} ({topic.count})")
        blocks += [_disagreement(d) for d in topic.disagreements]
    if r.remarks:
        blocks += [
            "## To bear in mind",
            "\n".join(f"- {escape(x.text)}{f' ({x.code})' * bool(x.code)}" for x in r.remarks),
        ]
    return "\n\n".join(blocks) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"## {part.title}"
    yield escape(part.remark)
    if part.rows:
        yield _table([parts.COLUMNS, *part.rows])
    if part.reasons:
        yield "\n".join(f"- {escape(head)}: {escape(reason)}" for head, reason in part.reasons)
    if part.pairs:
        yield _table(part.pairs)


def _disagreement(d: Disagreement) -> str:
    how = parts.how(d)
    head = f"**{escape(d.about)}**" + (f" ({escape(how)})" if how else "")
    rows = [
        f"- {escape(coder)}: *{escape(value)}*{f' · {escape(said)}' * bool(said)}"
        for coder, value, said in parts.values(d)
    ]
    return "\n".join((head, "", *rows))


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = [f"| {' | '.join(escape(cell) for cell in row)} |" for row in body]
    return "\n".join((f"| {' | '.join(escape(cell) for cell in head)} |", "|" + "---|" * len(head), *lines))
