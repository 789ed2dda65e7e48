"""Changes to an input that leave it nearly a file of the format: lines moved, names exchanged, words of it put in.

Bytes changed at random give YAML that cannot be read; what stands behind the reader is reached by these.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import Final

Change = Callable[[random.Random, bytes], bytes]

_NAME: Final = re.compile(rb"[a-z][a-z0-9-]+")
_LINES: Final = re.compile(rb"[^\n]*\n|[^\n]+")

FRAGMENTS: Final[Sequence[bytes]] = (
    b"    because: [late]\n",
    b"    because: [[late, red], cars-few]\n",
    b"    because:\n      - premises: [late]\n        scheme: expert-opinion\n        unless: [red]\n",
    b"    but: [costs]\n",
    b"    if: [red]\n",
    b"    says: {holds: lane}\n",
    b"    says: {denies: no-lane}\n",
    b"    says: {questions: lane}\n",
    b"    says: {cause: [cars], raises: delay, main: true}\n",
    b"    says: {unrelated: [cars, delay]}\n",
    b"    says: [{actor: council, role: ally, toward: [council]}, {holds: lane, certainty: possible}]\n",
    b"    voice: council\n",
    b"    via: {map: other, statement: lane}\n",
    b"    where: europe\n",
    b"    when: 2017/2021\n",
    b"    at: [\xc2\xb61, p. 3]\n",
    b"    quote: Buses are late.\n",
    b'    label: "\\x1b[31m\\u202e<b>=1+1</b>|\\""\n',
    b"    certainty: possible\n",
    b"    type: assumption\n",
    b"    type: evidence\n",
    b"    sources: [count]\n",
    b"  s1: {text: A., because: [s1]}\n",
    b"  s2: {text: B., type: thesis, because: [s3], but: [s3]}\n",
    b"  s3: C.\n",
    b'  s4: {text: "\\0\\a\\e[2J\\N\\L\\P\\_", type: thesis}\n',
    b"sources:\n  count: {authors: [C. Counter], date: 2022}\n",
    b"codebook: book.yaml\n",
    b"codebook: ../../etc/passwd\n",
    b"coverage:\n  questions: []\n",
    b"  places:\n    europe: {text: Europe, within: world}\n    world: The world\n",
    b"  propositions:\n    lane: {text: A lane, contrary: [no-lane], narrower: [no-lane]}\n    no-lane: None\n",
    b"# argmap: ignore\n",
    b"select = ['AM4']\n",
    b"[per-file-ignores]\n'maps/*' = ['AM304', 'x']\n",
    b"[tool.argmap]\nteach = true\n",
    b"  # argmap: ignore[AM301, AM5]\n",
    b"<<: *a\n",
    b"&a ",
    b"---\n",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"\xc2\x85",
    b"\r",
)

_VALUES: Final[Sequence[bytes]] = (
    b"",
    b"[]",
    b"{}",
    b"[[a]]",
    b"{a: {b: c}}",
    b"null",
    b"''",
    b"[~]",
    b"yes",
    b"2023-13-45",
    b"-1",
    b"1e999",
    b"|\n",
    b">-\n",
    b'"\\0"',
    b'"\\ud800"',
    b"'=1+1'",
    b"--help",
    b"../x",
    b"con",
)


def mutated(data: bytes, most: int, seed: int) -> bytes:
    """The input, changed in one to four places; never longer than `most` bytes."""
    r = random.Random(seed)
    head, body = data[:2], data[2:]
    if len(head) < 2 or not r.randrange(20):
        head = bytes([r.choice(b"MMMMMMAVPTWSFFEE")]) + bytes([r.randrange(64)])
    elif not r.randrange(4):
        head = head[:1] + bytes([r.randrange(64)])
    for _ in range(r.choice((1, 1, 2, 4))):
        body = r.choice(_CHANGES)(r, body)
    return (head + body)[:most]


def crossed(one: bytes, two: bytes, most: int, seed: int) -> bytes:
    """The first lines of one input, and the last of another."""
    r = random.Random(seed)
    a, b = _LINES.findall(one), _LINES.findall(two[2:])
    return b"".join(a[: r.randint(0, len(a))] + b[r.randint(0, len(b)) :])[:most]


def _lines(change: Callable[[random.Random, list[bytes]], None]) -> Change:
    def changed(r: random.Random, body: bytes) -> bytes:
        lines = _LINES.findall(body) or [b"\n"]
        change(r, lines)
        return b"".join(lines)

    return changed


def _swap(r: random.Random, lines: list[bytes]) -> None:
    a, b = r.randrange(len(lines)), r.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]


def _drop(r: random.Random, lines: list[bytes]) -> None:
    start = r.randrange(len(lines))
    del lines[start : start + r.choice((1, 1, 1, 3, 10))]


def _double(r: random.Random, lines: list[bytes]) -> None:
    start = r.randrange(len(lines))
    some = lines[start : start + r.choice((1, 1, 3, 8))]
    at = r.randrange(len(lines) + 1)
    lines[at:at] = some


def _put_in(r: random.Random, lines: list[bytes]) -> None:
    lines.insert(r.randrange(len(lines) + 1), r.choice(FRAGMENTS))


def _indent(r: random.Random, lines: list[bytes]) -> None:
    at = r.randrange(len(lines))
    lines[at] = r.choice((b"\t", b" ", b"    ", b"- ", b"")) + lines[at].lstrip(b" ")


def _revalue(r: random.Random, lines: list[bytes]) -> None:
    at = r.randrange(len(lines))
    key, colon, _ = lines[at].partition(b":")
    lines[at] = key + colon + b" " + r.choice(_VALUES) + b"\n"


def _rename(r: random.Random, body: bytes) -> bytes:
    """One name in place of another, in one place or in all."""
    names = list(_NAME.finditer(body))
    if not names:
        return body
    old, new = r.choice(names), r.choice(names)
    if r.randrange(3):
        return body[: old.start()] + new[0] + body[old.end() :]
    return re.sub(rb"\b" + re.escape(old[0]) + rb"\b", new[0], body)


def _piece(r: random.Random, body: bytes) -> bytes:
    at = r.randrange(len(body) + 1)
    what = r.choice((*FRAGMENTS, *_VALUES, *(bytes([c]) for c in b"[]{}:,-#&*!|>'\"%@`?\t\n\r ~<=+")))
    return body[:at] + what.strip(b"\n") * r.choice((1, 1, 1, 2, 50)) + body[at:]


def _without(r: random.Random, body: bytes) -> bytes:
    start = r.randrange(len(body) + 1)
    return body[:start] + body[start + r.randint(1, 30) :]


def _cut(r: random.Random, body: bytes) -> bytes:
    return body[: r.randrange(len(body) + 1)]


def _windows(r: random.Random, body: bytes) -> bytes:
    return body.replace(b"\n", r.choice((b"\r\n", b"\r")))


_CHANGES: Final[Sequence[Change]] = (
    *map(_lines, (_swap, _drop, _drop, _double, _double, _put_in, _put_in, _put_in, _indent, _revalue, _revalue)),
    *(_rename, _rename, _rename),
    *(_piece, _piece, _without, _cut, _windows),
)
