"""`argmap new`: a commented map or codebook to fill in, from a title, from an article, from maps."""

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from argmap.cli import terminal
from argmap.cli.output import deliver
from argmap.cli.unusable import Unusable, require_files
from argmap.formats.articles import argued, is_markup, title_in
from argmap.formats.skeletons import Article, codebook_draft, codebook_skeleton, for_editors, map_skeleton, slug

Kind = Literal["map", "codebook"]

_YAML: Final = (".yaml", ".yml")
_PROSE: Final = (".txt", ".md", ".text", ".markdown")
_LINES_OF_A_PARAGRAPH: Final = 25  # of more, one probably forgot the blank lines
_NO_TEXT: Final = {b"%PDF": "a PDF", b"PK\x03\x04": "a packed document (.docx, .odt, .epub)", b"{\\rtf": "rich text"}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be written: a file to be filled in, and what it is about."""

    kind: Kind
    title: str
    sources: tuple[str, ...]
    stubs: bool


def run(
    words: Sequence[str],
    *,
    sources: Sequence[str] = (),
    codebook: bool = False,
    stubs: bool = False,
    schema: bool = False,
    output: str | None = None,
) -> int:
    """Write the skeleton; a file that exists is left as it is."""
    wanted = _wanted(words, sources, codebook, stubs)
    if schema and output in (None, "-"):
        raise Unusable("--schema writes a second file beside the first", hint="say where with -o, as in -o my-map.yaml")
    if output is not None and output != "-":
        target = _target(output, wanted)
        _require_new(target)
    else:
        target = None
    product = _codebook(wanted, target.name if target else "") if wanted.kind == "codebook" else _map(wanted, target)
    if schema and target:
        product = _with_schema(product, wanted.kind, target.parent)
    deliver(product, str(target) if target else None)
    return 0


def _wanted(words: Sequence[str], sources: Sequence[str], codebook: bool, stubs: bool) -> _Wanted:
    """What the arguments ask for; `argmap new codebook TOPIC` and `--codebook` mean the same."""
    rest, given = list(words), list(sources)
    if rest[:1] == ["codebook"]:
        codebook, rest = True, rest[1:]
    if codebook and given:  # `--from maps/*.yaml`: the shell has made several words of it
        given += [word for word in rest if word.endswith(_YAML)]
        rest = [word for word in rest if not word.endswith(_YAML)]
    if stubs and codebook:
        raise Unusable("--stubs are statements of a map, not of a codebook", hint="leave one of the two out")
    if stubs and not given:
        raise Unusable("--stubs needs an article, to count its paragraphs", hint="name its text: --from article.txt")
    if len(given) > 1 and not codebook:
        raise Unusable(f"a map is of one article, and {len(given)} are named", hint="make a map of each")
    if len(rest) > 1:
        title, last = " ".join(rest[:-1]), rest[-1]
        hint = f'"{title}" -o {last}' if last.endswith(_YAML) else f'put it in quotes: "{title} {last}"'
        raise Unusable(f"one title is taken, not {len(rest)}", hint=hint)
    title = " ".join(rest[0].split()) if rest else ""
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in title):
        raise Unusable(f"the title {title!r} holds characters that are no text", hint="write it in UTF-8")
    _require_title(title, codebook=codebook)
    return _Wanted("codebook" if codebook else "map", title, tuple(given), stubs)


def _require_title(title: str, *, codebook: bool) -> None:
    """Refuse the name of a file where a title belongs, and say what was probably meant."""
    new = "argmap new codebook" if codebook else "argmap new"
    thing = "topic" if codebook else "title"
    if title.lower().endswith(_YAML):
        if codebook and Path(title).is_file():
            raise Unusable(f"{title!r} is a file, not a topic", hint=f"write `{new} --from {title}`")
        raise Unusable(f"{title!r} is a file's name, not a {thing}", hint=f'write `{new} "The {thing}" -o {title}`')
    if title.lower().endswith(_PROSE) or (title and _is_file(title)):
        hint = "a codebook is drafted from maps" if codebook else f"write `{new} --from {title}`"
        raise Unusable(f"{title!r} is a file's name, not a {thing}", hint=hint)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:  # a title may be longer than any name of a file
        return False


def _target(output: str, wanted: _Wanted) -> Path:
    """The file to write: in a folder its name is made of the title."""
    from argmap.files import is_folder  # noqa: PLC0415  # without a file there is no need for it

    if not is_folder(output):
        return Path(output)
    name = slug(wanted.title) or slug(Path(wanted.sources[0]).stem if wanted.sources else "")
    if wanted.kind == "codebook":
        return Path(output) / f"{name or 'my-topic'}.codebook.yaml"
    return Path(output) / f"{name or 'my-map'}.yaml"


def _require_new(target: Path) -> None:
    from argmap.files import is_stream  # noqa: PLC0415

    if target.is_file() and not is_stream(target):
        raise Unusable(f"{str(target)!r} exists and is left as it is", hint="choose another name")


def _map(wanted: _Wanted, target: Path | None) -> str:
    if not wanted.sources:
        return map_skeleton(wanted.title)
    (source,) = wanted.sources
    text = _article(source)
    article = Article(text, "" if source == "-" else _seen_from(target.parent if target else Path(), Path(source)))
    stem = "" if source == "-" else Path(source).stem
    return map_skeleton(wanted.title or title_in(text), article=article, stubs=wanted.stubs, name=stem)


def _article(source: str) -> str:
    """The text of an article.

    Raises:
        InvalidMap: It is too large or no UTF-8; the place is said.
        Unusable: There is no such file, or nothing in it that could be argued.
    """
    from argmap.errors import InvalidMap  # noqa: PLC0415
    from argmap.files import read_article  # noqa: PLC0415

    if source != "-" and Path(source).is_dir():
        raise Unusable(f"{source!r} is a folder", hint="name the text of one article")
    require_files([source])
    if source.lower().endswith(_YAML):
        raise Unusable(f"{source!r} is no article", hint="a map is made from its plain text, as in --from article.txt")
    if source != "-" and (what := _packed(Path(source))):
        raise Unusable(f"{source!r} is {what}", hint="save its text in a file of its own, as plain text in UTF-8")
    text = read_article(source)
    if not isinstance(text, str):
        raise InvalidMap((text,))
    if "\0" in text:
        raise Unusable(f"{source!r} is no text", hint="save the article as plain text in UTF-8")
    if is_markup(text):
        raise Unusable(f"{source!r} is a web page with its markup", hint="save what it says as plain text")
    numbered = argued(text)
    if not any(numbered.values()):
        raise Unusable(f"{source!r} has no paragraph", hint="paragraphs stand between blank lines, or begin with ¶1")
    if len(numbered) == 1 and text.count("\n") > _LINES_OF_A_PARAGRAPH:
        terminal.tell(f"{source!r} is one paragraph; put blank lines between paragraphs, or begin them with ¶1, ¶2")
    return text


def _packed(path: Path) -> str:
    """What kind of document a file is whose text lies in it only in some wrapping; "" for others."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        start = file.read(8)
    return next((what for mark, what in _NO_TEXT.items() if start.startswith(mark)), "")


