"""What was measured as a page of Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from measuring import Measured


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured at each size; None where it was not tried."""

    name: str
    cells: Mapping[int, Measured | None]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that do the same work."""

    title: str
    legend: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Two commands that were run in turn: the times of both, and the ratios of neighbours."""

    name: str
    one: Measured
    other: str
    beside: Measured
    ratios: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Report:
    """All of a session."""

    date: str
    machine: str
    versions: Mapping[str, str]
    tables: tuple[Table, ...]
    ratios: tuple[Ratio, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)


def as_markdown(report: Report, *, runs: int, limit: float) -> str:
    """The whole page."""
    return "\n".join(_lines(report, runs, limit)) + "\n"


def _lines(report: Report, runs: int, limit: float) -> Iterator[str]:
    yield f"# Benchmarks, {report.date}"
    yield ""
    yield f"{report.machine}. {_listed(report.versions)}."
    yield ""
    if report.tables:
        yield (
            f"A cell: best (median) seconds of the whole process by the wall, of up to {runs} runs / least seconds"
            " of processors · seconds of the work alone, imports aside, where it was timed · megabytes at the peak."
            f" Columns are statements in a map; – was not tried. A process is ended after {limit:g} s."
        )
    else:
        yield (
            f"Seconds: best (median) of the whole process by the wall, of {runs} runs / least of processors."
            f" A process is ended after {limit:g} s."
        )
    for table in report.tables:
        yield from ("", f"## {table.title}", "", table.legend, "")
        yield from _table(table)
    yield from (
        "",
        "## In turn",
        "",
        "Two commands, A B A B …; the ratios are medians of neighbouring runs, by the wall / of processors.",
        "",
    )
    yield "| command | seconds | beside | seconds | ratio |"
    yield "|---|---|---|---|---|"
    for r in report.ratios:
        shown = "–" if r.ratios is None else " / ".join(f"{ratio:.2f}" for ratio in r.ratios)
        yield f"| {r.name} | {_seconds(r.one)} | {r.other} | {_seconds(r.beside)} | {shown} |"
    if report.left_out:
        yield from ("", "## Left out", "")
        yield from (f"- {name}: {why}" for name, why in report.left_out.items())


def _listed(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions.items())


def _table(table: Table) -> Iterator[str]:
    sizes = list(table.rows[0].cells)
    yield f"| | {' | '.join(f'{size:,}'.replace(',', ' ') for size in sizes)} |"
    yield f"|---|{'---|' * len(sizes)}"
    for row in table.rows:
        yield f"| {row.name} | {' | '.join(_cell(row.cells[size]) for size in sizes)} |"


def _cell(measured: Measured | None) -> str:
    if measured is None:
        return "–"
    if not measured.runs:
        return measured.failed.replace("|", "/")
    inside = f" · {measured.inside:.3f}" if measured.inside is not None else ""
    return f"{_seconds(measured)}{inside} · {measured.peak_mb:.0f} MB"


def _seconds(measured: Measured) -> str:
    return f"{measured.best:.2f} ({measured.median:.2f}) / {measured.cpu:.2f}" if measured.runs else measured.failed


def rows_that_ran(tables: Sequence[Table]) -> int:
    """How many rows hold a time."""
    return sum(any(cell and cell.runs for cell in row.cells.values()) for table in tables for row in table.rows)
