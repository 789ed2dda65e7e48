"""The mill-road example of docs/comparison.md as files: two short articles that agree and differ on a bike lane."""

from pathlib import Path

CODEBOOK = """\
argmap-codebook: 1
id: mill-road
sources: {survey-2024: {title: Mill Road Survey, date: 2024}}
actors: {council: {name: the council}, shops: {name: shopkeepers}, riders: {name: cyclists}}
factors: {lane: A bike lane, fewer-spaces: Fewer parking spaces, custom: Custom in the shops}
propositions:
  build-lane: {text: The council should build the lane this year, kind: policy}
  lane-safer: {text: A bike lane makes riding safer, kind: fact}
  air: {text: Fumes fall, kind: forecast}
"""

RUIZ = """\
argmap: 1
id: ruiz
title: Build it
article: {authors: [Ana Ruiz]}
codebook: mill-road.codebook.yaml
statements:
  build: {type: thesis, says: {holds: build-lane}, because: [safer, trade, air], but: [spaces], text: Build it now.}
  safer: {says: {holds: lane-safer}, sources: [survey-2024], text: Riding gets safer.}
  trade: {says: {cause: lane, raises: custom, main: true}, text: It sells.}
  air: {says: {holds: air}, text: Less smog.}
  spaces: {type: objection, says: {cause: fewer-spaces, lowers: custom}, text: Losing parking costs customers.}
  council:
    says: {actor: council, role: intermediary, toward: [shops, riders], main: true}
    certainty: possible
    text: The council could bring both to one table.
"""

PATEL = """\
argmap: 1
id: patel
title: No lane
article: {authors: [Dev Patel]}
codebook: mill-road.codebook.yaml
statements:
  stop: {type: thesis, says: {denies: build-lane}, because: [[spaces, by-car]], but: [passing, safer], text: Do not.}
  spaces: {says: {cause: fewer-spaces, lowers: custom, main: true}, sources: [survey-2024], text: Lost parking hurts.}
  by-car: {text: Most customers come by car.}
  passing: {type: objection, says: {cause: lane, raises: custom}, text: Some cyclists will stop and buy.}
  safer: {type: objection, says: {holds: lane-safer}, text: It is safer.}
  council: {says: {actor: council, role: adversary, toward: [shops], main: true}, text: It works against us.}
"""


def write(folder: Path) -> tuple[str, str]:
    """Write the three files and return the paths of the two maps."""
    (folder / "mill-road.codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "ruiz.yaml").write_text(RUIZ, encoding="utf-8")
    (folder / "patel.yaml").write_text(PATEL, encoding="utf-8")
    return str(folder / "ruiz.yaml"), str(folder / "patel.yaml")
