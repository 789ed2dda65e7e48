"""What is fuzzed: bytes in, and nothing may come out but what argmap promises.

The first byte of an input says what it is (`MODES`), the second what is made of it (`OUTPUTS`); the rest is a file.
Graphviz itself is not fuzzed: boxes are measured by a stand-in, and the text of a drawing is what is looked at. So this
module belongs in a process of its own, where nothing else is drawn.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Final, cast
from unittest import mock
from xml.etree import ElementTree

from argmap import files
from argmap.api import VIEWS, check, compare, draw, examine, explain, measure_reliability, suggest
from argmap.checks import check_codebook, check_map
from argmap.checks.sound import is_sound, is_sound_codebook
from argmap.codes import CODES
from argmap.codes.selecting import Selection
from argmap.comparison.records import Comparison
from argmap.diagnostics import Diagnostic
from argmap.editing import edits, occurrences
from argmap.editing.fixes import fixes_of
from argmap.editing.fixes.guarantee import Look, said
from argmap.editing.fixes.mending import mend
from argmap.editing.renaming import edits_of_names, renamed
from argmap.editor import completion, entries, hovering
from argmap.editor import outline as outline_of_editor
from argmap.editor.around import Around
from argmap.errors import ArgmapError
from argmap.formats import read_codebook, read_document, read_map, write_codebook, write_map
from argmap.formats.settings_file import read_settings
from argmap.formats.sssom import read_sssom
from argmap.formats.sssom_writing import write_alignment
from argmap.formats.theme_file import read_theme
from argmap.formats.words_file import read_words
from argmap.model import ArgumentMap, Codebook
from argmap.renderers.graphviz import engine
from argmap.reporters import (
    changes_json,
    changes_markdown,
    changes_text,
    comparison_csv,
    comparison_graphml,
    comparison_json,
    comparison_markdown,
    comparison_text,
    diagnostics_github,
    diagnostics_json,
    diagnostics_text,
    dna_csv,
    dna_graphml,
    explain_json,
    explain_text,
    outline,
    reliability_json,
    reliability_markdown,
    reliability_text,
    suggestions_json,
    suggestions_text,
)
from argmap.versions import differences

HERE: Final = Path(__file__).parent
SEEDS: Final = HERE / "seeds"

NAME: Final = "fuzz.yaml"
BETWEEN: Final = b"\n%%%%\n"
"""What stands between two files of one input."""

OTHER: Final = (HERE / "other.yaml").read_text(encoding="utf-8")
BOOK: Final = (HERE / "book.yaml").read_text(encoding="utf-8")
TEACHING: Final = Selection(teach=True)
ARTICLE: Final = "A lane of its own.\n\nBuses are late.\n\nThe street is wide, and empty.\n"


class Broken(AssertionError):
    """argmap did not do what it promises."""


def require(holds: object, what: str) -> None:
    """Raise `Broken` where something promised does not hold."""
    if not holds:
        raise Broken(what)


def one_input(data: bytes) -> None:
    """Give one input to argmap.

    Raises:
        Broken: A promise does not hold. Whatever else is raised is a crash.
    """
    mode, output, file = data[:1], data[1:2], data[2:]
    with without_graphviz():
        MODES.get(mode, of_map)(file, output[0] if output else 0)


# ---- the ways in


class _Everywhere(Mapping[Path, str]):
    """A disk that holds one map; a codebook wherever a name speaks of one, else the text of an article."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getitem__(self, path: Path) -> str:
        if path.name == NAME:
            return self._text
        return BOOK if path.suffix in (".yaml", ".yml") else ARTICLE

    def __iter__(self) -> Iterator[Path]:
        return iter(())

    def __len__(self) -> int:
        return 1


