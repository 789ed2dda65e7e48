"""AM3xx of a map: the argument stands on something, and each thing stands in it once."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.checks.way_out import MOST
from argmap.codes import problem
from argmap.diagnostics import Diagnostic, Where
from argmap.graph import attached, cycles, edges, edges_under, names_under, theses
from argmap.model import ArgumentMap
from argmap.text import is_unwritten, nearest_name


def no_cycle(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM301: the path is shown, from the statement that comes first in the file."""
    for path in cycles(m, of_one=False):
        keys = [path[0].upper, *(edge.lower for edge in path)]
        message = f"these statements carry each other in a circle: {arrows(keys)}"
        yield problem("AM301", message, path[-1].where, help="remove one of the steps")


def arrows(keys: Sequence[str]) -> str:
    """A path on one line; of a long one, both ends."""
    shown = keys if len(keys) <= 12 else [*keys[:6], f"({len(keys) - 12} more)", *keys[-6:]]
    return " → ".join(shown)


_ANOTHER = "name another statement, or remove it here"


def no_self_reference(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM302."""
    if not any(key in names_under(s) for key, s in m.statements.items()):
        return
    says = {"because": "a reason for", "but": "an objection to", "unless": "a doubt about", "if": "a condition of"}
    for edge in edges(m):
        if edge.upper == edge.lower:
            yield problem(
                "AM302", f"{edge.lower!r} is given as {says[edge.relation]} itself", edge.where, help=_ANOTHER
            )


def has_thesis(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM303: shown at `statements`, with the statements that stand under no other as the likely ones."""
    if theses(m):
        return
    under = {edge.lower for edge in edges(m)}
    tops = [key for key in m.statements if key not in under]
    few = f": {_listed(tops)} stand{'s' if len(tops) == 1 else ''} under no other" if 0 < len(tops) <= 3 else ""
    yield problem(
        "AM303",
        "no statement is a thesis",
        ("statements",),
        on_key=True,
        help=f"give what the whole article argues for `type: thesis`{few}",
    )


def _listed(keys: Sequence[str]) -> str:
    quoted = [repr(key) for key in keys]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def all_attached(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM304: once for each part that hangs on nothing, at its top.

    Without a thesis nothing is attached, which AM303 says already; and what a misspelt name meant is not loose. Where
    names by the hundred stand for nothing, nobody can tell what hangs where. What is still to be written (AM503) has
    no place yet.
    """
    if not theses(m):
        return
    unknown = {edge.lower for edge in edges(m) if edge.lower not in m.statements}
    if len(unknown) > MOST:
        return
    meant = {nearest_name(name, m.statements) for name in unknown}
    held = set(attached(m))
    _add_below(m, meant & m.statements.keys(), held)
    loose = [key for key in m.statements if key not in held]
    under = {edge.lower for key in loose for edge in edges_under(key, m.statements[key]) if edge.lower != key}
    told = set(held)
    for key in (*(k for k in loose if k not in under), *(k for k in loose if k in under)):
        if key not in told:
            more = _add_below(m, {key}, told) - 1
            if not is_unwritten(m.statements[key].text):
                yield _unattached(key, more)


def _unattached(key: str, more: int) -> Diagnostic:
    rest = f", nor do the {more} statements below it" if more > 1 else ", nor does the one below it" if more else ""
    return problem(
        "AM304",
        f"{key!r} reaches no thesis{rest}",
        ("statements", key),
        on_key=True,
        help="name it under `because`, `but`, `unless` or `if` of what it bears on, or make it a thesis",
    )


def _add_below(m: ArgumentMap, keys: Iterable[str], known: set[str]) -> int:
    """Add some statements, and what stands under them, to those known; how many that are."""
    waiting = [key for key in keys if key not in known]
    before = len(known)
    known |= {*waiting}
    while waiting:
        key = waiting.pop()
        for edge in edges_under(key, m.statements[key]):
            if edge.lower in m.statements and edge.lower not in known:
                known.add(edge.lower)
                waiting.append(edge.lower)
    return len(known) - before


def objections_object(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM310; one that stands nowhere is unattached, and that is said."""
    standing: dict[str, set[str]] = {}
    for edge in edges(m):
        standing.setdefault(edge.lower, set()).add(edge.relation)
    for key, statement in m.statements.items():
        relations = standing.get(key, set())
        if statement.type == "objection" and relations and relations.isdisjoint(("but", "unless")):
            yield problem(
                "AM310",
                f"the objection {key!r} stands under no `but` or `unless`",
                ("statements", key),
                on_key=True,
                help="name it under `but` of what it denies, or call it a premise",
            )


def named_once(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM305: shown at the second mention."""
    for key, statement in m.statements.items():
        at: Where = ("statements", key)
        yield from _repeated(statement.but, (*at, "but"), "`but`")
        yield from _repeated(statement.if_, (*at, "if"), "`if`")
        for i, reason in enumerate(statement.because):
            yield from _repeated(reason.premises, (*at, "because", i, "premises"), "one reason")
            yield from _repeated(reason.unless, (*at, "because", i, "unless"), "`unless`")


def _repeated(names: Sequence[str], at: Where, listed_in: str) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for i, name in enumerate(names):
        if name in seen:
            yield problem("AM305", f"{name!r} stands twice in {listed_in}", (*at, i), help="remove it here")
        seen.add(name)


def for_or_against(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM306: shown under `but`."""
    for key, statement in m.statements.items():
        reasons = {premise for reason in statement.because for premise in reason.premises}
        for i, objection in enumerate(statement.but):
            if objection in reasons and objection != key:
                message = f"{objection!r} stands for {key!r} and against it"
                yield problem("AM306", message, ("statements", key, "but", i), help="keep the one the article means")


def steps_not_undercut_by_their_premises(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM308: shown under `unless`."""
    for key, statement in m.statements.items():
        for i, reason in enumerate(statement.because):
            for j, doubt in enumerate(reason.unless):
                if doubt in reason.premises and doubt != key:
                    message = f"{doubt!r} is a premise of this reason and breaks it"
                    where: Where = ("statements", key, "because", i, "unless", j)
                    yield problem("AM308", message, where, help=_ANOTHER)


def reasons_differ(m: ArgumentMap) -> Iterator[Diagnostic]:
    """AM309: shown at the second of the two."""
    for key, statement in m.statements.items():
        seen: dict[frozenset[str], int] = {}
        for i, reason in enumerate(statement.because):
            first = seen.setdefault(frozenset(reason.premises), i)
            if first != i:
                message = f"reason {i + 1} of {key!r} has the same premises as reason {first + 1}"
                yield problem("AM309", message, ("statements", key, "because", i), help="remove one of them")
