"""`argmap schema`: what maps, codebooks and results look like, for editors and programs."""

import json
from importlib import resources
from typing import Literal, assert_never

from argmap.cli.output import deliver

Thing = Literal["map", "codebook", "result", "changes", "reliability", "problems"]


def run(thing: Thing, *, output: str | None) -> int:
    """Print the JSON Schema of it."""
    deliver(schema_text(thing), output)
    return 0


def schema_text(thing: Thing) -> str:
    """The JSON Schema of it, as it is printed."""
    match thing:
        case "result" | "changes" | "reliability" | "problems":
            name = "comparison" if thing == "result" else thing
            return (resources.files("argmap.reporters") / f"{name}.schema.json").read_text(encoding="utf-8")
        case "map" | "codebook":
            from argmap.editor.schema import schema  # noqa: PLC0415

            return json.dumps(schema(thing), ensure_ascii=False, indent=2)
        case _:
            assert_never(thing)
