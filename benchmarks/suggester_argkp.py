"""How well likeness of words finds the key point of an argument: ArgKP-2021 (Friedman et al. 2021)."""

import csv
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.comparison.alignment.suggesting.likeness import Content, by_words
from argmap.comparison.alignment.suggesting.terms import STOP

Judge = Callable[[Sequence[str], Sequence[str]], Mapping[tuple[int, int], float]]
"""From arguments and key points to the likeness of their pairs; a pair that is absent has 0."""

SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    text: str
    topic: str
    stance: str

    @property
    def number(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.id.split("_")[1:])


@dataclass(frozen=True, slots=True)
class Data:
    """One part of ArgKP; `labels` holds 1 for a match, 0 for none, and nothing where the judges did not agree."""

    arguments: tuple[Text, ...]
    key_points: tuple[Text, ...]
    labels: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class ArgKP:
    """The figures of one judge on one part.

    Attributes:
        mean_average_precision: Strict: the best key point of each argument, the surer half of them, unlabelled is
            wrong; the mean over the groups of one topic and stance.
        recall_at_1: Over arguments with a match: whether the best key point is one.
        recall_at_3: Whether one of the best three is.
        f1: The best over all thresholds, over labelled pairs; `precision` is that at the threshold.
        opposite: Of arguments with a match, stances pooled: how often the best key point argues the other side.
        pooled_recall_at_1: `recall_at_1` with the stances pooled.
        arguments: How many arguments have a match.
    """

    mean_average_precision: float
    recall_at_1: float
    recall_at_3: float
    f1: float
    precision: float
    opposite: float
    pooled_recall_at_1: float
    arguments: int


def read(folder: Path, split: str) -> Data:
    def texts(name: str, id_column: str, text_column: str) -> tuple[Text, ...]:
        return tuple(Text(r[id_column], r[text_column], r["topic"], r["stance"]) for r in _rows(folder, name, split))

    labels = {(r["arg_id"], r["key_point_id"]): int(r["label"]) for r in _rows(folder, "labels", split)}
    arguments = texts("arguments", "arg_id", "argument")
    return Data(arguments, texts("key_points", "key_point_id", "key_point"), labels)


def _rows(folder: Path, name: str, split: str) -> list[dict[str, str]]:
    with (folder / f"{name}_{split}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def measure(data: Data, judge: Judge) -> ArgKP:
    precisions: list[float] = []
    scored: list[tuple[float, int]] = []
    at_1: list[bool] = []
    at_3: list[bool] = []
    for arguments, ranked in _ranked_groups(data, judge, by_stance=True):
        best = []
        for argument, order in zip(arguments, ranked, strict=True):
            labels = [data.labels.get((argument.id, key_point.id)) for _, key_point in order]
            best.append((order[0][0], labels[0] or 0))
            scored += [(score, label) for (score, _), label in zip(order, labels, strict=True) if label is not None]
            if 1 in labels:
                at_1.append(labels[0] == 1)
                at_3.append(1 in labels[:3])
        precisions.append(_average_precision(best))
    opposite: list[bool] = []
    pooled: list[bool] = []
    for arguments, ranked in _ranked_groups(data, judge, by_stance=False):
        for argument, order in zip(arguments, ranked, strict=True):
            labels = [data.labels.get((argument.id, key_point.id)) for _, key_point in order]
            if 1 in labels:
                opposite.append(order[0][1].stance != argument.stance)
                pooled.append(labels[0] == 1)
    f1, precision = _best_f1(scored)
    return ArgKP(
        mean_average_precision=_mean(precisions),
        recall_at_1=_mean(at_1),
        recall_at_3=_mean(at_3),
        f1=f1,
        precision=precision,
        opposite=_mean(opposite),
        pooled_recall_at_1=_mean(pooled),
        arguments=len(at_1),
    )


Order = list[tuple[float, Text]]


def _ranked_groups(data: Data, judge: Judge, *, by_stance: bool) -> Iterable[tuple[list[Text], list[Order]]]:
    """The arguments of each group and, for each, its key points by likeness; ties to the larger number."""

    def group(text: Text) -> tuple[str, str]:
        return text.topic, text.stance if by_stance else ""

    for key in dict.fromkeys(group(a) for a in data.arguments):
        arguments = [a for a in data.arguments if group(a) == key]
        points = [k for k in data.key_points if group(k) == key]
        scores = judge([a.text for a in arguments], [k.text for k in points])
        orders = [
            sorted(
                ((scores.get((i, j), 0.0), point) for j, point in enumerate(points)),
                key=lambda one: (one[0], one[1].number),
                reverse=True,
            )
            for i in range(len(arguments))
        ]
        yield arguments, orders


def _average_precision(best: Iterable[tuple[float, int]]) -> float:
    ordered = sorted(best, key=lambda one: -one[0])
    hits, total = 0, 0.0
    for rank, (_, label) in enumerate(ordered[: len(ordered) // 2], start=1):
        if label:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def _best_f1(scored: Iterable[tuple[float, int]]) -> tuple[float, float]:
    ordered = sorted(scored, key=lambda one: -one[0])
    positive = sum(label for _, label in ordered)
    found, best = 0, (0.0, 0.0)
    for rank, (score, label) in enumerate(ordered, start=1):
        found += label
        if rank == len(ordered) or ordered[rank][0] != score:  # a threshold does not part equal scores
            best = max(best, (2 * found / (rank + positive), found / rank))
    return best


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def by_argmap(arguments: Sequence[str], points: Sequence[str]) -> Mapping[tuple[int, int], float]:
    """What `suggest` computes from the texts of statements."""
    return by_words([Content(text) for text in arguments], [Content(text) for text in points])


_WORD = re.compile(r"[^\W_]+")


def by_tf_idf(arguments: Sequence[str], points: Sequence[str]) -> Mapping[tuple[int, int], float]:
    """The baseline: half cosine of words without stop words, half of the grams of 3 to 5 characters of all words."""
    texts = [_WORD.findall(unicodedata.normalize("NFKC", text).casefold()) for text in (*arguments, *points)]
    words = _tf_idf([[word for word in text if word not in STOP] for text in texts])
    grams = _tf_idf([_grams(f" {' '.join(text)} ") for text in texts])
    n = len(arguments)
    return {
        (i, j): _dot(words[i], words[n + j]) / 2 + _dot(grams[i], grams[n + j]) / 2
        for i in range(n)
        for j in range(len(points))
    }


def _grams(text: str) -> list[str]:
    return [text[i : i + size] for size in (3, 4, 5) for i in range(len(text) - size + 1)]


def _tf_idf(bags: Sequence[Sequence[str]]) -> list[dict[str, float]]:
    df = Counter(term for bag in bags for term in set(bag))
    idf = {term: 1 + math.log((1 + len(bags)) / (1 + count)) for term, count in df.items()}
    vectors = []
    for bag in bags:
        vector = {term: (1 + math.log(count)) * idf[term] for term, count in Counter(bag).items()}
        length = math.hypot(*vector.values()) or 1.0
        vectors.append({term: value / length for term, value in vector.items()})
    return vectors


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(value * large[term] for term, value in small.items() if term in large)
