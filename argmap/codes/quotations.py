"""AM4xx: quotations, places in the article, and the sources of evidence."""

from typing import Final

from argmap.codes.page import Page

QUOTATIONS: Final = (
    Page(
        "AM401",
        "quote-not-found",
        "error",
        finds="The words of `quote` do not stand in the article's text.",
        why="A quotation is the proof that the article says so; one that cannot be found proves nothing.",
        fix="Copy the words from the article; the nearest passage is shown. `…` may skip words within a paragraph."
        " Kinds of quotation marks, dashes and white space do not matter, capitals do.",
    ),
    Page(
        "AM402",
        "no-such-paragraph",
        "error",
        finds="`at` names a paragraph that the article's text does not have.",
        why="A reader who wants to look it up finds nothing.",
        fix="Correct the number. A line that begins `¶12 ` opens paragraph 12 of the text; without such marks, blocks"
        " between blank lines are counted from 1, headings (`#`) left out.",
    ),
    Page(
        "AM403",
        "quote-elsewhere",
        "warning",
        finds="The quotation stands in the article, but not in the paragraph that `at` names.",
        why="Comparisons print the words with their paragraph, and readers look them up there.",
        fix="Correct `at`, or add the paragraph to its list.",
    ),
    Page(
        "AM404",
        "evidence-without-source",
        "warning",
        finds="A statement of `type: evidence` has neither `sources` nor `at` nor `via`.",
        why="Evidence says that something happened, was said or was measured; a reader wants to know where it stands.",
        fix="Add what the article cites under `sources`, or the paragraph under `at`.",
        wrong="""\
statements:
  trees: {type: thesis, text: Plant trees in the square., because: [cooler]}
  cooler: {type: evidence, text: Streets with trees were four degrees cooler.}
""",
        right="""\
statements:
  trees: {type: thesis, text: Plant trees in the square., because: [cooler]}
  cooler: {type: evidence, text: Streets with trees were four degrees cooler., at: ¶4}
""",
    ),
    Page(
        "AM405",
        "assumption-with-place",
        "warning",
        finds="A statement of `type: assumption` has `quote`, `at` or `via`.",
        why="An assumption is what the article needs but does not say; what can be quoted is said.",
        fix="Call it a `premise` if the article says it, else remove the quotation and the place.",
        wrong="""\
statements:
  trees: {type: thesis, text: Plant trees in the square., because: [heat-bad]}
  heat-bad: {type: assumption, text: Heat in the square is a nuisance., at: ¶2}
""",
        right="""\
statements:
  trees: {type: thesis, text: Plant trees in the square., because: [heat-bad]}
  heat-bad: {type: assumption, text: Heat in the square is a nuisance.}
""",
    ),
    Page(
        "AM406",
        "missing-article-text",
        "error",
        finds="The file that `article.text` names does not exist or cannot be read.",
        why="Quotations and paragraphs cannot be checked against it.",
        fix="Correct the path, which is relative to the map, or remove the field and attach the text when it is needed:"
        " `argmap check --text ID=FILE`.",
    ),
    Page(
        "AM407",
        "bad-place",
        "error",
        finds="A place in the article or a stretch of time is not written as the format writes it.",
        why="Paragraphs are looked up, and periods compared, by machine.",
        fix="Write places as `¶15`, `¶3-5`, `p. 12` or `§2`, and times as ISO 8601: `2023`, `2023-08-18`, `2017/2021`.",
        wrong="""\
statements:
  trees: {type: thesis, text: Plant trees in the square., at: third paragraph}
""",
        right="""\
statements:
  trees: {type: thesis, text: Plant trees in the square., at: ¶3}
""",
    ),
    Page(
        "AM408",
        "empty-article-text",
        "error",
        finds="The article's text has no paragraph.",
        why="No quotation can be found in it; most likely it is the wrong file, or was not saved.",
        fix="Check the file. What follows a line `References` does not count, nor do lines that begin with `#`.",
    ),
    Page(
        "AM409",
        "bad-date",
        "warning",
        finds="The `date` of the article or of a source is no ISO 8601 date: no year, month or day, nor an interval.",
        why="Sources are cited by their year, and a date nobody can read may be a slip.",
        fix="Write `2024`, `2024-05` or `2024-05-18`; for what took several years, `2019/2021`. Leave it out if it is"
        " not known.",
        wrong="""\
article: {title: Trees in the square, date: 18 May 2024}
statements:
  trees: {type: thesis, text: Plant trees in the square.}
""",
        right="""\
article: {title: Trees in the square, date: 2024-05-18}
statements:
  trees: {type: thesis, text: Plant trees in the square.}
""",
    ),
)
