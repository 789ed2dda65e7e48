"""A comparison as Markdown, for a handout or a wiki: the summary, then a table of both sides' words per finding."""

from collections.abc import Iterator

from argmap.comparison.records import Comparison, Finding
from argmap.reporters import cited, headline
from argmap.reporters.markdown_escape import escape
from argmap.reporters.sections import notes, sections


def comparison_markdown(c: Comparison, *, whole: bool = True) -> str:
    """The comparison as Markdown; `whole` begins with the summary and ends with the warnings."""
    blocks = [f"# {escape(headline.listed(headline.names(c)))}", *_about(c)]
    if whole:
        blocks.append("\n".join(_summary(c)))
    for section in sections(c):
        blocks += [f"## {section.title} ({section.count})", f"*{escape(section.legend)}*"]
        for finding in section.findings:
            blocks += _finding(c, finding, brief=section.brief)
        blocks += [f"Only {escape(name)}: {escape('; '.join(labels))}." for name, labels in section.alone]
    if whole and c.warnings:
        blocks += ["## To bear in mind", "\n".join(f"- {escape(w.text)} ({w.code})" for w in c.warnings)]
    return "\n\n".join(blocks) + "\n"


def _about(c: Comparison) -> Iterator[str]:
    yield "\n".join(f"- {escape(headline.heading(m))}" for m in c.maps)


def _summary(c: Comparison) -> Iterator[str]:
    for line in headline.summary(c):
        yield f"- **{line.lead}:** {escape(line.text)}" if line.lead else f"{escape(line.text)}\n"


def _finding(c: Comparison, finding: Finding, *, brief: bool) -> Iterator[str]:
    yield f"### {escape(finding.symbol)} {escape(finding.sentence)}"
    if finding.group in ("diverge", "conflict") and finding.question:
        yield f"**{escape(finding.question)}**"
    yield _table(c, finding)
    if said := notes(finding):
        yield "\n".join(f"- {escape(note)}" for note in said)
    if not brief:
        yield f"Why: {escape(cited.because(finding))}"


def _table(c: Comparison, finding: Finding) -> str:
    known = cited.labels(c)
    cells = [
        (m.name, "<br>".join(escape(text) for text in cited.side_lines(finding, finding.sides[m.id], known)))
        for m in c.maps
        if m.id in finding.sides
    ]
    spoken = [(name, cell) for name, cell in cells if cell]
    head = " | ".join(escape(name) for name, _ in spoken)
    return f"| {head} |\n|{'---|' * len(spoken)}\n| {' | '.join(cell for _, cell in spoken)} |"
