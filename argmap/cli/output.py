"""Where a product goes: to standard output, or with ``-o`` into a file."""

from argmap.cli import terminal


def deliver(product: str, output: str | None) -> None:
    """Write a text product to the file `output`, or to standard output where it is None or ``-``."""
    if output is None or output == "-":
        terminal.write(product)
        return
    from argmap import files  # noqa: PLC0415

    files.write(output, product)
