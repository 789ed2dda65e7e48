"""What a map says on each key, all statements together, in both versions: what a change means for comparisons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, get_args

from argmap.graph import suppositions
from argmap.model import EFFECTS, ArgumentMap, Attitude, CausalClaim, Effect, RoleAttribution, Stance
from argmap.versions.changes import ChangedKeys, ChangedPosition, Section, Unit

Key = tuple[Unit, str]

_BY: Final[Mapping[Effect, str]] = dict(zip(EFFECTS, ("raised by", "lowered by", "not changed by"), strict=True))


@dataclass(slots=True)
class _Pooled:
    """What the author's statements say on one key: each thing said, whether as the main one, and toward whom."""

    main: dict[str, bool] = field(default_factory=dict)
    toward: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def add(self, entry: str, *, main: bool = False, toward: tuple[str, ...] = ()) -> None:
        self.main[entry] = self.main.get(entry, False) or main
        self.toward.setdefault(entry, []).append(toward)

    def words(self) -> tuple[str, ...]:
        return tuple(sorted(self._word(entry) for entry in self.main))

    def _word(self, entry: str) -> str:
        named = self.toward[entry]  # once toward anyone is toward anyone
        others = sorted({other for toward in named for other in toward}) if all(named) else []
        toward = f" toward {', '.join(others)}" if others else ""
        return entry + toward + (" (main)" if self.main[entry] else "")


def positions(m: ArgumentMap) -> dict[Key, tuple[str, ...]]:
    """The map's position on every key that the author speaks to, in the order of the file.

    As a comparison takes them: another's voice takes none; what is named under an `if` alone, without reasons or a
    certainty of its own, is a question; a question counts only where nothing is held or denied. What times, places,
    conditions and certainty make of holding and denying at once is left to a comparison.
    """
    supposed = suppositions(m)
    found: dict[Key, _Pooled] = {}
    for key, s in m.statements.items():
        if not s.says or not s.by_author:
            continue
        for form in s.says:
            match form:
                case Stance():
                    attitude: Attitude = "questions" if key in supposed else form.attitude
                    found.setdefault(("stance", form.proposition), _Pooled()).add(attitude)
                case CausalClaim() if key not in supposed:
                    pooled = found.setdefault(("explanation", form.factor), _Pooled())
                    for cause in form.cause:
                        pooled.add(f"{_BY[form.effect]} {cause}", main=form.main)
                case RoleAttribution() if key not in supposed:
                    pooled = found.setdefault(("role", form.actor), _Pooled())
                    pooled.add(form.role, main=form.main, toward=form.toward)
                case _:
                    pass
    return {key: _committed(pooled.words()) for key, pooled in found.items()}


def _committed(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word != "questions") or words


def changed_positions(old: ArgumentMap, new: ArgumentMap) -> Iterator[ChangedPosition]:
    """Keys on which the versions take different positions: stances, explanations, roles, each in the order of files."""
    was, now = positions(old), positions(new)
    differing = [key for key in dict.fromkeys((*now, *was)) if was.get(key) != now.get(key)]
    for unit in get_args(Unit):
        for kind, key in differing:
            if kind == unit:
                yield ChangedPosition(kind, key, was.get((kind, key), ()), now.get((kind, key), ()))


def changed_keys(old: ArgumentMap, new: ArgumentMap) -> Iterator[ChangedKeys]:
    """Keys of a codebook, section by section, that came into use or went out of it, reported speech included."""
    was, now = _used(old), _used(new)
    for section in get_args(Section):
        lost = tuple(key for key in was.get(section, {}) if key not in now.get(section, {}))
        gained = tuple(key for key in now.get(section, {}) if key not in was.get(section, {}))
        if lost or gained:
            yield ChangedKeys(section, lost, gained)


def _used(m: ArgumentMap) -> dict[Section, dict[str, None]]:
    found: dict[Section, dict[str, None]] = {}

    def use(section: Section, *keys: str) -> None:
        found.setdefault(section, {}).update(dict.fromkeys(keys))

    for s in m.statements.values():
        use("sources", *(key for key in s.sources if key not in m.sources))
        if m.codebook and s.voice in m.codebook.actors:
            use("actors", s.voice)
        for form in s.says:
            match form:
                case Stance():
                    use("propositions", form.proposition)
                case CausalClaim():
                    use("factors", *form.cause, form.factor)
                case RoleAttribution():
                    use("actors", form.actor, *form.toward)
                    use("roles", form.role)
    return found
