"""AM620 to AM623: what is missing before maps are worth comparing, as advice of `check`."""

from typing import Final

from argmap.codes.page import Page

READINESS: Final = (
    Page(
        "AM620",
        "nothing-says",
        "advice",
        finds="A map of three statements or more names a codebook with propositions or factors, but no statement has"
        " `says`.",
        why="A comparison is made from what is coded. This map would agree with nobody and contradict nobody.",
        fix="Add `says` to the thesis and its main reasons, with keys of the codebook.",
        wrong="""\
codebook: {argmap-codebook: 1, id: town, propositions: {tram: The town should build a tram.}}
statements:
  build: {type: thesis, text: The tram should be built., quote: build it, at: ¶1, because: [[crowds, relief]]}
  crowds: {type: evidence, text: The buses are full., at: ¶2}
  relief: {type: assumption, text: A tram takes people off full buses.}
""",
        right="""\
codebook: {argmap-codebook: 1, id: town, propositions: {tram: The town should build a tram.}}
statements:
  build:
    {type: thesis, text: Build the tram., quote: build it, at: ¶1, says: {holds: tram}, because: [[crowds, relief]]}
  crowds: {type: evidence, text: The buses are full., at: ¶2}
  relief: {type: assumption, text: A tram takes people off full buses.}
""",
    ),
    Page(
        "AM621",
        "thesis-not-coded",
        "advice",
        finds="In a map of three statements or more some have `says`, but no thesis has.",
        why="What two articles argue for is what their readers ask first, and the comparison would be silent on it.",
        fix="Code the thesis: most are a proposition that the article `holds` or `denies`.",
        wrong="""\
codebook: {argmap-codebook: 1, id: town, propositions: {tram: The town should build a tram., full: Buses are full.}}
statements:
  build: {type: thesis, text: The tram should be built., quote: build it, at: ¶1, because: [crowds, noise]}
  noise: {text: A tram is quiet.}
  crowds: {type: evidence, text: The buses are full., quote: packed buses, at: ¶2, says: {holds: full}}
""",
        right="""\
codebook: {argmap-codebook: 1, id: town, propositions: {tram: The town should build a tram., full: Buses are full.}}
statements:
  build:
    {type: thesis, text: Build the tram., quote: build it, at: ¶1, says: {holds: tram}, because: [crowds, noise]}
  noise: {text: A tram is quiet.}
  crowds: {type: evidence, text: The buses are full., quote: packed buses, at: ¶2, says: {holds: full}}
""",
    ),
    Page(
        "AM622",
        "no-key-in-common",
        "advice",
        finds="Of the maps checked together that name one codebook, none shares a key with this one.",
        why="Maps are compared on what they share. Without a shared key all that is found is that each speaks of its"
        " own.",
        fix="Look for points that another map speaks of too, and code them with the same key, or with keys that the"
        " codebook links by `narrower` or `contrary`.",
    ),
    Page(
        "AM623",
        "key-not-used",
        "advice",
        finds="A codebook is checked with two or more maps that name it, and none of them uses one of its propositions"
        " or factors.",
        why="Either the maps say something of it that is not coded yet, or the codebook holds what nobody needs.",
        fix="Code with it what the maps say of it, or remove it. A proposition that is `narrower` or `contrary` to a"
        " used"
        " one counts as used.",
    ),
)
