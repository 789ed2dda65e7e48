"""The format as a JSON Schema, for editors: completion, descriptions and red lines while a map is typed.

It is made from the models and says less than they do: what refers to what, and quotations, are checked by argmap only.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from argmap.editor.snippets import offered
from argmap.editor.words import MEANINGS
from argmap.model import ArgumentMap, Codebook
from argmap.model.codebook import BUILT_IN_ROLES

Kind = Literal["map", "codebook"]

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind = "map") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of maps or codebooks, with the short forms that files may use.

    YAML editors take ``2023`` for a number and ``yes`` for a truth, where argmap reads text. So a number or a truth is
    allowed wherever a text is.
    """
    model = ArgumentMap if kind == "map" else Codebook
    made = model.model_json_schema(by_alias=True, mode="validation")
    parts = made.pop("$defs")
    root = {"$schema": DRAFT, **_with_short_form(model.__name__, _described(model.__name__, made))}
    root["required"] = _REQUIRED[kind]
    definitions = {name: _with_short_form(name, _described(name, part)) for name, part in parts.items()}
    if kind == "map":
        definitions["Codebook"]["required"] = _REQUIRED["codebook"]
    root["$defs"] = definitions
    widened: dict[str, Any] = _widened(root)
    return widened


_REQUIRED: Final[Mapping[Kind, list[str]]] = MappingProxyType(
    {"map": ["argmap", "id", "statements"], "codebook": ["argmap-codebook", "id"]}
)

_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ArgumentMap": "Argument map",
        "Codebook": "Codebook",
        "Article": "Article",
        "Source": "Source",
        "Statement": "Statement",
        "Reason": "Reason",
        "Via": "Known through another map",
        "Stance": "Stance on a proposition",
        "CausalClaim": "Cause and effect",
        "RoleAttribution": "Role of an actor",
        "Actor": "Actor",
        "Factor": "Factor",
        "Proposition": "Proposition",
        "PlaceName": "Place",
        "Role": "Role",
    }
)

_DESCRIPTIONS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "ArgumentMap": {
            "": "What one article argues: its statements, and how they carry each other.",
            "argmap": "The version of the format: 1.",
            "id": "A short name in lower case with hyphens, unique among your maps.",
            "title": "What the map is of.",
            "article": "The article the map is about.",
            "codebook": "The codebook shared with other maps: a path beside this file, or the codebook itself.",
            "coverage": "complete: what the map lacks, the article does not say. partial (default): it may say so.",
            "sources": "What the article cites, each under a key.",
            "statements": "The statements, each under its id, in any order.",
        },
        "Codebook": {
            "": "What maps share, so that they can be compared.",
            "argmap-codebook": "The version of the format: 1.",
            "id": "A short name in lower case with hyphens.",
            "title": "What the codebook is for.",
            "actors": "Who the articles speak of, each under a key; a name alone is enough.",
            "factors": "What drives or is driven, each under a key; a text alone is enough.",
            "propositions": "Claims to take a stance on, each under a key; a text alone is enough.",
            "sources": "What several articles cite.",
            "places": "Places that `where` may name, and which lies within which.",
            "roles": "Roles beside the built-in ones, or in their stead.",
            "incompatible-roles": "Pairs of roles that nobody can play at once.",
        },
        "Article": {
            "authors": "A list of names, in the article's order.",
            "title": "The article's title.",
            "publisher": "Who published it.",
            "date": "2023, 2023-08 or 2023-08-18.",
            "url": "Where it can be read.",
            "text": "The path of the article's text, beside the map; quotations are checked against it.",
            "short": "What sentences call the map; without it, the authors' last names.",
        },
        "Source": {
            "authors": "A list of names.",
            "title": "Its title.",
            "publisher": "Who published it.",
            "date": "2023, 2023-08 or 2023-08-18.",
            "url": "Where it can be read.",
            "note": "Anything for the reader.",
            "short": "What citations call its authors; without it, their last names. The year is added.",
        },
        "Statement": {
            "": "One full sentence in your own words, and how the article uses it.",
            "type": "What the statement does in the article; premise is the default.",
            "label": "At most eight words, for small boxes; without it, the text is shortened.",
            "text": "One full sentence, in your own words.",
            "quote": "The article's own words, exactly; … skips words.",
            "at": "Where in the article: ¶15, p. 3 or §2; a list where there are several.",
            "via": "Where another map's article speaks of it, if this article is known only through that one.",
            "says": "What it says in the terms of the codebook; maps are compared on this. One form, or a list.",
            "because": "Reasons, in order: an id; a list of ids that work only together; or the long form.",
            "but": "The ids of objections to this statement that the article itself raises.",
            "certainty": "How sure the article is; asserted is the default.",
            "if": "The ids of statements without which this one is not claimed.",
            "voice": "Who says so: author (default), the key of an actor, or a name.",
            "sources": "The keys of what the article cites for it.",
            "when": "The time it is about: 2023, 2023-08-18, 2017/2021 or 2019/..",
            "where": "The place it is about.",
            "note": "Anything for the reader of the map.",
        },
        "Reason": {
            "premises": "The ids of statements that carry this step together.",
            "scheme": "The kind of argument, after Walton: one of those that are offered, or another.",
            "unless": "The ids of statements that cast doubt on the step, not on its premises.",
        },
        "Via": {"map": "The id of the other map.", "at": "The place in its article: ¶5, p. 3 or §2."},
        "Stance": {
            "holds": "The key of a proposition that is claimed.",
            "denies": "The key of a proposition that is denied.",
            "questions": "The key of a proposition that is doubted.",
        },
        "CausalClaim": {
            "cause": "The key of a factor that drives; a list where there are several.",
            "raises": "The key of the factor that grows with it.",
            "lowers": "The key of the factor that shrinks with it.",
            "unrelated": "The key of a factor on which it has no effect.",
            "main": "true for the cause that the article puts first.",
        },
        "RoleAttribution": {
            "actor": "The key of an actor.",
            "role": "A built-in role (ally, partner, protector, intermediary, leader, balancer, patron, client, hedger,"
            " bystander, victim, stake, rival, spoiler, revisionist, adversary), or one of the codebook.",
            "toward": "The keys of those it is played toward; without it, toward anyone.",
            "main": "true for the role that the article puts first.",
        },
        "Actor": {
            "name": "What the actor is called.",
            "aliases": "Other names for it.",
            "question": "The heading where maps differ on it.",
        },
        "Factor": {"text": "What it is, in a few words.", "question": "The heading where maps differ on it."},
        "Proposition": {
            "text": "One full sentence.",
            "kind": "What is at issue: a fact, a definition, a cause, a forecast, a value, a policy.",
            "question": "The heading where maps differ on it.",
            "contrary": "The keys of propositions that cannot hold together with it.",
            "narrower": "The keys of propositions that follow from it.",
        },
        "PlaceName": {
            "name": "What the place is called.",
            "aliases": "Other names for it.",
            "within": "The key of the next larger place.",
        },
        "Role": {
            "text": "What one does who plays it.",
            "valence": "1 works for those it is played toward, -1 against them, 0 neither.",
        },
    }
)


