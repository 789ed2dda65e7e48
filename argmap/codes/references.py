"""AM2xx: names that stand for nothing, or for two things."""

from typing import Final

from argmap.codes.page import Page

REFERENCES: Final = (
    Page(
        "AM201",
        "unknown-statement",
        "error",
        finds="`because`, `but`, `unless` or `if` names a statement that the map does not have.",
        why="The reason would be missing from every picture and comparison.",
        fix="Correct the id, or write the statement.",
        wrong="""\
statements:
  park: {type: thesis, text: The park should stay open at night., because: [lamps-instaled]}
  lamps-installed: {text: Lamps have been installed.}
""",
        right="""\
statements:
  park: {type: thesis, text: The park should stay open at night., because: [lamps-installed]}
  lamps-installed: {text: Lamps have been installed.}
""",
    ),
    Page(
        "AM202",
        "unknown-source",
        "error",
        finds="`sources` of a statement names a source that neither the map nor its codebook defines.",
        why="A reader cannot look up what the article relies on, and shared sources cannot be found.",
        fix="Correct the key, or define it under `sources` of the map or of the codebook.",
        wrong="""\
sources: {council-2022: {title: Report on lighting}}
statements:
  park: {type: thesis, text: The park should stay open at night., because: [fewer-thefts]}
  fewer-thefts: {type: evidence, text: Thefts fell by a third., sources: [council-2023]}
""",
        right="""\
sources: {council-2022: {title: Report on lighting}}
statements:
  park: {type: thesis, text: The park should stay open at night., because: [fewer-thefts]}
  fewer-thefts: {type: evidence, text: Thefts fell by a third., sources: [council-2022]}
""",
    ),
    Page(
        "AM203",
        "unknown-actor",
        "error",
        finds="`says` casts an actor, or casts it toward one, that the codebook does not define.",
        why="Maps are compared actor by actor; a misspelt one would be an actor of its own.",
        fix="Correct the key, or define it under `actors` of the codebook.",
        wrong="""\
codebook:
  argmap-codebook: 1
  id: town
  actors: {council: The town council}
statements:
  blocks:
    {type: thesis, text: The council stands in the way., quote: in the way, says: {actor: concil, role: spoiler}}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  actors: {council: The town council}
statements:
  blocks:
    {type: thesis, text: The council stands in the way., quote: in the way, says: {actor: council, role: spoiler}}
""",
    ),
    Page(
        "AM204",
        "unknown-factor",
        "error",
        finds="`says` names a cause or an effect that the codebook does not define under `factors`.",
        why="Maps are compared effect by effect; a misspelt factor would share nothing with the other map.",
        fix="Correct the key, or define it under `factors` of the codebook.",
        wrong="""\
codebook:
  argmap-codebook: 1
  id: town
  factors: {lighting: Lighting, safety: Safety in the park}
statements:
  lamps: {type: thesis, text: Lamps make the park safer., quote: safer, says: {cause: lightning, raises: safety}}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  factors: {lighting: Lighting, safety: Safety in the park}
statements:
  lamps: {type: thesis, text: Lamps make the park safer., quote: safer, says: {cause: lighting, raises: safety}}
""",
    ),
    Page(
        "AM205",
        "unknown-proposition",
        "error",
        finds="`holds`, `denies` or `questions` names a proposition that the codebook does not define, or a proposition"
        " has such a one under `contrary` or `narrower`.",
        why="Two maps agree or disagree on a proposition only if both name the same one.",
        fix="Correct the key, or define it under `propositions` of the codebook.",
        wrong="""\
codebook:
  argmap-codebook: 1
  id: town
  propositions: {open-at-night: {text: The park should stay open at night., kind: policy}}
statements:
  park: {type: thesis, text: Keep the park open., quote: keep it open, says: {holds: open-by-night}}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  propositions: {open-at-night: {text: The park should stay open at night., kind: policy}}
statements:
  park: {type: thesis, text: Keep the park open., quote: keep it open, says: {holds: open-at-night}}
""",
    ),
    Page(
        "AM206",
        "unknown-role",
        "error",
        finds="`says` or `incompatible-roles` names a role that is neither built in nor defined by the codebook.",
        why="Whether two roles agree is read from their definitions.",
        fix="Use a built-in role, or define the role under `roles` of the codebook, with its valence.",
        wrong="""\
codebook:
  argmap-codebook: 1
  id: town
  actors: {council: The town council}
statements:
  blocks:
    {type: thesis, text: The council stands in the way., quote: in the way, says: {actor: council, role: spoyler}}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  actors: {council: The town council}
statements:
  blocks:
    {type: thesis, text: The council stands in the way., quote: in the way, says: {actor: council, role: spoiler}}
""",
    ),
    Page(
        "AM207",
        "unknown-voice",
        "error",
        finds="`voice` is written like a key (lower case, hyphens), but the codebook has no such actor.",
        why="Who speaks decides whose view it is; a misspelt `author` would take the sentence away from the author.",
        fix="Correct the key, define the actor, or write a name as it is spoken: `voice: Mayor Lind`.",
        wrong="""\
codebook:
  argmap-codebook: 1
  id: town
  actors: {council: The town council}
statements:
  park: {type: thesis, text: The park should stay open at night., but: [too-costly]}
  too-costly: {type: objection, text: Lamps cost too much., voice: counsil}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  actors: {council: The town council}
statements:
  park: {type: thesis, text: The park should stay open at night., but: [too-costly]}
  too-costly: {type: objection, text: Lamps cost too much., voice: council}
""",
    ),
    Page(
        "AM208",
        "unknown-place",
        "warning",
        finds="`where` of a statement names a place that the codebook does not know, by key, name or alias.",
        why="A place nobody knows may lie anywhere, so the statement counts as if it were said of every place.",
        fix="Correct the name, or define it under `places` of the codebook, with the larger place it lies `within`.",
        wrong="""\
codebook:
  argmap-codebook: 1
  id: town
  places: {old-town: {name: Old Town}}
statements:
  lamps: {type: thesis, text: Lamps make streets safer., where: Old Twon}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  places: {old-town: {name: Old Town}}
statements:
  lamps: {type: thesis, text: Lamps make streets safer., where: Old Town}
""",
    ),
    Page(
        "AM209",
        "source-defined-twice",
        "error",
        finds="A key stands under `sources` of the map and of its codebook.",
        why="The codebook's sources are shared between maps, the map's own are private: one key cannot be both.",
        fix="Remove the map's own entry if it is the same work, else rename it.",
        wrong="""\
codebook:
  argmap-codebook: 1
  id: town
  sources: {council-2022: {title: Report on lighting}}
sources: {council-2022: {title: Report on traffic}}
statements:
  lamps: {type: thesis, text: Lamps make streets safer.}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  sources: {council-2022: {title: Report on lighting}}
sources: {council-2022-traffic: {title: Report on traffic}}
statements:
  lamps: {type: thesis, text: Lamps make streets safer.}
""",
    ),
    Page(
        "AM210",
        "duplicate-map-id",
        "error",
        finds="Two files of one call have the same `id`.",
        why="Findings, links and alignments name a map by its id.",
        fix="Give each map an id of its own, such as the author and the year.",
    ),
    Page(
        "AM211",
        "missing-codebook",
        "advice",
        finds="Statements have `says`, but the map names no codebook.",
        why="Keys are then nothing but names: a typo in one goes unnoticed, and another map has to spell them alike.",
        fix="Write a codebook that defines the keys and name it under `codebook`. A single map can do without.",
        wrong="""\
statements:
  park: {type: thesis, text: Keep the park open., quote: keep it open, says: {holds: open-at-night}}
""",
        right="""\
codebook:
  argmap-codebook: 1
  id: town
  propositions: {open-at-night: {text: The park should stay open at night., kind: policy}}
statements:
  park: {type: thesis, text: Keep the park open., quote: keep it open, says: {holds: open-at-night}}
""",
    ),
    Page(
        "AM212",
        "unknown-map",
        "warning",
        finds="`via` names a map that is not among the files that are checked together.",
        why="The quotation is that map's, and cannot be checked without it.",
        fix="Correct the id, or check both files in one call.",
    ),
    Page(
        "AM213",
        "unknown-larger-place",
        "error",
        finds="A place of the codebook lies `within` a place that the codebook does not define.",
        why="Whether two statements speak of the same part of the world is read from these steps.",
        fix="Correct the key, or define the larger place.",
        wrong="""\
argmap-codebook: 1
id: town
places:
  old-town: {within: twon}
  town: {name: The town}
""",
        right="""\
argmap-codebook: 1
id: town
places:
  old-town: {within: town}
  town: {name: The town}
""",
    ),
    Page(
        "AM214",
        "almost-the-author",
        "warning",
        finds="`voice` is `Author`, `the author` or the like, which is a name and not the word `author`.",
        why="Any other voice is reported speech, so the view would be taken away from the author.",
        fix="Write `voice: author`, or leave the field out: the author is who speaks if nobody is named.",
        wrong="""\
statements:
  lamps: {type: thesis, text: Lamps make streets safer., voice: The author}
""",
        right="""\
statements:
  lamps: {type: thesis, text: Lamps make streets safer., voice: author}
""",
    ),
    Page(
        "AM215",
        "place-named-alike",
        "warning",
        finds="Two places of the codebook have a name in common: an alias of one is the name, the key or an alias of"
        " the other.",
        why="`where` may use any of these names; nobody can say which of the two places is meant.",
        fix="Give the name to one of them only, or make them one place.",
        wrong="""\
argmap-codebook: 1
id: town
places:
  old-town: {aliases: [the centre]}
  new-town: {aliases: [The Centre]}
""",
        right="""\
argmap-codebook: 1
id: town
places:
  old-town: {aliases: [the old centre]}
  new-town: {aliases: [the new centre]}
""",
    ),
)
