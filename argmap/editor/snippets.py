"""What an editor offers to insert as a whole, with places to fill in: ``$1``, ``${2:a proposal}``.

`defaultSnippets` is a word of the YAML language server; JSON Schema itself lets it pass.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

Snippet = tuple[str, str, Any]
"""What it is called, what is said of it, and what is inserted."""

SNIPPETS: Final[Mapping[str, tuple[Snippet, ...]]] = MappingProxyType(
    {
        "ArgumentMap.statements": (
            (
                "a statement",
                "A full sentence under an id of your choice.",
                {"${1:name-of-it}": {"text": "$2", "at": "¶$3"}},
            ),
            (
                "a thesis",
                "What the article argues for, and the reasons it gives.",
                {"${1:main-claim}": {"type": "thesis", "text": "$2", "because": ["$3"]}},
            ),
            (
                "an objection",
                "What the article admits against a statement; name it there under `but`.",
                {"${1:an-objection}": {"type": "objection", "text": "$2"}},
            ),
        ),
        "Reason": (
            (
                "premises, and a doubt about the step",
                "Statements that count only together; under unless, what speaks against the step from them.",
                {"premises": ["$1", "$2"], "unless": ["$3"]},
            ),
        ),
        "Stance": (
            ("holds a proposition", "Claims what the proposition says.", {"holds": "$1"}),
            ("denies a proposition", "Claims that it is not so.", {"denies": "$1"}),
            ("questions a proposition", "Doubts it.", {"questions": "$1"}),
        ),
        "CausalClaim": (
            ("a cause raises something", "More of the one brings more of the other.", {"cause": "$1", "raises": "$2"}),
            ("a cause lowers something", "More of the one brings less of the other.", {"cause": "$1", "lowers": "$2"}),
            ("a cause has no effect on something", "It is said to.", {"cause": "$1", "unrelated": "$2"}),
        ),
        "RoleAttribution": (
            (
                "an actor plays a role",
                "Toward somebody; leave that line out if it is toward anyone.",
                {"actor": "$1", "role": "$2", "toward": ["$3"]},
            ),
        ),
        "Codebook.propositions": (
            ("a proposition", "A claim to take a stance on.", {"${1:key}": {"text": "$2", "kind": "$3"}}),
        ),
        "Codebook.factors": (("a factor", "What drives or is driven.", {"${1:key}": "$2"}),),
        "Codebook.actors": (("an actor", "Whom articles speak of.", {"${1:key}": {"name": "$2", "aliases": ["$3"]}}),),
    }
)
"""By model, or by model and field."""


def offered(name: str) -> dict[str, Any]:
    """What a part of the schema says of the snippets for a model or field; nothing where there are none."""
    found = SNIPPETS.get(name, ())
    listed = [{"label": label, "description": said, "body": body} for label, said, body in found]
    return {"defaultSnippets": listed} if listed else {}
