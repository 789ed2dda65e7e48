"""Two maps with one decision taken otherwise: the rows of a table in docs/maps/northeast-asia.md."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from comparison_cases import plain

from argmap.model import ArgumentMap, Codebook

FOLDER = Path(__file__).parents[1] / "maps" / "northeast-asia"
BOOK = "northeast-asia.codebook"

Data = dict[str, Any]
Edit = tuple[str, Callable[[Data], None]]
"""The file to change, and how."""


def koga_and_rsis(*edits: Edit) -> tuple[ArgumentMap, ArgumentMap]:
    data = {name: _data(name) for name in ("koga-2023", "rsis-2023", BOOK)}
    for name, change in edits:
        change(data[name])
    book = Codebook.model_validate(data[BOOK])
    koga, rsis = (ArgumentMap.model_validate(data[name] | {"codebook": book}) for name in ("koga-2023", "rsis-2023"))
    return koga, rsis


def _data(name: str) -> Data:
    data = plain((FOLDER / f"{name}.yaml").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def _in(name: str, statement: str, change: Callable[[Data], None]) -> Edit:
    return name, lambda data: change(data["statements"][statement])


K = partial(_in, "koga-2023")
R = partial(_in, "rsis-2023")


def _says(statement: Data) -> list[Data]:
    given = statement.get("says", [])
    says: list[Data] = given if isinstance(given, list) else [given]
    statement["says"] = says
    return says


def _the_one(statement: Data, named: str) -> Data:
    """The entry under `says` that has the value `named`, as proposition, cause or role."""
    (entry,) = (e for e in _says(statement) if named in e.values())
    return entry


def uncoded(named: str) -> Callable[[Data], None]:
    return lambda statement: _says(statement).remove(_the_one(statement, named))


def also(**entry: Any) -> Callable[[Data], None]:
    return lambda statement: _says(statement).append(entry)


def recoded(named: str, **fields: Any) -> Callable[[Data], None]:
    return lambda statement: _the_one(statement, named).update(fields)


def asked(named: str) -> Callable[[Data], None]:
    """The stance is left open instead of taken."""

    def change(statement: Data) -> None:
        entry = _the_one(statement, named)
        entry.clear()
        entry["questions"] = named

    return change


def first(named: str) -> Callable[[Data], None]:
    return recoded(named, main="true")


def not_first(named: str) -> Callable[[Data], None]:
    return lambda statement: _the_one(statement, named).__delitem__("main")


def having(**fields: Any) -> Callable[[Data], None]:
    return lambda statement: statement.update(fields)


def lacking(field: str) -> Callable[[Data], None]:
    return lambda statement: statement.__delitem__(field)


def _yoon_alone_first(statement: Data) -> None:
    statement["says"] = [
        {"cause": "leaders-will", "raises": "bilateral-thaw"},
        {"cause": "yoon-push", "raises": "bilateral-thaw", "main": "true"},
    ]


VARIANTS: Mapping[str, tuple[Edit, ...]] = {
    "1a": (K("china-at-sea", uncoded("china-assertiveness")),),
    "1b": (K("china-at-sea", having(certainty="possible")),),
    "1c": (R("china-central", first("global-polarisation")),),
    "1d": (K("yoon-turned-it", lambda s: _says(s)[1].update(main="true")),),
    "1e": (
        R("anxiety", lambda s: s.update(says=[])),
        R("anxiety", also(cause="china-assertiveness", raises="closer-ties")),
        R("anxiety", also(cause="nk-threat", raises="closer-ties", main="true")),
    ),
    "1f": (
        R("strain-hindered", uncoded("bilateral-strain")),
        R("strain-hindered", also(cause="bilateral-strain", lowers="closer-ties")),
    ),
    "2a": (K("china-holds-key", recoded("intermediary", role="leader")),),
    "2b": (R("jck-imperative", first("interlocutor")),),
    "2c": (K("china-holds-key", not_first("intermediary")),),
    "2d": ((BOOK, having(**{"incompatible-roles": [["intermediary", "adversary"]]})),),
    "3a": (K("issues-overcome", uncoded("history-overcome")),),
    "3b": (R("history-lingers", uncoded("history-overcome")),),
    "3c": (R("external-helped", also(holds="history-overcome")),),
    "3d": (R("history-lingers", asked("history-overcome")),),
    "3e": (K("issues-overcome", having(certainty="possible")),),
    "4a": (R("leaders-credit", first("bilateral-thaw")),),
    "4b": (R("leaders-credit", _yoon_alone_first),),
    "4c": (K("speech", also(cause="nk-threat", raises="bilateral-thaw")),),
    "5a": (R("beyond-korea", uncoded("trilateral-beyond-korea")),),
    "5b": (R("beyond-korea", lacking("because")),),
    "6a": (R("agreements", also(holds="trilateral-institutionalised")),),
    "6b": (K("first-step", asked("trilateral-institutionalised")),),
    "7a": (K("leader-2027", uncoded("korea-leader-changes")),),
    "7b": (R("depends-on-politics", uncoded("politics-risk")),),
    "8a": (K("nss-on-nk", also(actor="north-korea", role="adversary", toward=["japan"])),),
    "8b": (R("nss-on-taiwan", also(holds="taiwan-indispensable")),),
    "9a": (K("china-suspects", uncoded("china-sees-containment")),),
    "9b": (K("china-suspects", lacking("certainty")),),
    "10a": (R("jck-imperative", also(holds="revive-jck-summit")),),
}
