"""`argmap reliability`: how far several coders of one article agree."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, assert_never

from argmap import api, files
from argmap.cli import terminal
from argmap.cli.output import deliver, form_of, require_apart
from argmap.cli.problems import show_problems
from argmap.cli.unusable import Unusable, require_files
from argmap.comparison.alignment.correspondences import Correspondence
from argmap.comparison.reliability import Coder, Reliability, coders, reliability, two_articles
from argmap.errors import FileProblem, InvalidMap
from argmap.model import ArgumentMap
from argmap.reporters.visible import visible
from argmap.text import paragraphs

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.formats.sssom import AlignmentReading

Form = Literal["text", "json", "markdown"]
FORMS: Final[tuple[Form, ...]] = ("text", "json", "markdown")


def run(
    maps: Sequence[str],
    *,
    alignment: Sequence[str],
    own_ids: bool,
    anyway: bool,
    form: Form | None,
    everything: bool,
    output: str | None,
    limits: bool,
    color: terminal.Color,
) -> int:
    """Print the agreement; what its reader should bear in mind goes to standard error, unless the form holds it."""
    if len(maps) < 2:
        raise Unusable("agreement needs at least two codings of one article", hint="name the maps of two coders")
    require_files([*maps, *alignment])
    require_apart(output, [*maps, *alignment])
    form = form_of(output, form, FORMS)
    people, article = _read(maps, limits=limits)
    if not anyway and (apart := two_articles(people)):
        labels = " and ".join(repr(coder.label) for coder in apart)
        raise Unusable(
            f"{labels} are maps of two articles; authors are no coders",
            hint=f"argmap compare {' '.join(maps)}, or --anyway if both are codings of one",
        )
    rows = _rows(alignment, people, limits=limits)
    found = reliability(people, rows, own_ids=own_ids, article=article)
    colored = output is None and terminal.in_color(color)
    deliver(_report(found, form, everything=everything, color=colored), output)
    if form == "text":
        for remark in found.remarks:
            terminal.tell(visible(f"{remark.text} ({remark.code})" if remark.code else remark.text))
    return 0


def _report(r: Reliability, form: Form, *, everything: bool, color: bool) -> str:
    match form:
        case "text":
            from argmap.reporters.reliability_text import reliability_text  # noqa: PLC0415

            return reliability_text(r, width=terminal.width(), color=color, everything=everything)
        case "json":
            from argmap.reporters.reliability_json import to_json  # noqa: PLC0415

            return to_json(r)
        case "markdown":
            from argmap.reporters.reliability_markdown import reliability_markdown  # noqa: PLC0415

            return reliability_markdown(r)
        case _:
            assert_never(form)


def _read(names: Sequence[str], *, limits: bool) -> tuple[tuple[Coder, ...], Mapping[int, str] | None]:
    """The coders, and the article's paragraphs if one of the maps names its text."""
    maps: list[ArgumentMap] = []
    problems: list[Diagnostic] = []
    article: str | None = None
    for name in names:
        (examined,) = api.examine([name], limits=limits)  # one by one: coders may give their maps the same id
        problems += examined.all
        document = examined.opened.reading.document
        article = article if article is not None else examined.opened.article
        if isinstance(document, ArgumentMap):
            maps.append(document)
        elif document is not None:
            raise FileProblem(f"{examined.name!r} is a codebook; a map is needed here")
    if any(d.severity == "error" for d in problems):
        raise InvalidMap(tuple(dict.fromkeys(problems)))
    return coders(maps, list(names)), paragraphs(article) if article is not None else None


def _rows(names: Sequence[str], people: Sequence[Coder], *, limits: bool) -> list[Correspondence]:
    """The rows of the alignments; all of them are of these maps."""
    ids = [coder.map.id for coder in people]
    if names and len(set(ids)) < len(ids):
        twice = next(i for i in ids if ids.count(i) > 1)
        raise Unusable(
            f"two maps are called {twice!r}, so rows cannot tell them apart", hint="give each an id of its own"
        )
    rows: list[Correspondence] = []
    problems: list[Diagnostic] = []
    for name in names:
        reading = _beside(files.read_alignment(name, limits=limits), people)
        rows += reading.rows
        problems += reading.diagnostics
    if any(d.severity == "error" for d in problems):
        raise InvalidMap(tuple(problems))
    if problems:
        show_problems(problems)
    return rows


def _beside(reading: "AlignmentReading", people: Sequence[Coder]) -> "AlignmentReading":
    """The reading with the statements its rows name and the maps do not have; rows on other maps are no problem.

    What else speaks against joining statements in a comparison is nothing here: coders may join what they like.
    """
    from argmap.comparison.alignment.map_checks import check_alignment  # noqa: PLC0415  # only with an alignment

    maps = [coder.map for coder in people]
    named = {ref.map for row in reading.rows for ref in (row.subject, row.object) if ref}
    amiss = {"AM722"} if named & {m.id for m in maps} else {"AM721"}
    return reading.with_problems(d for d in check_alignment(reading.rows, maps) if d.code in amiss)
