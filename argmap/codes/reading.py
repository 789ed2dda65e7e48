"""AM1xx: what keeps a file from being read as a map or a codebook."""

from typing import Final

from argmap.codes.page import Page

READING: Final = (
    Page(
        "AM101",
        "yaml-syntax",
        "error",
        finds="The file is not YAML: a bracket or quotation mark is left open, a line is indented wrongly, or a"
        " character stands where YAML gives it another meaning.",
        why="From the place of the mistake on, nobody can say what the file means.",
        fix="Look at the place shown and at the line above it. Put quotation marks round a text that holds `: `, ` #`,"
        " or begins with one of `[ ] { } & * ! | > % @`.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: "High Street needs a bus lane.}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: "High Street needs a bus lane."}
""",
    ),
    Page(
        "AM102",
        "not-a-mapping",
        "error",
        finds="The file is YAML, but no map and no codebook: it is a list, or a text.",
        why="Maps and codebooks are made of named fields; there are none in it.",
        fix="Begin a map with `argmap: 1`, a codebook with `argmap-codebook: 1`; below stand fields, not list items.",
        wrong="""\
- argmap: 1
- id: bus-lane
""",
        right="""\
argmap: 1
id: bus-lane
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM103",
        "unknown-field",
        "error",
        finds="A field has a name that the format does not know at this place.",
        why="A misspelt `becuase` would otherwise lose its reasons without a word.",
        fix="Correct the name, or move what is only meant for people into `note` or a comment.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane., becuase: [buses-late]}
  buses-late: {text: Buses are late.}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane., because: [buses-late]}
  buses-late: {text: Buses are late.}
""",
    ),
    Page(
        "AM104",
        "missing-field",
        "error",
        finds="A required field is missing: `argmap`, `id` or `statements` of a map, `text` of a statement,"
        " `argmap-codebook` or `id` of a codebook.",
        why="Without it the part cannot be named, shown or compared.",
        fix="Add the field. A statement's `text` is one full sentence in the mapper's own words.",
        wrong="""\
statements:
  bus-lane: {type: thesis, label: A bus lane}
""",
        right="""\
statements:
  bus-lane: {type: thesis, label: A bus lane, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM105",
        "wrong-type",
        "error",
        finds="A field holds another kind of value than it should: a text where a mapping belongs, a mapping where a"
        " text belongs, nothing at all, or a value of `says` that is none of its three forms.",
        why="argmap does not guess: what a misplaced value was meant to be is for the mapper to say.",
        fix="Write the value in the form the message names; `argmap schema` prints all of them.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: [High Street, needs a bus lane.]}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM106",
        "duplicate-key",
        "error",
        finds="The same key stands twice in one mapping, for example two statements with one id.",
        why="YAML readers keep one of the two in silence, and a statement is lost.",
        fix="Rename one of them, or merge the two.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
  bus-lane: {text: The lane should be painted red.}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane., because: [red-lane]}
  red-lane: {text: A red lane keeps cars out.}
""",
    ),
    Page(
        "AM107",
        "alias",
        "error",
        finds="The file uses a YAML anchor, alias or merge key (`&name`, `*name`, `<<`).",
        why="A small file with aliases can unfold into a huge one, and a copied statement has no place of its own.",
        fix="Write the value out. To use a statement in several places, name its id in each of them. A text that begins"
        " with `*` or `&` needs quotation marks.",
        wrong="""\
statements:
  bus-lane: &lane {type: thesis, text: High Street needs a bus lane.}
  copy: *lane
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM108",
        "tag",
        "error",
        finds="A value carries a YAML tag (`!name`, `!!type`).",
        why="Tags tell a program to build something else than text; a map holds texts only.",
        fix="Remove the tag. A text that begins with `!` needs quotation marks.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: !!str High Street needs a bus lane.}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM109",
        "several-documents",
        "error",
        finds="The file holds a second YAML document, after a line `---`.",
        why="One file is one map; a second document would be read by some tools and dropped by others.",
        fix="Put the second document into a file of its own, or remove the line `---`.",
        wrong="""\
argmap: 1
id: bus-lane
statements: {}
---
argmap: 1
id: tram
statements: {}
""",
        right="""\
argmap: 1
id: bus-lane
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM110",
        "wrong-version",
        "error",
        finds="The file names a version of the format that this argmap does not read.",
        why="A field may mean something else in another version, so nothing is read on suspicion.",
        fix="Write `argmap: 1` (or `argmap-codebook: 1`), or update argmap if the file is newer than it.",
        wrong="""\
argmap: 7
id: bus-lane
statements: {}
""",
        right="""\
