"""A picture that is put into the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of ours. `name` is a word for addresses, `caption` what stands under it, `svg` the file as drawn."""

    name: str
    caption: str
    svg: bytes
