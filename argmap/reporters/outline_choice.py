"""Which statements of a map are asked for, and the lines of its outline that show them where they belong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.diagram.calling import ids_of
from argmap.diagram.reading_order import Walk
from argmap.graph import names_under
from argmap.model import ArgumentMap, CausalClaim, RoleAttribution, Stance, Statement
from argmap.model.places import Place, parse_place
from argmap.model.says import Says
from argmap.model.statement import Certainty, StatementType
from argmap.reporters.outline_items import Item, items
from argmap.text import did_you_mean, fold, parts_of

AUTHOR: Final = "author"
REPORTED: Final = "reported"


class UnknownName(ValueError):
    """What a choice names is not in the map; `near` says which name was meant, or what names there are."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = list(dict.fromkeys(known))
        few = f"there are {', '.join(names)}" if 0 < len(names) <= 12 else ""
        self.near = did_you_mean(name, names) or few or ("" if names else "there are none")
        super().__init__(f"the map has no {what} {name!r}")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked of statements; all of it has to hold, and of several types or certainties one.

    Attributes:
        types: Their types.
        voice: Who says so: ``author``, ``reported`` for anybody else, or a name or an actor's key.
        certainties: How sure the article is of them.
        about: A key that they are coded on.
        branch: The statement they stand under, itself included; its id in the file, or as the outline shows it.
        depth: How many steps below that, or below the tops of the map.
        source: A source they cite.
        uncoded: They say nothing a comparison could use.
        unquoted: They quote nothing.
        words: What they hold in their text, label or quotation, in any case and kind of marks; ``…`` skips words.
        at: Where in the article they stand: ``¶5``, ``p. 3-4``, ``§2``; a bare number is a paragraph.
    """

    types: tuple[StatementType, ...] = ()
    voice: str = ""
    certainties: tuple[Certainty, ...] = ()
    about: str = ""
    branch: str = ""
    depth: int | None = None
    source: str = ""
    uncoded: bool = False
    unquoted: bool = False
    words: str = ""
    at: str = ""


def chosen(m: ArgumentMap, choice: Choice) -> frozenset[str]:
    """The statements that a choice asks for.

    Raises:
        UnknownName: It names something that is not there.
        ValueError: `at` is no place in an article.
    """
    known = _Asked(m, choice)
    keys = known.reached() if choice.branch or choice.depth is not None else m.statements
    return frozenset(key for key in keys if known.holds(m.statements[key]))


class _Asked:
    """A choice with its names looked up in a map."""

    def __init__(self, m: ArgumentMap, choice: Choice) -> None:
        self.m, self.choice = m, choice
        self.words = tuple(part.casefold() for part in parts_of(choice.words))
        self.place = _place(choice.at) if choice.at else None
        self.voices = self._voices(choice.voice) if choice.voice not in ("", AUTHOR, REPORTED) else frozenset()
        used = {key for s in m.statements.values() for form in s.says for key in keys_of(form)}
        _require("key", choice.about, used, _keys(m))
        cited = {key for s in m.statements.values() for key in s.sources}
        _require("source", choice.source, cited, (*m.sources, *(m.codebook.sources if m.codebook else ())))

    def holds(self, s: Statement) -> bool:
        """Whether a statement is one of those asked for, wherever it stands."""
        c = self.choice
        return (
            (not c.types or s.type in c.types)
            and (not c.voice or self._is_said(s))
            and (not c.certainties or s.certainty in c.certainties)
            and (not c.about or any(c.about in keys_of(form) for form in s.says))
            and (not c.source or c.source in s.sources)
            and not (c.uncoded and s.says)
            and not (c.unquoted and s.quote)
            and (not self.words or any(_stand_in(self.words, t) for t in (s.text, s.label, s.quote) if t))
            and (self.place is None or any(_overlap(self.place, parse_place(at)) for at in s.at))
        )

    def reached(self) -> set[str]:
        """The statements that a branch, or the map from its tops, comes to in so many steps."""
        level = [self._branch()] if self.choice.branch else [item.key for item in items(self.m) if not item.depth]
        found: dict[str, None] = dict.fromkeys(level)
        steps = len(self.m.statements) if self.choice.depth is None else self.choice.depth
        while level and steps:
            below = dict.fromkeys(name for key in level for name in names_under(self.m.statements[key]))
            level = [name for name in below if name in self.m.statements and name not in found]
            found |= dict.fromkeys(level)
            steps -= 1
        return set(found)

    def _branch(self) -> str:
        wanted = self.choice.branch
        if wanted in self.m.statements:
            return wanted
        visits = Walk(self.m).whole()
        shown = {name: key for kind in ("outline", "short") for key, name in ids_of(self.m, visits, kind).items()}
        if wanted in shown:
            return shown[wanted]
        raise UnknownName("statement", wanted, self.m.statements)

    def _voices(self, asked: str) -> frozenset[str]:
        """The voices, as maps write them, that are somebody of that name."""
        actors = self.m.codebook.actors if self.m.codebook else {}
        stated = [s.voice for s in self.m.statements.values() if not s.by_author]
        names = {voice: {voice} for voice in stated}
        for key, actor in actors.items():
            names.setdefault(key, set()).update((key, actor.name, *actor.aliases))
        found = frozenset(v for v, called in names.items() if _plain(asked) in map(_plain, called))
        if not found:
            raise UnknownName("voice", asked, (AUTHOR, REPORTED, *stated))
        return found

    def _is_said(self, s: Statement) -> bool:
        match self.choice.voice:
            case "author":
                return s.by_author
            case "reported":
                return not s.by_author
            case _:
                return s.voice in self.voices


def keys_of(form: Says) -> tuple[str, ...]:
    """The keys of a codebook that a part of `says` names; roles too."""
    match form:
        case Stance():
            return (form.proposition,)
        case CausalClaim():
            return (*form.cause, form.factor)
        case RoleAttribution():
            return (form.actor, form.role, *form.toward)


def _keys(m: ArgumentMap) -> tuple[str, ...]:
    c = m.codebook
    return (*c.actors, *c.factors, *c.propositions, *c.roles) if c else ()


def _require(what: str, name: str, used: Iterable[str], defined: Iterable[str]) -> None:
    known = [*used, *defined]
    if name and name not in known:
        raise UnknownName(what, name, sorted(known))


def _plain(text: str) -> str:
    return fold(text).casefold()


def _stand_in(parts: Sequence[str], text: str) -> bool:
    """Whether all parts stand in a text in their order; parts of words too, as *threat* is meant to find *threats*."""
    held, at = _plain(text), 0
    for part in parts:
        found = held.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _place(text: str) -> Place:
    return parse_place(f"¶{text.strip()}" if text.strip()[:1].isdecimal() else text)


def _overlap(one: Place, other: Place) -> bool:
    """Whether two places share something; section 2 holds section 2.1."""
    (a, b), (c, d) = (tuple(tuple(map(int, n.split("."))) for n in (place.first, place.last)) for place in (one, other))
    return one.kind == other.kind and a[: len(d)] <= d[: len(a)] and c[: len(b)] <= b[: len(c)]


def lines_of(m: ArgumentMap, keys: frozenset[str]) -> Iterator[Item]:
    """The lines of an outline that show some statements, each below what it bears on.

    What stands above a statement that is shown, and is not shown itself, is there as context. A second mention is
    shown below a statement that is shown.
    """
    found: list[Item] = []
    needs: list[tuple[int, ...]] = []  # by index: the line above, and the one that opens the reason it is part of
    wanted: dict[int, bool] = {}  # by index: whether it was asked for
    last: list[int] = []  # by depth: the line read last
    opens: list[int] = []  # by depth: the line that opens the reason read last
    for i, item in enumerate(items(m)):
        goes_on = item.word in ("and", "unless")
        upper = last[item.depth - 1 : item.depth] if item.depth else []
        needs.append((*upper, *(opens[item.depth : item.depth + 1] if goes_on else ())))
        found.append(item)
        last[item.depth :] = [i]
        opens[item.depth :] = [opens[item.depth] if goes_on else i]
        if item.key in keys and (not item.again or not upper or wanted.get(upper[0], False)):
            wanted[i] = True
            waiting = list(needs[i])
            while waiting:
                line = waiting.pop()
                if line not in wanted:
                    wanted[line] = False
                    waiting += needs[line]
    yield from (found[i] if own else replace(found[i], context=True) for i, own in sorted(wanted.items()))
