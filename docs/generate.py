"""Make what in docs/ is made from the code: the pages of codes, the schemas, the pictures. Run by `make docs`."""

import json
from pathlib import Path

import argmap
from argmap.editor.schema import schema
from argmap.files import write
from argmap.reporters.codes_markdown import codes_page

DOCS = Path(__file__).parent
MAPS = DOCS.parent / "maps" / "northeast-asia"


def main() -> None:
    """Write every generated file anew."""
    write(DOCS / "codes.md", codes_page())
    for kind in ("map", "codebook"):
        write(DOCS / "schema" / f"{kind}.schema.json", json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n")
    pictures = DOCS / "pictures"
    koga, rsis = argmap.load(MAPS / "koga-2023.yaml"), argmap.load(MAPS / "rsis-2023.yaml")
    drawn = [argmap.draw(thing) for thing in (argmap.compare(koga, rsis), koga, rsis)]
    for stale in pictures.glob("*.svg"):  # of a drawing that had more sheets, or another name
        stale.unlink()
    for sheet in (sheet for first in drawn for sheet in (first, *first.sheets)):
        write(pictures / sheet.file_name, sheet.data)


if __name__ == "__main__":
    main()
