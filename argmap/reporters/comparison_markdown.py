"""A comparison as Markdown, for a handout or a wiki: the summary, then a table of both sides' words per finding."""

from collections.abc import Iterator, Mapping

from argmap.comparison.records import Comparison, Finding
from argmap.reporters import cited, headline
from argmap.reporters.markdown_escape import escape
from argmap.reporters.sections import Detail, Section, notes, sections


def comparison_markdown(c: Comparison, *, detail: Detail = "normal", whole: bool = True) -> str:
    """The comparison as Markdown.

    Args:
        c: The comparison.
        detail: How much stands under each sentence: nothing, the most telling words of both sides, or everything.
        whole: Begin with the summary and end with the warnings.
    """
    blocks = [f"# {escape(headline.listed(headline.names(c)))}", *_about(c)]
    if whole:
        blocks.append("\n".join(_summary(c)))
    known = cited.labels(c)
    for section in sections(c):
        blocks += [f"## {section.title} ({section.count})", f"*{escape(section.legend)}*"]
        if section.in_short(detail):
            blocks.append("\n".join(_item(f, section, detail) for f in section.findings))
        else:
            for finding in section.findings:
                blocks += _finding(c, finding, section, known, detail)
        blocks += [escape(line) for line in section.alone(detail)]
    if whole and c.warnings:
        blocks += ["## To bear in mind", "\n".join(f"- {escape(w.text)} ({w.code})" for w in c.warnings)]
    return "\n\n".join(blocks) + "\n"


def _about(c: Comparison) -> Iterator[str]:
    yield "\n".join(f"- {escape(headline.heading(m))}" for m in c.maps)


def _summary(c: Comparison) -> Iterator[str]:
    for line in headline.summary(c):
        yield f"- **{line.lead}:** {escape(line.text)}" if line.lead else f"{escape(line.text)}\n"


def _item(finding: Finding, section: Section, detail: Detail) -> str:
    remarks = cited.remarks(finding) if section.kind == "one-sided" and detail == "normal" else ()
    return "- " + " ".join(escape(part) for part in (finding.symbol, finding.sentence, *remarks))


def _finding(
    c: Comparison, finding: Finding, section: Section, known: Mapping[str, str], detail: Detail
) -> Iterator[str]:
    yield f"### {escape(finding.symbol)} {escape(finding.sentence)}"
    if finding.group in ("diverge", "conflict") and finding.question:
        yield f"**{escape(finding.question)}**"
    yield _table(c, finding, known, detail)
    if said := notes(finding, detail):
        yield "\n".join(f"- {escape(note)}" for note in said)
    if section.kind != "one-sided":
        yield f"Why: {escape(cited.because(finding))}"


def _table(c: Comparison, finding: Finding, known: Mapping[str, str], detail: Detail) -> str:
    cells = [
        (m.name, "<br>".join(escape(text) for text in cited.side_lines(finding, finding.sides[m.id], known, detail)))
        for m in c.maps
        if m.id in finding.sides
    ]
    spoken = [(name, cell) for name, cell in cells if cell]
    head = " | ".join(escape(name) for name, _ in spoken)
    return f"| {head} |\n|{'---|' * len(spoken)}\n| {' | '.join(cell for _, cell in spoken)} |"
