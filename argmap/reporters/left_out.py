"""How many problems are not shown, and why: nothing is left out without a word."""

from typing import NamedTuple


class LeftOut(NamedTuple):
    """Problems that were found and are not shown.

    Attributes:
        silenced: By comments in the files, ``# argmap: ignore[AM304]``.
        unwanted: By options, or by the settings of the project.
    """

    silenced: int = 0
    unwanted: int = 0

    def __str__(self) -> str:
        """In words, or "".

        >>> str(LeftOut(2, 1))
        '2 silenced by comments, 1 left out by options or settings'
        """
        parts = [f"{self.silenced} silenced by comments"] * bool(self.silenced)
        parts += [f"{self.unwanted} left out by options or settings"] * bool(self.unwanted)
        return ", ".join(parts)
