"""A kit: the statements of a map without anything that joins them, for a student to put the argument together again."""

from argmap.model import ArgumentMap, Source, Statement
from argmap.teaching.branch import branch_of
from argmap.teaching.chance import shuffled


def kit_of(m: ArgumentMap, *, seed: int = 1, focus: str | None = None) -> ArgumentMap:
    """A map of the same sentences under opaque names in an order of chance; nothing else of them is told.

    The sources of the article stand in an order of their own, so that a student can say which statement rests on
    which. A kit is a map like any other, of which `argmap check` says what is still to be done.

    Args:
        m: The map.
        seed: Another one gives another order.
        focus: The statement, by slug or short id, whose branch alone is taken.

    Raises:
        UnknownName: There is no such statement to focus on.
    """
    m = m if focus is None else branch_of(m, focus)
    dealt = shuffled(m.statements, seed=seed, choice="kit")
    digits = max(2, len(str(len(dealt))))
    cited = {key for s in m.statements.values() for key in s.sources}
    listed = {key: m.source(key) or Source() for key in sorted(cited)}
    return ArgumentMap.model_validate(
        {
            "id": f"{m.id}-kit",
            "title": m.title,
            "article": m.article.model_copy(update={"text": None}),
            "sources": listed,
            "statements": {f"s{n:0{digits}}": Statement(text=m.statements[key].text) for n, key in enumerate(dealt, 1)},
        }
    )