argmap: 1
id: bus-lane
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM111",
        "file-unreadable",
        "error",
        finds="A file cannot be opened or is no UTF-8 text: it does not exist, is a folder, is not permitted, or was"
        " saved in another encoding such as Latin-1 or UTF-16.",
        why="Nothing in it can be checked, and letters would be wrong if they were guessed.",
        fix="Check the path; it is relative to the file that names it. In an editor, save the file as UTF-8.",
    ),
    Page(
        "AM112",
        "too-large",
        "error",
        finds="The file is larger than 20 MB or holds more than 100 000 statements.",
        why="A map of one article has tens of statements; a file of this size is most likely not a map.",
        fix="Check that it is the right file. `--no-limit` reads it all the same.",
    ),
    Page(
        "AM113",
        "too-deep",
        "error",
        finds="Brackets or indentation are nested far deeper than any map needs.",
        why="Such a file is damaged, or made to break readers.",
        fix="Name statements by id instead of nesting them; relations carry the depth of an argument.",
    ),
    Page(
        "AM114",
        "bad-id",
        "error",
        finds="A key is not a slug: lower-case letters a to z, digits and single hyphens, at most 80 characters.",
        why="Ids stand in references, file names and links, where spaces and capitals get lost or changed.",
        fix="Write it in lower case with hyphens; what people should read goes into `label`, `name` or `text`.",
        wrong="""\
statements:
  Bus Lane: {type: thesis, text: High Street needs a bus lane.}
""",
        right="""\
statements:
  bus-lane: {type: thesis, label: Bus lane, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM115",
        "unknown-value",
        "error",
        finds="A field that takes one of a few words holds another word.",
        why="A misspelt `thesis` would leave the map without its top; a misspelt `likely` would read as certain.",
        fix="Use one of the words the message lists.",
        wrong="""\
statements:
  bus-lane: {type: thesys, text: High Street needs a bus lane.}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM116",
        "control-character",
        "error",
        finds="The file holds a control character, often an invisible one pasted from a PDF, or an escape that stands"
        " for one, such as `\\e` in double quotes. Tabs and line ends are none.",
        why="It cannot be seen, breaks searches, and does harm in a terminal.",
        fix="Delete the character at the place shown; retyping the word usually helps.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: "High Street needs a \\e[31mred\\e[0m bus lane."}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: "High Street needs a red bus lane."}
""",
    ),
    Page(
        "AM117",
        "empty-file",
        "error",
        finds="The file is empty, or holds nothing but comments.",
        why="There is no map in it; often it was not saved, or the path is that of another file.",
        fix="`argmap new` prints a map to begin with.",
        wrong="""\
# a map of the bus lane article
""",
        right="""\
argmap: 1
id: bus-lane
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
""",
    ),
    Page(
        "AM118",
        "bad-ignore-comment",
        "warning",
        finds="A comment was meant to silence a problem and does not: it is misspelt, names no code or an unknown one,"
        " or names an error.",
        why="Who wrote it believes that it works. Errors are always told: no other command takes a map that has one.",
        fix="Write `# argmap: ignore[AM304]`, several codes with commas between them. `docs/check.md` says what such a"
        " comment covers.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
  tram: {text: A tram costs more.}  # argmap: ignore[AM304, AM3O4]
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
  tram: {text: A tram costs more.}  # argmap: ignore[AM304]
""",
    ),
    Page(
        "AM119",
        "idle-ignore-comment",
        "warning",
        finds="A comment silences a problem that does not begin on its line.",
        why="It would silence the next such problem that comes to stand there, which nobody has judged.",
        fix="Delete the comment, or move it to the end of the line shown in the message of the problem, or above it.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}  # argmap: ignore[AM304]
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: High Street needs a bus lane.}
  tram: {text: A tram costs more.}  # argmap: ignore[AM304]
""",
    ),
    Page(
        "AM120",
        "bad-setting",
        "error",
        finds="The settings of a project, in `argmap.toml` or below `[tool.argmap]` in `pyproject.toml`, have an entry"
        " that argmap does not know, or a value that it cannot use.",
        why="It would have no effect, and problems would be told, or left out, that nobody meant to.",
        fix="Use `select`, `ignore` and `[per-file-ignores]` with lists of codes, `teach` and `strict` with `true` or"
        " `false`. `argmap check --no-settings` does without the settings.",
    ),
    Page(
        "AM121",
        "turned-text",
        "warning",
        finds="A text holds a character that turns round the order in which the letters behind it are shown: U+202A to"
        " U+202E, or U+2066 to U+2069.",
        why="An editor, a web page or a terminal then shows another text than the one argmap reads, and a reader can be"
        " made to believe what the file does not say. argmap shows such a character by its number in text, and leaves"
        " it out of pictures.",
        fix="Delete the character. Hebrew and Arabic are shown in their order without it; the marks U+200E and U+200F"
        " may stand.",
        wrong="""\
statements:
  bus-lane: {type: thesis, text: "High Street needs \\u202eenal sub a"}
""",
        right="""\
statements:
  bus-lane: {type: thesis, text: "High Street needs a bus lane."}
""",
    ),
    Page(
        "AM122",
        "cut-text",
        "warning",
        finds="A text without quotes ends at a `#` that has a space before it and a letter or digit right behind it.",
        why="YAML takes the rest of the line for a comment, so the map does not say it, and pictures do not show it.",
        fix="Put the whole text in quotes. If it is a comment, write a space behind the `#`.",
        wrong="""\
statements:
  bus-lane:
    type: thesis
    text: A bus lane is the #1 wish of High Street.
""",
        right="""\
statements:
  bus-lane:
    type: thesis
    text: "A bus lane is the #1 wish of High Street."
""",
    ),
    Page(
        "AM123",
        "bad-rubric",
        "error",
        finds="The rubric of `argmap grade --rubric` has a field that argmap does not know, or a value that it cannot"
        " use.",
        why="Grades would be reckoned otherwise than its author meant.",
        fix="Use `points` with a number for each kind, `ignore` with a list of kinds of findings, and `levels` with the"
        " least share of each. `argmap grade --new-rubric` prints a rubric to start from.",
    ),
)
