"""Where a product goes: to standard output, or with ``-o`` into a file."""

from collections.abc import Iterable
from pathlib import Path

from argmap.cli import terminal
from argmap.cli.unusable import Unusable


def deliver(product: str | bytes, output: str | None) -> None:
    """Write a text product to the file `output`, or to standard output where it is None or ``-``; bytes as they are."""
    if output is None or output == "-":
        if isinstance(product, bytes):
            terminal.write_bytes(product)
        else:
            terminal.write(product)
        return
    from argmap import files  # noqa: PLC0415

    files.write(output, product)


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
