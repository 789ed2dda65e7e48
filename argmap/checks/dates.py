"""AM409: a date is one that a computer can order."""

from collections.abc import Iterator, Mapping

from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.model import Source, parse_period


def source_dates(sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """AM409 of sources, of a map or of a codebook."""
    for key, source in sources.items():
        yield from written_date(source.date, ("sources", key, "date"))


def written_date(written: str | None, where: Where) -> Iterator[Diagnostic]:
    """AM409 of one date; a date that is not written is none."""
    if written is None:
        return
    try:
        parse_period(written)
    except ValueError as error:
        from argmap.checks.meant import period_meant  # noqa: PLC0415  # only a date that is none needs it

        message, _, help_ = str(error).partition("; ")
        meant = period_meant(written)
        help_ = f"did you mean {meant!r}?" if meant else help_ or "write the earlier date first"
        yield problem("AM409", message, where, help=help_, instead=meant)
