"""AM9xx: pictures that can be made, but not as they should be."""

from typing import Final

from argmap.codes.page import Page

DRAWING: Final = (
    Page(
        "AM901",
        "too-small-to-read",
        "warning",
        finds="On the paper asked for, the body text comes out smaller than 8 pt.",
        why="It cannot be read in print, nor from the second row of a classroom.",
        fix="Ask for larger paper (`--paper a3`), for less text (`--level title`), or for a sheet per branch.",
    ),
    Page(
        "AM902",
        "no-graphviz",
        "error",
        finds="There is no Graphviz to draw with.",
        why="Pictures are drawn by Graphviz; on most machines it comes with argmap.",
        fix="`pip install pygraphviz`, or install Graphviz for the system. `--format dot` needs neither.",
    ),
    Page(
        "AM903",
        "no-font",
        "warning",
        finds="The machine has no font.",
        why="Without one, letters come out as empty squares; argmap draws with a font of its own instead.",
        fix="Nothing has to be done. To choose the look of the picture, install fonts such as Liberation or DejaVu.",
    ),
    Page(
        "AM904",
        "missing-glyphs",
        "warning",
        finds="The fonts of the machine have no shape for some characters of the map.",
        why="These characters come out as empty squares.",
        fix="Install a font that has them, for example Noto CJK for Chinese, Japanese and Korean.",
    ),
    Page(
        "AM905",
        "not-connected",
        "warning",
        finds="Some statements hang on no thesis and are drawn apart from the rest.",
        why="A reader cannot see what they are for.",
        fix="Name them under `because`, `but`, `unless` or `if` of the statement they bear on, or make them a thesis.",
    ),
    Page(
        "AM906",
        "sentence-cut",
        "advice",
        finds="A picture of labels has no room for some sentences that have no `label`, and cuts them.",
        why="What is cut may be what matters: “not”, “unless”, the object of the claim.",
        fix="Give these statements a `label` of up to eight words, or ask for sentences (`--level text`).",
    ),
)
