"""A desk with files, and texts with a mark where the cursor stands."""

from pathlib import Path

from argmap.editor.desk import Desk, Page

CURSOR = "┃"

BOOK = """\
argmap-codebook: 1
id: road
actors: {council: the council, riders: {name: cyclists, aliases: [bikers]}}
factors: {lane: A bike lane, safety: Safety on Mill Road}
propositions:
  build-lane: {text: The council should build the lane, kind: policy}
  lane-safe: {text: Lanes make riding safer, contrary: [lane-useless]}
  lane-useless: Lanes change nothing
sources: {count: {authors: [Cycle Watch], title: Riders, date: 2023}}
places: {mill-road: {name: Mill Road, within: town}, town: {name: the town}}
roles: {nag: {text: One who nags, valence: -1}}
"""

MAP = """\
argmap: 1
id: ruiz
title: Ruiz on the lane
codebook: road.yaml
article: {authors: [Ana Ruiz], date: 2024, text: ruiz.txt, url: "https://example.org/lane"}
sources: {own: {authors: [Ann Lee, Bo Kim], title: A count, date: 2021-05}}
statements:
  build:
    type: thesis
    label: Build it
    text: The council should build the lane.
    quote: build it
    at: ¶1
    says: {holds: build-lane}
    because: [safer, wide]
    but: [spaces]
  safer:
    type: claim
    text: A lane makes riding safer.
    quote: safe
    says: {cause: lane, raises: safety, main: true}
    certainty: likely
    where: mill-road
    sources: [own, count]
  wide:
    text: The road is wide enough.
  spaces:
    type: objection
    voice: council
    text: The lane takes away spaces.
  loose:
    text: Nobody has asked the riders.
"""

ARTICLE = "¶1 We say it again: build it this year, whatever it costs.\n\n¶2 It is safe *there*.\n"

ROWS = """\
#curie_map:
#  ruiz: "urn:x-argmap:map:ruiz:"
#  lee: "urn:x-argmap:map:lee:"
subject_id	predicate_id	object_id	mapping_justification
ruiz:safer	skos:exactMatch	lee:b	semapv:ManualMappingCuration
"""

OTHER = """\
argmap: 1
id: lee
title: Lee on roads
codebook: road.yaml
statements:
  a: {type: thesis, text: Lanes do not help., because: [b], quote: no help, says: {denies: build-lane}}
  b: {text: They narrow the road., via: {map: ruiz, at: ¶2}}
"""


def folder(path: Path) -> Desk:
    """A desk in a folder with two maps, their codebook, an article and an alignment."""
    for name, text in {
        "ruiz.yaml": MAP,
        "road.yaml": BOOK,
        "ruiz.txt": ARTICLE,
        "lee.yaml": OTHER,
        "pairs.sssom.tsv": ROWS,
        "argmap.toml": "",
    }.items():
        (path / name).write_text(text, encoding="utf-8")
    return Desk(path)


def opened(desk: Desk, name: str = "ruiz.yaml", text: str | None = None) -> Page:
    """A file of the desk's folder as it is, or as somebody has changed it."""
    path = desk.root / name
    return desk.put(path.as_uri(), path.read_text(encoding="utf-8") if text is None else text, 1)


def marked(text: str) -> tuple[str, int]:
    """A text without the mark, and where the mark stood."""
    assert text.count(CURSOR) == 1, text
    return text.replace(CURSOR, ""), text.index(CURSOR)
