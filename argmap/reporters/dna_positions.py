"""What maps take positions on, as discourse networks count it: an organisation and a concept."""

from collections import Counter
from collections.abc import Mapping

from argmap.comparison.records import Comparison, PositionEntry, Unit
from argmap.errors import ArgmapError

Item = tuple[Unit, str]
Signs = Mapping[Item, int]


def signs(c: Comparison) -> Mapping[str, Signs]:
    """For each map +1, 0 or −1 by item: a proposition P, a link ``F>G``, a role ``A=R``; the figures count the same.

    Raises:
        ArgmapError: The comparison was made without figures.
    """
    if c.metrics is None:
        raise ArgmapError("discourse networks are made of what the figures count; compare with metrics=True")
    return {m.id: c.metrics.signs[m.id] for m in c.maps}


def concepts(c: Comparison) -> dict[Item, str]:
    """The items in words, each once: with its key in brackets where two would read alike."""
    said = _labels(c)
    items = dict.fromkeys(item for of in signs(c).values() for item in of)
    words = {item: said.get(item) or _in_words(item[1]) for item in items}
    times = Counter(words.values())
    return {item: text if times[text] == 1 else f"{text} ({item[0]}:{item[1]})" for item, text in words.items()}


def _labels(c: Comparison) -> dict[Item, str]:
    found: dict[Item, str] = {}
    texts = {key: text for book in c.codebooks for key, text in book.labels.items()}
    for f in c.findings:
        if f.unit == "stance":
            keys, labels = f.key.split("~"), f.label.split(" / ")  # a linked finding is on two propositions
            if len(keys) == 1:
                found["stance", f.key] = f.label
            elif len(labels) == len(keys):
                found |= {("stance", key): text for key, text in zip(keys, labels, strict=True)}
            else:
                found |= {("stance", key): texts.get(key, "") for key in keys}
        elif f.unit != "evidence":
            entries = [e for side in f.sides.values() if isinstance(side.position, tuple) for e in side.position]
            found |= {(f.unit, _item(e)): _unsigned(e) for e in entries}
    return found


def _item(e: PositionEntry) -> str:
    return e.entry.partition(":")[2]


def _unsigned(e: PositionEntry) -> str:
    """A link in words whatever its sign: cause and effect."""
    marks = {"lowers": " (lowers)", "unrelated": " (no effect)"}
    return e.label.removesuffix(marks.get(e.entry.partition(":")[0], ""))


def _in_words(key: str) -> str:
    return key.replace("-", " ")