def _described(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """A part with the words of the format instead of those of the code."""
    texts = _DESCRIPTIONS[name]
    part["title"] = _TITLES[name]
    part.pop("description", None)
    if texts.get(""):
        part["description"] = texts[""]
    for field, held in part["properties"].items():
        held.pop("title", None)
        held.pop("default", None)
        held["description"] = texts[field]
        held.update(offered(f"{name}.{field}"))
        _explain(field, held)
    return part | offered(name)


def _explain(field: str, held: dict[str, Any]) -> None:
    """Say of each word of a field what it means, where the field takes one of a few."""
    options = held.get("anyOf", [held])
    for option in options:
        if "enum" in option:
            option["enumDescriptions"] = [MEANINGS[field][str(word)] for word in option["enum"]]


_TEXT: Final[Mapping[str, Any]] = MappingProxyType({"type": "string", "minLength": 1})
_SHORT: Final = frozenset({"Actor", "Factor", "PlaceName", "Proposition", "Role"})


def _with_short_form(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """Where a file may write less than the model holds, both are allowed."""
    fields = part["properties"]
    match name:
        case "ArgumentMap":
            path = {**_TEXT, "description": "The path of a codebook, beside this file."}
            book = fields["codebook"]
            fields["codebook"] = {"description": book["description"], "anyOf": [path, {"$ref": "#/$defs/Codebook"}]}
        case "Stance":
            return {**part, **_one_of("holds", "denies", "questions")}
        case "CausalClaim":
            fields["cause"] = _or_one(fields["cause"])
            return {**part, **_one_of("raises", "lowers", "unrelated")}
        case "RoleAttribution":
            fields["role"] = _known_or_other(fields["role"], {role: _kind(role) for role in BUILT_IN_ROLES})
        case "Reason":
            fields["scheme"] = _known_or_other(fields["scheme"], MEANINGS["scheme"])
            return {"anyOf": [fields["premises"]["items"], fields["premises"], part]}
        case "Statement":
            fields["at"], fields["says"] = _or_one(fields["at"]), _or_one(fields["says"])
        case _ if name in _SHORT:
            return {"anyOf": [dict(_TEXT), part], "title": part["title"]}
    return part


def _known_or_other(held: dict[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """A field in which words that are known are offered, each with what it means, and others may stand too."""
    words = {"enum": list(known), "enumDescriptions": list(known.values())}
    return {"description": held.pop("description"), "anyOf": [words, held]}


def _kind(role: str) -> str:
    return MEANINGS["valence"][str(BUILT_IN_ROLES[role].valence)]


def _one_of(*names: str) -> dict[str, Any]:
    return {"oneOf": [{"required": [name]} for name in names]}


def _or_one(held: dict[str, Any]) -> dict[str, Any]:
    description = held.pop("description")
    return {"description": description, "anyOf": [held["items"], held]}


def _widened(part: Any) -> Any:
    """Null is allowed nowhere; where text is, so is what an editor takes for a number or a truth."""
    if isinstance(part, list):
        return [_widened(item) for item in part]
    if not isinstance(part, dict):
        return part
    if "anyOf" in part and {"type": "null"} in part["anyOf"]:
        [held] = [option for option in part["anyOf"] if option != {"type": "null"}]
        part = {**{key: value for key, value in part.items() if key != "anyOf"}, **held}
    part = {key: _widened(value) for key, value in part.items()}
    if "patternProperties" in part:
        [(pattern, entry)] = part.pop("patternProperties").items()
        part |= {"propertyNames": {"pattern": pattern, "maxLength": 80}, "additionalProperties": entry}
    elif part.get("const") == "1":
        del part["const"], part["type"]
        part["enum"] = [1, "1"]
    elif part.get("type") == "string" and "enum" not in part:
        part["type"] = ["string", "number", "boolean"]
    elif part.get("type") == "array" and "minLength" in part:
        part["minItems"] = part.pop("minLength")  # pydantic names the limit of a list as that of a text
    return part
