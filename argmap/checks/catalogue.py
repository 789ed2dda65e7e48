"""All checks, and what is wrong with a map, a codebook, or several maps side by side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from argmap.checks import codebook, coding, quotations, readiness, references, repeats, shape, wording
from argmap.codes import problem
from argmap.diagnostics import Diagnostic
from argmap.model import ArgumentMap, Codebook

CHECKS: Final[tuple[Callable[[ArgumentMap], Iterator[Diagnostic]], ...]] = (
    references.statements_exist,
    references.sources_exist,
    references.keys_exist,
    references.voices_exist,
    references.voices_of_the_author,
    references.places_exist,
    references.sources_once,
    references.codebook_named,
    shape.no_cycle,
    shape.no_self_reference,
    shape.has_thesis,
    shape.all_attached,
    shape.objections_object,
    shape.named_once,
    shape.for_or_against,
    shape.steps_not_undercut_by_their_premises,
    shape.reasons_differ,
    repeats.listed_once,
    quotations.dates_are_dates,
    quotations.evidence_has_a_source,
    quotations.assumptions_are_not_quoted,
    coding.coded_words_quoted,
    coding.reasons_in_own_voice,
    coding.objections_have_a_voice,
    coding.theses_in_own_voice,
    coding.stances_agree,
    coding.nothing_coded_onto_itself,
    readiness.something_is_coded,
    readiness.theses_are_coded,
    wording.labels_are_short,
    wording.texts_are_written,
)
"""What is asked of every map. Quotations are asked about too, where the article's text is at hand."""

OF_NAMES: Final = frozenset(
    {
        references.statements_exist,
        references.sources_exist,
        references.keys_exist,
        references.voices_exist,
        references.voices_of_the_author,
        references.sources_once,
        shape.no_cycle,
        shape.no_self_reference,
        shape.named_once,
        shape.for_or_against,
        shape.reasons_differ,
        repeats.listed_once,
        quotations.dates_are_dates,
        coding.stances_agree,
        wording.labels_are_short,
    }
)
"""The checks that hold of a map parts of which could not be read: they blame what is there, never what is missing."""

OF_CODEBOOKS: Final = frozenset({references.sources_exist, references.voices_of_the_author})
"""Those of them that blame a name which a codebook that could not be used may define."""

CODEBOOK_CHECKS: Final[tuple[Callable[[Codebook], Iterator[Diagnostic]], ...]] = (
    codebook.propositions_exist,
    codebook.roles_exist,
    codebook.larger_places_exist,
    codebook.no_circles,
    codebook.places_differ,
    codebook.contraries_are_not_narrower,
    codebook.dates_of_sources,
    repeats.entries_listed_once,
)


def check_map(
    m: ArgumentMap,
    *,
    text: str | None = None,
    own_codebook: bool = True,
    salvaged: bool = False,
    without_codebook: bool = False,
    teach: bool = False,
) -> tuple[Diagnostic, ...]:
    """Every problem of a map, check by check; `argmap.diagnostics.locate` puts them in the order of a file.

    Args:
        m: The map.
        text: The article's text, to check quotations and paragraphs against.
        own_codebook: Whether its codebook is part of it. False for a codebook in a file of its own that is
            checked by itself: its problems would be told twice.
        salvaged: Whether parts of the file could not be read and are left out; then only what is there is blamed.
        without_codebook: Whether the codebook that it names could not be used, and the map has none here.
        teach: Whether teaching advice is given too; never on what is left of a map.
    """
    checks = [check for check in CHECKS if check in OF_NAMES] if salvaged else CHECKS
    found = [d for check in checks if not (without_codebook and check in OF_CODEBOOKS) for d in check(m)]
    if teach and not salvaged:
        from argmap.checks.teaching import TEACHING_CHECKS  # noqa: PLC0415  # only who asks needs them

        found += [d for check in TEACHING_CHECKS for d in check(m)]
    if text is not None:
        found += quotations.quotations_stand(m, quotations.read_article(text))
    if own_codebook and m.codebook is not None:
        found += [replace(d, where=("codebook", *d.where)) for d in check_codebook(m.codebook)]
    return tuple(found)


def check_codebook(c: Codebook, *, maps: Sequence[ArgumentMap] = ()) -> tuple[Diagnostic, ...]:
    """Every problem of a codebook; `maps` are those it is checked with, of which some may name it."""
    return tuple(d for check in CODEBOOK_CHECKS for d in check(c)) + tuple(readiness.keys_are_used(c, maps))


def check_together(
    maps: Sequence[ArgumentMap], *, texts: Mapping[str, str] | None = None, salvaged: bool = False
) -> tuple[tuple[Diagnostic, ...], ...]:
    """What is wrong only beside the other maps, for each map in turn.

    Ids used twice, documents known `via` a map, nothing coded in common.

    Args:
        maps: The maps of one call.
        salvaged: Whether parts of one of them could not be read; then nothing is said of what they have in common.
        texts: Articles' texts by map id, to check what other maps quote from them.
    """
    articles = {key: quotations.read_article(text) for key, text in (texts or {}).items()}
    ids = [m.id for m in maps]
    alone = ((),) * len(maps) if salvaged else readiness.keys_in_common(maps)
    return tuple(
        (
            *_id_used_before(m, ids[:i]),
            *references.other_maps_exist(m, ids),
            *quotations.borrowed_quotations_stand(m, articles),
            *alone[i],
        )
        for i, m in enumerate(maps)
    )


def _id_used_before(m: ArgumentMap, before: Sequence[str]) -> Iterator[Diagnostic]:
    if m.id in before:
        yield problem("AM210", f"another map is called {m.id!r} too", ("id",), help="give each map an id of its own")
