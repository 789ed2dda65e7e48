"""A picture that is put into the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of ours.

    Attributes:
        name: A word for it.
        caption: What stands under it.
        svg: The file as drawn.
        said_in: The id of the view that says the same in words.
    """

    name: str
    caption: str
    svg: bytes
    said_in: str = "compare"
