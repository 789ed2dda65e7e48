"""What an adversary finds in the file of a worksheet: its texts as a reader joins them, and what no reader sees."""

import re
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO

from pypdf import PdfReader

from argmap.model import ArgumentMap
from argmap.teaching.worksheet import Worksheet

_WORD = re.compile(r"\w+")


def normal(text: str) -> str:
    """Words in small letters with a blank around each, so that none is found inside another."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def seen_in_svg(svg: bytes) -> str:
    """All that stands in a drawing and is no mark-up: texts over their lines, titles, description."""
    return normal(unescape(re.sub(r"<[^>]*>", " ", svg.decode())))


def seen_in_dot(dot: bytes) -> str:
    """The labels of a drawing as DOT, over their lines."""
    return normal(unescape(re.sub(r"<[^<>]*>", " ", dot.decode().replace("\\\\", "\\"))))


def seen_in_pdf(pdf: bytes) -> str:
    """The text of all pages, and the metadata."""
    reader = PdfReader(BytesIO(pdf))
    told = [str(value) for value in (reader.metadata or {}).values()]
    return normal(" ".join([*(page.extract_text() for page in reader.pages), *told]))


def opened(data: bytes) -> bytes:
    """A file with what a PDF holds packed laid open behind it."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL) if data.startswith(b"%PDF") else []
    return data + b"".join(zlib.decompressobj().decompress(each) for each in packed if each[:1] == b"x")


def unseen_in_png(png: bytes) -> bytes:
    """Everything in a PNG but its dots: texts, dates, names."""
    rest, at = b"", 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        kind = png[at + 4 : at + 8]
        rest += b"" if kind == b"IDAT" else png[at + 4 : at + 8 + length]
        at += 12 + length
    return rest


def secrets(worksheet: Worksheet) -> Iterator[str]:
    """Answers in every wording the map has for them; relations are words that stand on any sheet."""
    for blank in worksheet.blanks:
        if blank.kind != "relation":
            yield from {blank.answer, blank.full}


def leaks(seen: str, worksheet: Worksheet, offered: Iterable[str] = ()) -> list[str]:
    """Answers that stand in what is seen more often than the word bank offers them."""
    bank = [normal(text) for text in offered]
    return [
        answer
        for answer in secrets(worksheet)
        if seen.count(normal(answer)) > sum(text.count(normal(answer)) for text in bank)
    ]


def raw_leaks(data: bytes, worksheet: Worksheet, slugs: Iterable[str]) -> list[str]:
    """Slugs of what is asked for that stand anywhere in the bytes; one of a single word may be a word of a claim."""
    asked = {blank.statement for blank in worksheet.blanks if blank.kind in ("claim", "co-premise")}
    return [slug for slug in slugs if (slug in asked or "20" in slug) and "-" in slug and slug.encode() in data]


def relations_of(worksheet: Worksheet, m: ArgumentMap) -> list[tuple[str, str, int]]:
    """The relations that are asked for: lower and upper statement by slug, and the number."""
    slugs = {f"s{i}": key for i, key in enumerate(m.statements, start=1)}
    return [(slugs[lower], slugs[upper], n) for (lower, upper), n in worksheet.hidden.relations.items()]


def swapped(m: ArgumentMap, lower: str, upper: str) -> ArgumentMap:
    """The map with an objection as the first reason, or a reason as the last objection."""
    found = m.model_dump(by_alias=True, exclude_defaults=True)
    s = found["statements"][upper]
    if lower in s.get("but", ()):
        s["but"] = [key for key in s["but"] if key != lower]
        s["because"] = [lower, *s.get("because", ())]
    else:
        s["because"] = [r for r in s["because"] if r["premises"] != (lower,)]
        s["but"] = [*s.get("but", ()), lower]
    return ArgumentMap.model_validate(found)
