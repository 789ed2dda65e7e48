"""AM9xx: pictures that can be made, but not as they should be."""

from typing import Final

from argmap.codes.page import Page

DRAWING: Final = (
    Page(
        "AM901",
        "too-small-to-read",
        "warning",
        finds="On the paper asked for, the running text comes out smaller than 8 pt, on slides smaller than 12 pt.",
        why="It cannot be read in print, nor from the second row of a classroom.",
        fix="Ask for what the message proposes, which was tried: labels only (`--level title`), upright paper, a sheet "
        "per branch (`--split branch`), or larger paper (`--paper a3`).",
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
        finds="A picture has no room for some sentences, and cuts them: of labels, where a statement has no `label`; "
        "of a comparison, where what a side says is longer than the level or the slide allows. An ellipsis shows it.",
        why="What is cut may be what matters: “not”, “unless”, the object of the claim.",
        fix="Give these statements a `label` of up to eight words, or ask for more (`--level text`, `--level full`) or "
        "for larger paper; on a slide, ask for the sheet on paper (`--view sheet`).",
    ),
    Page(
        "AM907",
        "no-toml",
        "error",
        finds="The file of a theme or of a language cannot be read as TOML.",
        why="Nothing in it can be used, and a guess would draw in other colours or words than were asked for.",
        fix='Write one `name = "value"` a line, tables under a line such as `[support]`; texts stand in quotes.',
    ),
    Page(
        "AM908",
        "unknown-entry",
        "error",
        finds="The file of a theme or of a language has an entry that argmap does not know, or an unknown `base`.",
        why="It would have no effect, and nobody would see why.",
        fix="Spell it as the tables that come with argmap do; `docs/themes.md` lists all colours.",
    ),
    Page(
        "AM909",
        "no-colour",
        "error",
        finds="A value in the file of a theme is no colour.",
        why="Graphviz would draw it black, or not at all, without a word.",
        fix='Write colours as `"#RRGGBB"`, in quotes: without them, what follows the # is a comment.',
    ),
    Page(
        "AM910",
        "too-little-contrast",
        "error",
        finds="A text of a theme has less contrast than 4.5:1, or a line less than 3:1, on a ground that it lies on.",
        why="Readers with weak sight, and everybody in a bright room, cannot read it.",
        fix="Take the shade that the message names, or change the ground. What lies on what: `docs/themes.md`.",
    ),
    Page(
        "AM911",
        "colours-alike",
        "warning",
        finds="Two colours of a theme that mean different things are hardly told apart, by all or colour-blind eyes.",
        why="One reader in twenty does not see which is which. Words, borders and heads still say it, but later.",
        fix="Let one of the two be darker or lighter; hues alone do not help everybody.",
    ),
    Page(
        "AM912",
        "colour-in-print",
        "warning",
        finds="A theme for black and white has a colour, or two bars of one look.",
        why="A copier turns the colour into some grey, and bars of one look are told apart by their word only.",
        fix="Write the grey that the message names, or base the theme on `light`.",
    ),
    Page(
        "AM913",
        "unfit-words",
        "error",
        finds="A value in the file of a language is empty, no line of text, or lacks or adds a name in braces.",
        why="The drawing would lose what belongs there: the name of an author, the number of a sheet.",
        fix="Keep the names in braces as they stand in the English table; their order is free.",
    ),
    Page(
        "AM914",
        "large-for-mermaid",
        "warning",
        finds="The Mermaid text of a map has more than 50,000 characters or 500 lines between boxes.",
        why="Mermaid draws no text of that size unless the page that shows it was set up to.",
        fix="Draw a part (`--focus`, `--depth`) or labels only (`--level title`), or draw it as SVG; or set "
        "`maxTextSize` and `maxEdges` where Mermaid is called.",
    ),
)