def of_map(file: bytes, output: int) -> None:
    """A map or a codebook, read and checked as by `argmap check`, then used."""
    text = decoded(file)
    if text is None:
        return
    (examined,) = examine([NAME], unsaved=_Everywhere(text), selection=TEACHING)
    told(examined.all, {NAME: text})
    if output % 8 == 0:
        again = examine([NAME], unsaved=_Everywhere(text), selection=TEACHING)[0]
        require(again.all == examined.all, "the same file, and other problems")
    reading = examined.opened.reading
    require(reading.document or reading.diagnostics, "no document, and nobody is told why")
    document = reading.document or reading.salvaged
    tree = occurrences.grow(text)
    if tree is not None:
        named(text, tree)
    if isinstance(document, Codebook):
        require(not is_sound_codebook(document) or not errors(check_codebook(document)), "sound, with errors")
        if reading.document:
            written = read_codebook(write_codebook(document), NAME)
            require(written.document == document, "a codebook that was written reads differently")
    elif isinstance(document, ArgumentMap):
        mended(text, examined.all)
        require(not is_sound(document) or not errors(check_map(document)), "sound, with errors")
        if reading.document:
            require(
                read_map(write_map(document), NAME).document == document, "a map that was written reads differently"
            )
            OUTPUTS[output % len(OUTPUTS)](document)


def of_alignment(file: bytes, output: int) -> None:
    """Rows, by themselves and joining two maps."""
    text = decoded(file)
    if text is None:
        return
    reading = read_sssom(text, "fuzz.tsv")
    told(reading.diagnostics, {"fuzz.tsv": text})
    if reading.failed:
        return
    again = read_sssom(write_alignment(reading.rows, reading.header), "fuzz.tsv")
    require(again.rows == reading.rows, "rows that were written read differently")
    with declared():
        c = compare(other(), third(), alignment=reading.rows)
        _COMPARED[output % len(_COMPARED)](c)


def of_theme(file: bytes, output: int) -> None:
    """A theme of a person's own."""
    if (text := decoded(file)) is not None:
        reading = read_theme(text, "fuzz.toml")
        told(reading.diagnostics, {"fuzz.toml": text})
        if output % 8 == 0 and reading.value is not None:
            with declared():
                drawn(draw(other(), theme=reading.value, format="dot"))


def of_words(file: bytes, output: int) -> None:
    """The fixed words of a language of a person's own."""
    if (text := decoded(file)) is not None:
        reading = read_words(text, "fuzz.toml")
        told(reading.diagnostics, {"fuzz.toml": text})
        if output % 8 == 0 and reading.value is not None:
            with declared():
                drawn(draw(other(), language=reading.value, format="dot"))


def of_settings(file: bytes, output: int) -> None:
    """The settings of a project, in a file of their own or among those of other tools."""
    if (text := decoded(file)) is not None:
        name = ("argmap.toml", "pyproject.toml")[output % 2]
        told(read_settings(text, name).diagnostics, {name: text})


def of_fixes(file: bytes, output: int) -> None:  # as all of these
    """A map with all its safe fixes made: it says what it said, and mending it again changes nothing."""
    text = decoded(file)
    if text is None:
        return

    def look(text: str) -> Look:
        (examined,) = examine([NAME], unsaved=_Everywhere(text), selection=TEACHING)
        reading = examined.opened.reading
        whole = reading.document is not None or reading.salvaged is not None
        return Look(reading.document, examined.diagnostics, whole)

    before, mended_ = look(text), mend(text, look)
    require((mended_.text == text) != bool(mended_.repairs), "a text is changed without a word, or the other way round")
    after = look(mended_.text)
    if before.document is not None:
        same = after.document is not None and said(after.document) == said(before.document)
        require(same, "a safe fix changes what is said")
    require(len(errors(after.problems)) <= len(errors(before.problems)) or not before.whole, "a fix makes errors")


