"""AM61x: what a comparison should be read with caution for; `compare` reports them with its findings."""

from typing import Final

from argmap.codes.page import Page

COMPARING: Final = (
    Page(
        "AM611",
        "no-codebook",
        "warning",
        finds="A map that is compared names no codebook.",
        why="Its keys are names only: two maps that spell a key alike may mean different things by it.",
        fix="Write one codebook for the maps, with a text for each key, and name it under `codebook` in all of them.",
    ),
    Page(
        "AM612",
        "codebooks-differ",
        "warning",
        finds="The maps name codebooks with different ids.",
        why="The same key may mean something else in each, so no key is shared and every finding is one-sided.",
        fix="Let the maps share one codebook, and code each of them with its keys.",
    ),
    Page(
        "AM613",
        "codebook-drift",
        "warning",
        finds="The maps name codebooks with one id, but some key or place is defined differently in them.",
        why="One of the maps was coded with an older codebook. The key may mean two things, so it is not shared; "
        "a place parts statements as each map's own codebook has it.",
        fix="Use one file for all maps, and look again at what is coded with the keys named.",
    ),
    Page(
        "AM614",
        "nothing-coded",
        "warning",
        finds="A map has no statement with `says`.",
        why="Agreement is computed from what statements say in the codebook's terms, never guessed from their words.",
        fix="Add `says` to the thesis and its main reasons, with keys of a codebook that the other map uses too. Or "
        "join statements of the two maps without keys: `argmap align suggest A B` proposes pairs, `argmap align review`"
        " asks you about each, and `argmap compare A B --alignment FILE` reads those you accepted.",
    ),
    Page(
        "AM615",
        "no-thesis-to-measure",
        "warning",
        finds="A map that is compared has no thesis.",
        why="How much weight a map gives to a point is measured by its distance from the thesis.",
        fix="Give the statement the whole article argues for `type: thesis`.",
    ),
    Page(
        "AM616",
        "same-map",
        "warning",
        finds="A map is compared with itself, or with another version of itself.",
        why="It agrees with itself unless it clashes with itself; that says nothing about two authors.",
        fix="Name two different maps, each of an article of its own.",
    ),
    Page(
        "AM617",
        "same-article",
        "warning",
        finds="Two maps are of the same article.",
        why="Where they differ, two readers differ, not two authors.",
        fix="Read the result as a comparison of codings, or name maps of two articles. How far coders of one article "
        "agree is measured by `argmap reliability`.",
    ),
    Page(
        "AM618",
        "incompatible-held-together",
        "warning",
        finds="One map commits itself to two propositions although by its codebook one excludes the other (`contrary`,"
        " `narrower`).",
        why="The article may really be divided, but often one of the two is reported speech without its `voice`.",
        fix="Check the voice and the scope (`when`, `where`, `if`) of both statements.",
    ),
    Page(
        "AM619",
        "shared-only-by-name",
        "warning",
        finds="A key that both maps use is defined by neither of their codebooks.",
        why="That both mean the same by it is an assumption.",
        fix="Define the key in a codebook that both maps name.",
    ),
)
