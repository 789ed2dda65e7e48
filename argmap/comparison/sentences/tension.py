"""The sentence of `internal-tension`: a map that clashes with itself."""

from argmap.comparison.sentences.parts import Stands
from argmap.comparison.stands import Stand
from argmap.comparison.wording import Words


def tension(stands: Stands, words: Words) -> str:
    """Every map that clashes with itself, and where."""
    return f"{'; '.join(tense(s, words) for s in stands if s.tension)}."


def tense(stand: Stand, words: Words) -> str:
    """How one map clashes with itself."""
    clash = stand.tension[0]
    match clash.left.unit:
        case "explanation":
            cause, effect = (words.phrase("factor", key) for key in (clash.left.cause, clash.left.key))
            return f"{stand.does('gives')} {cause} two effects on {effect}"
        case "role":
            actor = words.phrase("actor", clash.left.topic)
            roles = (words.phrase("role", role) for role in (clash.left.value, clash.right.value))
            return f"{stand.does('casts')} {actor} as both {' and '.join(roles)}"
        case _:
            verbs = "hold and deny" if stand.coding.several else "holds and denies"
            return f"{stand.name} both {verbs} that {words.phrase('proposition', clash.left.topic)}"