def of_editor(file: bytes, output: int) -> None:
    """A map under a cursor: what can be written there, what is told of it, what it is made of."""
    text = decoded(file)
    if text is None:
        return
    plain = text.lstrip(edits.BOM)
    tree = occurrences.grow(text) or entries.mended(plain)
    around = Around(entries=entries.entries(tree.data()) if tree else (), files=("book.yaml", "other/"))
    if tree:
        outline_of_editor.outline(tree)
    for offset in {len(plain) * output // 255, plain.rfind("\n") + 1, len(plain)}:
        for proposal in completion.complete(plain, offset, around):
            require(0 <= proposal.start <= proposal.end <= len(plain), f"{proposal} is written outside the text")
            proposal.documentation(around)
        found = hovering.hover(plain, tree, offset, around)
        require(found is None or 0 <= found.start <= found.end <= len(plain), f"{found} is told of no text")


def of_versions(file: bytes, output: int) -> None:
    """Two versions of a map."""
    maps = _maps(file)
    if len(maps) != 2:
        return
    old, new = maps
    c = differences(old, new)
    require(bool(c) == (old != new), "versions differ, and nothing is told of it")
    require(not differences(old, old), "a map differs from itself")
    match output % 3:
        case 0:
            terminal(changes_text.changes_text(c))
        case 1:
            changes_markdown.changes_markdown(c)
        case 2:
            json.loads(changes_json.changes_json(c))


def of_pair(file: bytes, output: int) -> None:
    """Two maps beside each other."""
    maps = _maps(file)
    if len(maps) != 2:
        return
    with declared():
        _COMPARED[output % len(_COMPARED)](compare(*maps))


def _maps(file: bytes) -> list[ArgumentMap]:
    texts = [decoded(part) for part in file.split(BETWEEN)[:2]]
    found = [read_map(text, NAME, codebook=_book) for text in texts if text is not None]
    return [reading.document for reading in found if reading.document]


def _book(name: str) -> Any:  # every name is that of one codebook
    return read_codebook(BOOK, "book.yaml")


MODES: Final[dict[bytes, Callable[[bytes, int], None]]] = {
    b"M": of_map,
    b"A": of_alignment,
    b"T": of_theme,
    b"W": of_words,
    b"V": of_versions,
    b"S": of_settings,
    b"F": of_fixes,
    b"E": of_editor,
    b"P": of_pair,
}


def decoded(file: bytes) -> str | None:
    """The text of a file, as the disk would give it; None where it has none, which is told."""
    got = files.text_of(file, NAME)
    if isinstance(got, str):
        return got
    told(got.diagnostics, {NAME: got.text})
    return None


# ---- what is made of a map


def _compared_with_other(m: ArgumentMap) -> None:
    with declared():
        c = compare(m, other())
        _COMPARED[0](c)
        mirrored = compare(other(), m)
        ways = [sorted((f.unit, f.key, f.group) for f in each.findings) for each in (c, mirrored)]
        require(ways[0] == ways[1], "two maps in the other order are compared differently")


def _compared_with_itself(m: ArgumentMap) -> None:
    with declared():
        c = compare(m, m.model_copy(update={"id": f"{m.id}-again"}))
        _COMPARED[0](c)
        require(all(f.group != "conflict" for f in c.findings if _one_mind(m)), "a map conflicts with itself")


def _one_mind(m: ArgumentMap) -> bool:
    """Whether nothing at all is wrong with a map, so that it does not contradict itself."""
    return not check(m)


def _several(m: ArgumentMap) -> None:
    with declared():
        c = compare(m, other(), third())
        for make in (_COMPARED[1], _COMPARED[4]):
            make(c)


def _explained(m: ArgumentMap) -> None:
    with declared():
        c = compare(m, other(), metrics=False)
        for f in c.findings[:2]:
            e = explain(m, other(), finding=f.id)
            terminal(explain_text.explain_text(e.comparison, e.finding, e.what_if))
            explain_text.explain_markdown(e.comparison, e.finding, e.what_if)
            json.loads(explain_json.explain_json(e.finding, e.what_if))


def _suggested(m: ArgumentMap) -> None:
    with declared():
        maps = (m, other())
        found = suggest(*maps)
        terminal(suggestions_text.suggestions_text(found, maps))
        json.loads(suggestions_json.suggestions_json(found, maps))


def _coded(m: ArgumentMap) -> None:
    with declared():
        r = measure_reliability(m, other())
        terminal(reliability_text.reliability_text(r))
        reliability_markdown.reliability_markdown(r)
        json.loads(reliability_json.to_json(r))


def _outlined(m: ArgumentMap) -> None:
    for ids in ("short", "outline", "none"):
        terminal(outline.outline_text(m, ids=cast("Any", ids), width=40))
        lines = outline.outline_markdown(m, ids=cast("Any", ids))
        require(not _CONTROLS.search(lines), "a control character in Markdown")


def _as_mermaid(m: ArgumentMap) -> None:
    with declared():
        drawn(draw(m, format="mermaid"))


def _drawn(**options: Any) -> Callable[[ArgumentMap], None]:
    def make(m: ArgumentMap) -> None:
        with declared():
            drawn(draw(m, format="dot", **options))

    return make


def _unplaced(m: ArgumentMap) -> None:
    with mock.patch.object(engine, "available", return_value=False), declared():
        drawn(draw(m, format="dot"))
        drawn(draw(m, format="dot", layout="dot"))


def _drawn_beside(view: str) -> Callable[[ArgumentMap], None]:
    def make(m: ArgumentMap) -> None:
        with declared():
            drawn(draw(m, other(), view=cast("Any", view), format="dot"))

    return make


OUTPUTS: Final[tuple[Callable[[ArgumentMap], None], ...]] = (
    _outlined,
    _compared_with_other,
    _compared_with_itself,
    _as_mermaid,
    _unplaced,
    _drawn(),
    _drawn(split="branch", evidence="nodes", ids="outline", level="full"),
    _drawn(evidence="none", ids="none", level="title", paper="slide", theme="print"),
    _several,
    _explained,
    _suggested,
    _coded,
    *(_drawn_beside(view) for view in VIEWS if view != "map"),
)
"""What one input makes of a map; the second byte chooses, else a thousand inputs would take a minute."""


def _as_text(c: Comparison) -> None:
    for view in ("findings", "matrix", "roles", "causes", "reasons", "metrics"):
        terminal(comparison_text.comparison_text(c, view=cast("Any", view), width=60))


def _as_markdown(c: Comparison) -> None:
    for view in ("findings", "matrix", "roles", "causes", "reasons", "metrics"):
        lines = comparison_markdown.comparison_markdown(c, view=cast("Any", view), detail="full")
        require(not _CONTROLS.search(lines), "a control character in Markdown")


def _as_json(c: Comparison) -> None:
    json.loads(comparison_json.to_json(c))


def _as_tables(c: Comparison) -> None:
    for table in (comparison_csv.comparison_csv(c), dna_csv.dna_csv(c), dna_csv.dna_matrix(c, "congruence")):
        require(not _CONTROLS.search(table.replace("\r\n", "\n")), "a control character in a table")


def _as_graphml(c: Comparison) -> None:
    for graph in (comparison_graphml.comparison_graphml(c), dna_graphml.dna_graphml(c)):
        ElementTree.fromstring(graph)


_COMPARED: Final[tuple[Callable[[Comparison], None], ...]] = (
    _as_text,
    _as_markdown,
    _as_json,
    _as_tables,
    _as_graphml,
)


@cache
def other() -> ArgumentMap:
    """A map to compare with: it has every construct of the format, and shares the codebook of the seeds."""
    return read_map(OTHER, "other.yaml").unwrap()


@cache
def third() -> ArgumentMap:
    """The same again under another name, with its first statement alone."""
    m = other()
    first = next(iter(m.statements))
    alone = m.statements[first].model_copy(update={"because": (), "but": ()})
    return m.model_copy(update={"id": "third", "statements": {first: alone}})


# ---- names and edits


def named(text: str, tree: Any) -> None:
    """Every name stands where it is said to stand, and writing it there anew changes nothing."""
    plain = text.lstrip(edits.BOM)
    found = occurrences.occurrences(tree)
    for o in found:
        require(0 <= o.start < o.end <= len(plain), f"{o} lies outside the text")
        require(plain[o.start : o.end].strip("'\"|>-+ \n") or o.key, f"{o} is empty")
    same = [edits.Edit(o.start, o.end, plain[o.start : o.end]) for o in found]
    require(edits.apply(text, same) == text, "writing names anew changes the text")
    for o in found[:3]:
        uses = [each for each in found if (each.kind, each.key) == (o.kind, o.key)]
        made = edits_of_names(text, uses, "renamed-x")
        after = occurrences.grow(edits.apply(text, made))
        if after is not None:
            renamed(after, (), "renamed-x")
        renamed(tree, made, "renamed-x")


def mended(text: str, problems: Iterable[Diagnostic]) -> None:
    """Fixes are edits that can be made. Those that are safe leave a file that can be read as before."""
    tree = occurrences.grow(text)
    before = read_document(text, NAME, codebook=_book)
    for d in problems:
        for fix in fixes_of(d, text, tree) if d.file in ("", NAME) else ():
            after = edits.apply(text, fix.edits)
            require(fix.title, "a fix without a title")
            if fix.safe and before.document is not None:
                now = read_document(after, NAME, codebook=_book)
                require(now.document is not None, f"a safe fix broke the file: {fix}")


# ---- what is promised


_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def errors(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those that keep a map from being used."""
    return [d for d in problems if d.severity == "error"]


def told(problems: Sequence[Diagnostic], texts: Mapping[str, str]) -> None:
    """Problems have codes of the catalogue, words, places inside the file, and can be shown in every form."""
    for d in problems:
        require(d.code in CODES, f"{d.code} is no code")
        require(d.message, "a problem without words")
        if d.file in texts:
            require(_inside(d, texts[d.file]), f"{d!r} is outside the file")
    terminal(diagnostics_text.diagnostics_text(problems, files=1, color=False))
    json.loads(diagnostics_json.diagnostics_json(problems, files=[NAME]))
    notes = diagnostics_github.diagnostics_github(problems)
    require(notes.count("\n") == len(problems), "a note of several lines")
    terminal(notes)


def _inside(d: Diagnostic, text: str) -> bool:
    p = d.position
    if p is None:  # of the whole file
        return True
    if not (1 <= p.line <= p.end_line and p.column >= 1 and (p.line, p.column) <= (p.end_line, p.end_column)):
        return False
    lines = re.split("\r\n|\r|\n", text.lstrip("\ufeff"))
    ends = ((p.line, p.column), (p.end_line, p.end_column))
    # one behind the last character is a place; so is the line end behind it, where something is missing
    return p.end_line <= len(lines) and all(column <= len(lines[line - 1]) + 2 for line, column in ends)


def terminal(text: str) -> None:
    """Nothing in it acts on a terminal, or hides; all of it can be written as UTF-8."""
    bad = _CONTROLS.search(text)
    require(not bad, f"{bad and bad[0]!r} reaches the terminal")
    text.encode("utf-8", "backslashreplace")


def drawn(first: Any) -> None:
    """Every sheet is text that a program can read."""
    for picture in (first, *first.sheets):
        require(picture.data, "an empty drawing")
        text = picture.data.decode("utf-8")
        require("\x00" not in text, "NUL in a drawing")
        for d in picture.diagnostics:
            require(d.code in CODES and d.message, f"{d!r} is no problem")
        if picture.format == "dot":
            _balanced(text)


_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[^"<{}]+|.', re.DOTALL)


def _balanced(dot: str) -> None:
    """The text is quoted as the DOT language asks: strings end, labels are well-formed, braces are closed."""
    at = depth = 0
    while at < len(dot):
        if dot[at] == "<":
            at = _label(dot, at)
            continue
        token = _TOKEN.match(dot, at)
        require(token and token[0] != '"', "a string in DOT that does not end")
        piece = cast("re.Match[str]", token)[0]
        depth += (piece == "{") - (piece == "}")
        require(depth >= 0, "a brace in DOT too many")
        at += len(piece)
    require(depth == 0, "a brace in DOT that is not closed")


def _label(dot: str, start: int) -> int:
    depth, at = 0, start
    for mark in re.finditer("[<>]", dot[start:]):
        depth += 1 if mark[0] == "<" else -1
        if depth == 0:
            at = start + mark.end()
            break
    require(depth == 0, "a label in DOT that does not end")
    ElementTree.fromstring(f"<label>{dot[start + 1 : at - 1]}</label>")
    return at


class declared:  # noqa: N801  # reads as a word: with declared()
    """What argmap raises on purpose, with words for a person, is an answer."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, ArgmapError):
            require(str(error).strip(), "an error without words")
            return True
        return False


# ---- boxes without Graphviz


_TAG: Final = re.compile(r"<[^>]*>")
_ROW: Final = re.compile(r"<TR\b|<BR\b", re.IGNORECASE)


def _measured(labels: Mapping[str, str], *, font_size: float = 11) -> engine.Measured:
    """Every character as wide as half its height: near enough for everything that follows to be done."""
    sizes = {}
    for name, label in labels.items():
        rows = [_TAG.sub("", row) for row in _ROW.split(label)]
        sizes[name] = (max(map(len, rows)) * font_size * 0.5 + 8, max(len(rows), 1) * font_size * 1.2 + 8)
    return engine.Measured(sizes)


def without_graphviz() -> Any:
    """A Graphviz that measures nothing and draws DOT alone."""
    return mock.patch.multiple(
        engine,
        measure=_measured,
        available=lambda: True,
        letters=lambda: "system",
        missing_glyphs=lambda _: "",
    )


def seeds() -> list[Path]:
    """The files that are kept, by name."""
    return sorted(path for path in chain(SEEDS.glob("*")) if path.is_file())