def _seen_from(folder: Path, file: Path) -> str:
    """The path of a file as a map in that folder names it."""
    if file.is_absolute():
        return file.as_posix()
    there = Path(os.path.realpath(file.parent)) / file.name
    try:
        return Path(os.path.relpath(there, os.path.realpath(folder))).as_posix()
    except ValueError:  # on another drive
        return there.as_posix()


def _codebook(wanted: _Wanted, file: str) -> str:
    if not wanted.sources:
        return codebook_skeleton(wanted.title, file=file)
    from argmap.facade.undefined_keys import undefined_keys  # noqa: PLC0415

    require_files(wanted.sources)
    ids, sections = undefined_keys(list(dict.fromkeys(wanted.sources)))
    if not any(sections.values()):
        few = "the map uses" if len(ids) == 1 else "the maps use"
        raise Unusable(f"there is nothing to define: {few} no key that is not defined", hint="add `says` first")
    return codebook_draft(wanted.title, ids, sections, file=file)


def _with_schema(product: str, kind: Kind, folder: Path) -> str:
    """The product under a line that names the schema, which is put beside it."""
    from argmap import files  # noqa: PLC0415
    from argmap.cli.schema import schema_text  # noqa: PLC0415

    beside = folder / f"argmap-{kind}.schema.json"
    text = schema_text(kind) + "\n"
    if not beside.exists():
        files.write(beside, text)
    elif files.read_text(beside) != text:
        again = f"`argmap schema {kind} -o {beside}` writes it anew"
        terminal.tell(f"{str(beside)!r} is not the schema of this argmap, and is left as it is; {again}")
    return for_editors(beside.name) + product
