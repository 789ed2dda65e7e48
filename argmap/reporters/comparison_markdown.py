"""A comparison as Markdown, for a handout or a wiki: the summary, then a table of both sides' words per finding."""

from collections.abc import Iterator, Mapping

from argmap.comparison.lexicon import Lexicon
from argmap.comparison.records import Comparison, Finding
from argmap.reporters import cited, headline
from argmap.reporters.comparison_views import view_blocks
from argmap.reporters.comparison_views_items import names_in_short
from argmap.reporters.comparison_views_locus import locus_rows, turns_on
from argmap.reporters.comparison_views_markdown import blocks_markdown
from argmap.reporters.markdown_escape import escape
from argmap.reporters.sections import Detail, Section, View, notes, sections


def comparison_markdown(
    c: Comparison, *, detail: Detail = "normal", whole: bool = True, view: View = "findings"
) -> str:
    """The comparison as Markdown.

    Args:
        c: The comparison.
        detail: How much stands under each sentence: nothing, the most telling words of both sides, or everything.
        whole: Begin with the summary and end with the warnings.
        view: All findings in groups, or one way to look across them.
    """
    blocks = [f"# {escape(names_in_short(headline.names(c), 8))}", *_about(c)]
    if whole and view == "findings":
        blocks.append("\n".join(_summary(c)))
    if view == "findings" and whole and detail != "full" and headline.uncoded(c):
        pass  # one map's points alone would read as if the other were silent on them
    elif view == "findings" and len(c.maps) == 2:
        blocks += _findings(c, detail)
    elif view == "metrics":
        from argmap.reporters.metrics_markdown import metrics_markdown  # noqa: PLC0415  # only who asks pays for it

        blocks += metrics_markdown(c)
    else:
        blocks += blocks_markdown(view_blocks(c, view, detail, whole=whole))
    if whole and view == "findings" and c.warnings:
        blocks += ["## To bear in mind", "\n".join(f"- {escape(w.text)} ({w.code})" for w in c.warnings)]
    return "\n\n".join(blocks) + "\n"


def _findings(c: Comparison, detail: Detail) -> Iterator[str]:
    lexicon = Lexicon(c)
    for section in sections(c):
        yield f"## {section.title} ({section.count})"
        yield f"*{escape(section.legend)}*"
        if section.in_short(detail):
            yield "\n".join(_item(f, section, detail) for f in section.findings)
        else:
            for finding in section.findings:
                yield from _finding(c, finding, section, lexicon, detail)
        yield from (escape(line) for line in section.alone(detail))


def _about(c: Comparison) -> Iterator[str]:
    yield "\n".join(f"- {escape(text)}" for text in headline.headings(c))


def _summary(c: Comparison) -> Iterator[str]:
    for line in headline.summary(c):
        yield f"- **{line.lead}:** {escape(line.text)}" if line.lead else f"{escape(line.text)}\n"


def _item(finding: Finding, section: Section, detail: Detail) -> str:
    remarks = cited.remarks(finding) if section.kind == "one-sided" and detail == "normal" else ()
    return "- " + " ".join(escape(part) for part in (finding.symbol, cited.marked(finding), *remarks))


def _finding(c: Comparison, finding: Finding, section: Section, lexicon: Lexicon, detail: Detail) -> Iterator[str]:
    yield f"### {escape(finding.symbol)} {escape(cited.marked(finding))}"
    if finding.group in ("diverge", "conflict") and finding.question:
        yield f"**{escape(finding.question)}**"
    yield _table(c, finding, lexicon.labels, detail)
    if finding.locus and detail == "full":
        rows = locus_rows(c, finding, finding.locus, lexicon)
        yield "\n".join(f"- **{row.lead or 'and'}:** {escape(row.text)}" for row in rows)
    elif finding.locus:
        yield f"Turns on {escape(turns_on(c, finding, finding.locus, lexicon))}."
    if said := notes(finding, detail):
        yield "\n".join(f"- {escape(note)}" for note in said)
    if section.kind != "one-sided":
        yield f"Why: {escape(cited.because(finding, detail))}"


def _table(c: Comparison, finding: Finding, known: Mapping[str, str], detail: Detail) -> str:
    cells = [
        (m.name, "<br>".join(escape(text) for text in cited.side_lines(finding, finding.sides[m.id], known, detail)))
        for m in c.maps
        if m.id in finding.sides
    ]
    spoken = [(name, cell) for name, cell in cells if cell]
    head = " | ".join(escape(name) for name, _ in spoken)
    return f"| {head} |\n|{'---|' * len(spoken)}\n| {' | '.join(cell for _, cell in spoken)} |"
