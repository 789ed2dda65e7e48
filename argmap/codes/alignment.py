"""AM7xx: alignment files, and what their rows say of maps."""

from typing import Final

from argmap.codes.page import Page

_HEAD: Final = (
    "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_label\tconfidence"
)
_MANUAL: Final = "semapv:ManualMappingCuration"


def _row(subject: str, predicate: str, target: str, *, modifier: str = "", confidence: str = "1") -> str:
    return "\t".join((subject, predicate, modifier, target, _MANUAL, "Ana Ruiz", confidence))


def _table(*rows: str) -> str:
    return "\n".join((_HEAD, *rows)) + "\n"


_GOOD: Final = _table(_row("ruiz:safer", "skos:exactMatch", "patel:less-danger", confidence="0.9"))

ALIGNMENT: Final = (
    Page(
        "AM701",
        "no-alignment-table",
        "error",
        finds="The file holds no table of an alignment: its columns are separated by commas, semicolons or spaces, its"
        " first row names no columns, it is something else, or there is nothing below the metadata.",
        why="Without columns nobody can tell which cell is a statement and which says how two are related.",
        fix="Save the table as tab-separated text, with `subject_id` and the other columns named in its first row.",
        wrong=_GOOD.replace("\t", ","),
        right=_GOOD,
    ),
    Page(
        "AM702",
        "bad-metadata",
        "error",
        finds="Lines that begin with `#` hold no metadata: they are not YAML, or free text, or stand inside the table.",
        why="SSSOM keeps there who made the alignment and under which licence; other tools would refuse the file.",
        fix="Write `#comment: …` above the table. To leave a row out, delete it.",
        wrong=f"#made in a hurry\n{_GOOD}",
        right=f"#comment: made in a hurry\n{_GOOD}",
    ),
    Page(
        "AM703",
        "missing-column",
        "error",
        finds="The table lacks one of the columns `subject_id`, `predicate_id`, `object_id`, `mapping_justification`.",
        why="A row has to say which two statements are related, how, and on what ground somebody says so.",
        fix="Add the column; what a person decided has the justification `semapv:ManualMappingCuration`.",
        wrong="subject_id\tpredicate_id\tobject_id\nruiz:safer\tskos:exactMatch\tpatel:less-danger\n",
        right="subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
        f"ruiz:safer\tskos:exactMatch\tpatel:less-danger\t{_MANUAL}\n",
    ),
    Page(
        "AM704",
        "column-name",
        "error",
        finds="A column has no name, a name that another one has, or nearly the name of one that argmap reads.",
        why="Columns argmap does not know are kept and not read: a misspelt `predicate_modifer` would turn what was"
        " refused into what was accepted.",
        fix="Correct the name; a column of your own may have any that is not so near.",
        wrong=_GOOD.replace("predicate_modifier", "predicate_modifer"),
        right=_GOOD,
    ),
    Page(
        "AM705",
        "cells-in-row",
        "error",
        finds="A row has more or fewer cells than the table has columns.",
        why="From the missing tab on, every cell stands under the wrong column.",
        fix="Write one tab between two cells, also where one is empty; put a text that holds a tab in quotation marks.",
        wrong=_GOOD.replace("skos:exactMatch\t\t", "skos:exactMatch\t"),
        right=_GOOD,
    ),
    Page(
        "AM706",
        "torn-quotation",
        "error",
        finds="A cell begins with a quotation mark that is not closed at the end of the cell.",
        why="Quotation marks hold a whole cell together; a spreadsheet would read on to the next one, rows below.",
        fix='Put the whole cell in quotation marks and write those inside it twice: `"""Safer"" is her word"`.',
        wrong=_GOOD.replace("Ana Ruiz", '"Ana" Ruiz'),
        right=_GOOD.replace("Ana Ruiz", '"""Ana"" Ruiz"'),
    ),
    Page(
        "AM707",
        "bad-reference",
        "error",
        finds="A cell that names a statement is not the id of a map, a colon, and the id of a statement in it.",
        why="The row cannot be followed to what the articles say.",
        fix="Write `map:statement`. That somebody looked and found nothing is `sssom:NoTermFound` under `object_id`.",
        wrong=_GOOD.replace("ruiz:safer", "safer"),
        right=_GOOD,
    ),
    Page(
        "AM708",
        "unknown-predicate",
        "error",
        finds="A row relates two statements in a way argmap does not know.",
        why="What follows for a comparison depends on this word alone.",
        fix="Write `skos:exactMatch` (says the same), `argmap:contradicts` (says the opposite), `skos:broadMatch` (the"
        " object claims less: it follows), `skos:narrowMatch` (the object claims more), `argmap:contrary` (both cannot"
        " be true) or `argmap:related` (no more than that).",
        wrong=_GOOD.replace("skos:exactMatch", "skos:closeMatch"),
        right=_GOOD.replace("skos:exactMatch", "argmap:related"),
    ),
    Page(
        "AM709",
        "unknown-term",
        "error",
        finds="`predicate_modifier` holds another word than `Not`, `Not` denies that nothing was found, or"
        " `mapping_justification` holds no term of the semantic mapping vocabulary.",
        why="These two say whether a person accepted the row, refused it, or has not seen it yet.",
        fix="Write `Not` for a refused pair, else nothing; `semapv:ManualMappingCuration` for what a person decided,"
        " `semapv:CompositeMatching` for a proposal.",
        wrong=_GOOD.replace(_MANUAL, "semapv:ManualCuration"),
        right=_GOOD,
    ),
    Page(
        "AM710",
        "bad-confidence",
        "error",
        finds="A confidence is no number from 0 to 1.",
        why="`--min-confidence` leaves weaker rows out; it cannot tell whether this one is weaker.",
        fix="Write `0.8`, with a point; an empty cell says nothing, and counts as decided.",
        wrong=_GOOD.replace("0.9", "90%"),
        right=_GOOD,
    ),
    Page(
        "AM711",
        "row-within-a-map",
        "error",
        finds="A row joins two statements of one map, or says that a map was searched for its own statement.",
        why="An alignment says what two articles have in common; within one map, one statement says a thing.",
        fix="Correct the id of the map, or delete the row. Within a map, give both statements the same `says`.",
        wrong=_GOOD.replace("patel:", "ruiz:"),
        right=_GOOD,
    ),
    Page(
        "AM712",
        "row-twice",
        "warning",
        finds="Two rows of one author say the same of the same two statements, perhaps the other way round.",
        why="When one of them is corrected, the other still stands.",
        fix="Delete one of the two.",
        wrong=_table(
            _row("ruiz:safer", "skos:exactMatch", "patel:less-danger"),
            _row("patel:less-danger", "skos:exactMatch", "ruiz:safer"),
        ),
        right=_table(_row("ruiz:safer", "skos:exactMatch", "patel:less-danger")),
    ),
    Page(
        "AM713",
        "rows-at-odds",
        "error",
        finds="The same two statements are accepted in one row and refused in another, or joined as alike in one and as"
        " unlike in another.",
        why="A comparison cannot follow both.",
        fix="Decide, and delete the other row.",
        wrong=_table(
            _row("ruiz:safer", "skos:exactMatch", "patel:less-danger"),
            _row("ruiz:safer", "argmap:related", "patel:less-danger", modifier="Not"),
        ),
        right=_table(_row("ruiz:safer", "skos:exactMatch", "patel:less-danger")),
    ),
    Page(
        "AM721",
        "map-not-given",
        "warning",
        finds="Rows name a map that is not among the maps the alignment is checked with.",
        why="Whether their statements exist cannot be told, and they take no part in a comparison of these maps.",
        fix="Correct the id, or name the map's file too.",
    ),
    Page(
        "AM722",
        "row-names-no-statement",
        "error",
        finds="A row names a statement that its map does not have.",
        why="Statements get renamed; the row would silently join nothing.",
        fix="Write the id the statement has now, or delete the row.",
    ),
    Page(
        "AM723",
        "row-cannot-join",
        "error",
        finds="A row joins a statement that says more than one thing, or is coded as a cause or a role.",
        why="Rows join what is held or denied: a statement without `says`, or one with a single stance. Causes and"
        " roles are compared by the keys of the codebook.",
        fix="Code both statements with shared keys, or relate them as `argmap:related`, which only informs.",
    ),
    Page(
        "AM724",
        "joined-already",
        "warning",
        finds="A row joins two statements that take the stance it says on one proposition of a shared codebook.",
        why="The codebook has said so already; if one of the two is coded anew, the row is left behind.",
        fix="Delete the row; the codebook says as much.",
    ),
    Page(
        "AM725",
        "joins-reported-speech",
        "warning",
        finds="A row joins a statement that its map quotes in another voice than the author's.",
        why="Only what an author says is compared: the row will not make the two articles agree or clash.",
        fix="Join the statement in which the author takes it up, or relate the two as `argmap:related`.",
    ),
    Page(
        "AM726",
        "odd-circle",
        "error",
        finds="A row says that two statements are opposite, or the same, and other rows together say the contrary.",
        why="If all of them were right, a statement would be its own opposite.",
        fix="The message names the shortest chain of rows against this one: one of them is wrong.",
    ),
    Page(
        "AM731",
        "undecided",
        "advice",
        finds="The file holds proposals that nobody has decided.",
        why="They change nothing in a comparison.",
        fix="`argmap align review FILE MAP MAP` asks about one after the other.",
    ),
    Page(
        "AM732",
        "decided-by-nobody",
        "advice",
        finds="A row was decided, and neither `author_id` nor `author_label` says by whom.",
        why="Whoever reads the comparison should know whose judgement it rests on.",
        fix="Write an ORCID under `author_id`, `orcid:0000-0002-1825-0097`, or a name under `author_label`.",
    ),
    Page(
        "AM733",
        "row-not-sure-enough",
        "advice",
        finds="`compare --min-confidence` left accepted rows aside, as their `confidence` is lower.",
        why="The findings that rested on them are not there, or are others.",
        fix="Nothing, if that was the aim; else ask for less, or look at the rows again.",
    ),
)
