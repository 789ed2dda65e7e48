"""`argmap schema`: what maps, codebooks and results look like, for editors and programs."""

import json
from importlib import resources
from typing import Literal, assert_never

from argmap.cli.output import deliver

Thing = Literal["map", "codebook", "result", "changes", "reliability"]


def run(thing: Thing, *, output: str | None) -> int:
    """Print the JSON Schema of it."""
    deliver(schema_text(thing), output)
    return 0


def schema_text(thing: Thing) -> str:
    """The JSON Schema of it, as it is printed."""
    match thing:
        case "result":
            return (resources.files("argmap.reporters") / "comparison.schema.json").read_text(encoding="utf-8")
        case "changes":
            return (resources.files("argmap.reporters") / "changes.schema.json").read_text(encoding="utf-8")
        case "reliability":
            return (resources.files("argmap.reporters") / "reliability.schema.json").read_text(encoding="utf-8")
        case "map" | "codebook":
            from argmap.editor.schema import schema  # noqa: PLC0415

            return json.dumps(schema(thing), ensure_ascii=False, indent=2)
        case _:
            assert_never(thing)
