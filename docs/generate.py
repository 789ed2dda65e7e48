"""Make what in docs/ is made from the code: codes, schemas, and the gallery with its pictures. Run by `make docs`."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from gallery import COMPARISONS, ONE_MAP, Entry

from argmap.editor.schema import schema
from argmap.files import write
from argmap.reporters.codes_markdown import codes_page

DOCS = Path(__file__).parent
PICTURES = DOCS / "pictures"

_HEAD = """# Gallery

Every kind of picture argmap draws, made from the shipped maps by the command above it. This page and its pictures are
made by `make docs`; what the options mean, and how to read the marks, is in [drawing.md](drawing.md).
"""


def main() -> None:
    """Write every generated file anew."""
    write(DOCS / "codes.md", codes_page())
    for kind in ("map", "codebook"):
        write(DOCS / "schema" / f"{kind}.schema.json", json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n")
    for stale in PICTURES.glob("*.svg"):  # of a drawing that had more sheets, or another name
        stale.unlink()
    for entry in (*ONE_MAP, *COMPARISONS):
        draw(entry)
    write(DOCS / "gallery.md", gallery_page())
    worksheet()


WORKSHEET = (
    "argmap worksheet maps/northeast-asia/camp-david-2023.yaml --distractors maps/northeast-asia/beijing-2023.yaml "
    "--difficulty 2 --format svg"
)
"""The worksheet of worksheets.md, and its key."""


def worksheet() -> None:
    """Make the pictures of worksheets.md; they have a folder of their own, as they are none of the gallery."""
    command = [sys.executable, "-m", *WORKSHEET.split(), "-o", f"{PICTURES / 'worksheets'}/"]
    subprocess.run(command, cwd=DOCS.parent, check=True, stdout=subprocess.DEVNULL)


def draw(entry: Entry) -> None:
    """Run the command of a picture and keep what it draws under the picture's name."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "argmap", "draw", *entry.maps, *entry.options, "-o", f"{folder}/"]
        done = subprocess.run(command, cwd=DOCS.parent, check=True, stdout=subprocess.PIPE, text=True)
        drawn = [Path(line) for line in done.stdout.splitlines()]
        for number, path in enumerate(drawn, start=1):
            ending = f"-{number:0{len(str(len(drawn)))}}" if len(drawn) > 1 else ""
            write(PICTURES / f"{entry.name}{ending}.svg", path.read_bytes())


def gallery_page() -> str:
    """The page, from the pictures there are."""
    parts = [_HEAD, "## One map\n", *map(_section, ONE_MAP), "## Two maps and more\n", *map(_section, COMPARISONS)]
    return "\n".join(parts)


def sheets_of(entry: Entry) -> list[Path]:
    """The pictures of an entry, in order."""
    named = re.compile(rf"{re.escape(entry.name)}(-\d+)?\.svg")
    return sorted(path for path in PICTURES.glob(f"{entry.name}*.svg") if named.fullmatch(path.name))


def _section(entry: Entry) -> str:
    sheets = sheets_of(entry)
    shown, others = sheets[: entry.shown], sheets[entry.shown :]
    pictures = "\n\n".join(f"![{_title(path)}](pictures/{path.name})" for path in shown)
    command = f"```console\n$ {entry.command} -o {entry.name}/\n```"
    return f"### {entry.title}\n\n{entry.about}\n\n{command}\n\n{pictures}\n{_rest(others)}"


def _rest(others: Sequence[Path]) -> str:
    links = " · ".join(f"[{path.stem.rpartition('-')[2].lstrip('0')}](pictures/{path.name})" for path in others)
    return f"\nFurther sheets: {links}\n" if links else ""


def _title(path: Path) -> str:
    """What the picture is called to those who do not see it."""
    found = re.search(r"<title[^>]*>(.*?)</title>", path.read_text(encoding="utf-8"))
    return re.sub(r"[\[\]]", "", unescape(found[1])) if found else path.stem


if __name__ == "__main__":
    main()
