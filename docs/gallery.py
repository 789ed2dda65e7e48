"""The pictures of the gallery: what each is for, and the command that draws it. Read by `docs/generate.py`."""

from dataclasses import dataclass
from typing import Final

KOGA, RSIS, BEIJING, CAMP_DAVID = (
    f"maps/northeast-asia/{name}.yaml" for name in ("koga-2023", "rsis-2023", "beijing-2023", "camp-david-2023")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture, or a set of sheets, of the gallery.

    `options` are those of `argmap draw`. Of several sheets the first `shown` stand on the page, the others are linked.
    """

    name: str
    title: str
    about: str
    maps: tuple[str, ...]
    options: tuple[str, ...] = ()
    shown: int = 1

    @property
    def command(self) -> str:
        """The command as a person types it."""
        quoted = (f'"{word}"' if " " in word else word for word in self.options)
        return " ".join(("argmap draw", *self.maps, *quoted))


ONE_MAP: Final = (
    Entry(
        "map",
        "A map",
        "An overview and a sheet for each branch; what is folded is counted, and the counts add up.",
        (KOGA,),
        shown=2,
    ),
    Entry(
        "map-portrait",
        "Upright",
        "The same on upright paper: branches hang on rails.",
        (RSIS,),
        ("--paper", "a4-portrait"),
    ),
    Entry(
        "map-labels",
        "In few words",
        "`--level title`: labels only, for a first look at the whole argument.",
        (RSIS,),
        ("--level", "title"),
    ),
    Entry(
        "map-full",
        "With quotations",
        "`--level full`: the article's words with their paragraph, the pattern of each reason, the place. For close "
        "reading of one branch.",
        (KOGA,),
        ("--level", "full", "--focus", "china-holds-key"),
    ),
    Entry(
        "map-slide",
        "On slides",
        "`--paper slide`: labels, large enough for the last row.",
        (RSIS,),
        ("--paper", "slide"),
    ),
    Entry(
        "map-depth",
        "The first steps",
        "`--depth 1`: each thesis with its first reasons and objections; what lies below is counted.",
        (RSIS,),
        ("--depth", "1"),
    ),
    Entry(
        "map-evidence",
        "Evidence in boxes",
        "`--evidence nodes`, where the evidence is what the lesson is about; and `--ids outline`, to call boxes out.",
        (BEIJING,),
        ("--evidence", "nodes", "--ids", "outline"),
    ),
    Entry(
        "map-graph",
        "As a graph",
        "`--layout dot`: every statement once, however often it is used.",
        (BEIJING,),
        ("--layout", "dot", "--level", "title"),
    ),
    Entry(
        "map-print",
        "In black and white",
        "`--theme print`: every mark survives the copier.",
        (CAMP_DAVID,),
        ("--theme", "print"),
    ),
    Entry("map-dark", "In the dark", "`--theme dark`, for a dim room.", (CAMP_DAVID,), ("--theme", "dark")),
    Entry(
        "map-korean",
        "In another language",
        "`--lang ko`: the fixed words; what the statements say stays as it was written.",
        (BEIJING,),
        ("--lang", "ko"),
    ),
)

COMPARISONS: Final = (
    Entry(
        "sheet",
        "The comparison sheet",
        "What both share, or the question they answer differently, stands in the middle; each side in its own words. "
        "The first sheet shows what is most central to both.",
        (KOGA, RSIS),
        shown=1,
    ),
    Entry(
        "butterfly",
        "The butterfly: one question",
        "Both answers with the reasons each author gives, mirrored: what part does China play?",
        (KOGA, RSIS),
        ("--view", "butterfly", "--about", "role:china"),
    ),
    Entry(
        "causes",
        "Causes",
        "Who names which driver, with its sign and weight: both see China and North Korea behind closer ties, weighed "
        "differently.",
        (KOGA, RSIS),
        ("--view", "causes"),
    ),
    Entry("roles", "Roles", "What part each author casts an actor in.", (KOGA, RSIS), ("--view", "roles")),
    Entry(
        "slope",
        "The slope of roles",
        "The same actors, other parts: who falls and who rises from one author to the other.",
        (KOGA, RSIS),
        ("--view", "slope"),
    ),
    Entry(
        "crux",
        "The crux of a conflict",
        "Where two authors cannot both be right: what the dispute turns on.",
        (KOGA, RSIS),
        ("--view", "crux"),
    ),
    Entry(
        "overlay",
        "Both maps on each other",
        "Shared statements once, the others with the letter of their author.",
        (KOGA, RSIS),
        ("--view", "overlay"),
    ),
    Entry(
        "multiples",
        "Small multiples",
        "One layout for both, so that it is seen which part of it each author fills.",
        (KOGA, RSIS),
        ("--view", "multiples"),
    ),
    Entry(
        "slides",
        "Slides",
        "The comparison for a projector: overview, agreements, differences.",
        (KOGA, RSIS),
        ("--view", "slides"),
        shown=3,
    ),
    Entry(
        "matrix",
        "The matrix: three maps and more",
        "Rows are what the maps speak of, columns the maps; letters, no colours of authors.",
        (KOGA, RSIS, BEIJING, CAMP_DAVID),
        ("--view", "matrix"),
    ),
)
