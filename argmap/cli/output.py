"""Where a product goes: to standard output, or with ``-o`` into a file."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

from argmap.cli import terminal
from argmap.cli.unusable import Unusable

F = TypeVar("F", bound=str)

_FORMS: Final[Mapping[str, str]] = {
    "": "text",
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".csv": "csv",
    ".graphml": "graphml",
}
"""The form that the ending of a file names."""

_PICTURES: Final = (".svg", ".png", ".pdf", ".dot", ".mmd")


def form_of(output: str | None, form: F | None, offered: Sequence[F]) -> F:
    """The form asked for, else the one that the file's ending names, else the first: text."""
    if form is not None or output is None or output == "-":
        return form or offered[0]
    from argmap import files  # noqa: PLC0415

    if files.is_stream(Path(output)):
        return offered[0]
    ending = Path(output).suffix.lower()
    for each in offered:
        if each == _FORMS.get(ending):
            return each
    endings = [known for known, named in _FORMS.items() if known and named in offered and known != ".markdown"]
    hint = f"end it with {', '.join(endings)}, or name a form: --format {offered[0]}"
    if ending in _PICTURES:
        hint += "; `argmap draw` makes pictures"
    raise Unusable(f"{output!r} does not say what is to be written", hint=hint)


def deliver(product: str | bytes, output: str | None) -> None:
    """Write a product to the file `output` and print its path, or to standard output where it is None or ``-``.

    Text is written in UTF-8, bytes as they are. What goes into a pipe lies nowhere, and has no path to print.
    """
    if output is None or output == "-":
        if isinstance(product, bytes):
            terminal.write_bytes(product)
        else:
            terminal.write(product)
        return
    from argmap import files  # noqa: PLC0415

    files.write(output, product)
    if not files.is_stream(Path(output)):
        from argmap.reporters.visible import visible  # noqa: PLC0415

        terminal.write(visible(output))


def require_apart(output: str | None, inputs: Iterable[str]) -> None:
    """Raise `Unusable` if writing to `output` would replace a map that is read, its codebook or its article."""
    require_all_apart(() if output is None else (output,), inputs)


def require_all_apart(outputs: Iterable[str], inputs: Iterable[str]) -> None:
    """The same for several files to be written; what is read is opened once, and only if one of them is there."""
    from argmap import files  # noqa: PLC0415

    there = _there(outputs)
    if there:
        read = {name for given in inputs if given != "-" for name in files.read_together(given)}
        require_not_read(there, read)


def require_not_read(outputs: Iterable[str], read: Iterable[str]) -> None:
    """Raise `Unusable` if one of the files to be written is one of those that are read."""
    there = _there(outputs)
    known = [Path(name) for name in read if Path(name).exists()] if there else []
    for output in there:
        if any(name.samefile(output) for name in known):
            raise Unusable(f"{output!r} is read by this command and would be lost", hint="write to another file")


def _there(outputs: Iterable[str]) -> list[str]:
    """Those of the outputs that are files already, which writing would replace."""
    from argmap import files  # noqa: PLC0415

    return [each for each in outputs if each != "-" and Path(each).is_file() and not files.is_stream(Path(each))]
