"""A strict reader of GIFT, after the documentation of Moodle's format: for testing what `argmap quiz` writes.

Blocks are parted by blank lines; lines that begin with ``//`` are comments; ``~ = # { } : \\`` have a meaning unless a
backslash stands before them. It reads multiple choice with one right answer, and refuses everything else.
"""

import re
from dataclasses import dataclass, field

ESCAPED = re.compile(r"\\([\\~=#{}:])")


@dataclass
class Read:
    """A question as an import would hold it; the texts are HTML."""

    name: str
    text: str
    options: list[tuple[str, bool, str]]
    general: str
    category: str
    comments: list[str] = field(default_factory=list)


def read_gift(source: str) -> list[Read]:
    found: list[Read] = []
    category = ""
    for block in re.split(r"\n[ \t]*\n", source.strip("\n")):
        lines = [line.strip() for line in block.split("\n")]
        comments = [line[2:].strip() for line in lines if line.startswith("//")]
        text = "\n".join(line for line in lines if not line.startswith("//")).strip()
        if not text:
            continue
        if text.startswith("$CATEGORY:"):
            category = text.removeprefix("$CATEGORY:").strip()
            assert "\n" not in category
            continue
        found.append(_question(_kept(text), category, comments))
    return found


def _kept(text: str) -> str:
    """The text with what is escaped in private characters, so that marks that are left are marks."""
    kept = ESCAPED.sub(lambda m: chr(0xE000 + ord(m[1])), text)
    assert "\\" not in kept, "a backslash before something that is no mark"
    return kept


def _plain(text: str) -> str:
    return "".join(chr(ord(c) - 0xE000) if 0xE000 < ord(c) < 0xE080 else c for c in text).strip()


def _question(text: str, category: str, comments: list[str]) -> Read:
    assert text.startswith("::"), f"a question without a name: {text[:40]!r}"
    name, mark, rest = text[2:].partition("::")
    assert mark
    assert rest.count("{") == 1
    assert rest.count("}") == 1
    assert rest.endswith("}")
    stem, _, answers = rest[:-1].partition("{")
    assert stem.startswith("[html]")
    assert not set(stem.removeprefix("[html]")) & set("~=#{}:")
    body, mark, general = answers.rpartition("####")
    assert mark
    options = []
    for sign, one in re.findall(r"([=~])([^=~]*)", body):
        option, _, feedback = one.partition("#")
        assert "#" not in feedback
        assert not option.startswith(("%", "[")), "would be read as points or a format"
        options.append((_plain(option), sign == "=", _plain(feedback)))
    assert "".join(re.findall(r"[=~][^=~]*", body)) == body.lstrip()
    return Read(_plain(name), _plain(stem.removeprefix("[html]")), options, _plain(general), category, comments)
