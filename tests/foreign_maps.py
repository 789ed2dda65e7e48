"""Files of other tools as maps of ours: enough of Argdown, of Carneades' YAML and of the microtexts' XML for a few.

Each gives a map as it would stand in a file. What these formats have and ours has not (weights, schemes with numbers)
is left out; nothing is added but types.
"""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml

Statements = dict[str, dict[str, Any]]


def from_argdown(path: Path) -> dict[str, Any]:
    """An Argdown document of one claim with arguments under it, by indentation."""
    text = path.read_text(encoding="utf-8")
    title = re.search(r"^title: *(.*?) *$", text, re.MULTILINE)
    text = re.sub(r"^===.*?^===", "", text, count=1, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"/\*.*?\*/|(?<![:/])//[^\n]*|\{[^{}]*\}|#\w+", "", text, flags=re.DOTALL)
    statements: Statements = {}
    above: list[tuple[int, str]] = []  # indentation and statement, from the top down
    for indent, sign, name, said in _argdown_items(text):
        key = _slug(name)
        s = statements.setdefault(key, {"label": name, "text": f"{name}.", "type": "claim"})
        if said:
            s["text"] = said
        above = [each for each in above if each[0] < indent]
        if above:
            _argdown_relation(statements, sign, key, [each for _, each in above])
        else:
            s["type"] = "thesis"
        above.append((indent, key))
    return {"argmap": 1, "id": _slug(path.stem), "title": title[1] if title else path.stem, "statements": statements}


def _argdown_items(text: str) -> list[tuple[int, str, str, str]]:
    """Indentation, sign, name and text of every element; lines that begin none belong to the one before."""
    found: list[tuple[int, str, str, str]] = []
    begins = re.compile(r"^( *)(\+>|->|<_|<-|_>|[+-])? *(?:\[([^\]]+)\]|<([^>]+)>)(?:: *(.*))?$")
    for line in text.splitlines():
        if item := begins.match(line):
            found.append((len(item[1]), item[2] or "", item[3] or item[4], item[5] or ""))
        elif line.strip() and found:
            indent, sign, name, said = found[-1]
            found[-1] = indent, sign, name, f"{said} {line.strip()}"
    return [(indent, sign, name, " ".join(said.split())) for indent, sign, name, said in found]


def _argdown_relation(statements: Statements, sign: str, key: str, above: list[str]) -> None:
    upper = above[-1]
    match sign:
        case "+":
            _under(statements[upper], "because", key)
        case "-":
            statements[key]["type"] = "objection"
            _under(statements[upper], "but", key)
        case "->":
            statements[upper]["type"] = "objection"
            _under(statements[key], "but", upper)
        case "<_":
            statements[key]["type"] = "objection"
            for step in (s for s in statements.values() for s in [s] if upper in s.get("because", ())):
                step["because"][step["because"].index(upper)] = {"premises": [upper], "unless": [key]}
                return
            _under(statements[upper], "but", key)


def from_carneades(path: Path) -> dict[str, Any]:
    """A Carneades argument graph: arguments with premises and a conclusion; what concludes nothing else is a thesis."""
    graph = yaml.safe_load(path.read_text(encoding="utf-8"))
    keys = {name: _slug(name.replace("¬", "not ").replace("_", " ")) for name in graph["statements"]}
    used = {name for a in graph["arguments"].values() for name in (*a["premises"], a["conclusion"])}
    statements: Statements = {
        keys[name]: {"text": " ".join(text.split()), "type": "claim"}
        for name, text in graph["statements"].items()
        if name in used
    }
    for argument in graph["arguments"].values():
        premises = [keys[name] for name in argument["premises"]]
        together = argument.get("scheme") != "cumulative"
        conclusion = statements[keys[argument["conclusion"]]].setdefault("because", [])
        conclusion += [premises] if together and len(premises) > 1 else premises
    below = {name for a in graph["arguments"].values() for name in a["premises"]}
    for argument in graph["arguments"].values():
        if argument["conclusion"] not in below:
            statements[keys[argument["conclusion"]]]["type"] = "thesis"
    return {"argmap": 1, "id": _slug(path.stem), "title": graph["meta"]["title"], "statements": statements}


def from_microtext(path: Path) -> dict[str, Any]:
    """A microtext: segments, and edges that support, rebut, undercut, or add to another edge."""
    root = ElementTree.parse(path).getroot()
    texts = {edu.get("id"): " ".join((edu.text or "").split()) for edu in root.iter("edu")}
    edges = {e.get("id"): (e.get("src") or "", e.get("trg") or "", e.get("type")) for e in root.iter("edge")}
    unit = {trg: texts[src] for src, trg, kind in edges.values() if kind == "seg" and src in texts}
    kinds = {adu.get("id"): adu.get("type") for adu in root.iter("adu")}
    statements: Statements = {
        key: {"text": unit[key], "type": "objection" if kinds[key] == "opp" else "claim"} for key in unit
    }
    reasons: dict[str, dict[str, Any]] = {}  # by edge: the item of `because` it is
    for name, (src, trg, kind) in edges.items():
        match kind:
            case "sup" | "exa":
                reasons[str(name)] = {"premises": [src]}
                statements[trg].setdefault("because", []).append(reasons[str(name)])
            case "reb":
                _under(statements[trg], "but", src)
    for src, trg, kind in edges.values():
        if kind == "und":  # a doubt about a step; one about an objection bears on the objection
            if trg in reasons:
                reasons[trg].setdefault("unless", []).append(src)
            else:
                _under(statements[edges[trg][0]], "but", src)
    for src, trg, kind in edges.values():
        if kind == "add":  # with the premise of another edge; beside it where that is an objection
            if trg in reasons:
                reasons[trg]["premises"].append(src)
            else:
                head = edges[trg][1] if edges[trg][2] == "reb" else edges[edges[trg][1]][0]
                _under(statements[head], "but", src)
    tops = set(statements) - {src for src, _, kind in edges.values() if kind != "seg"}
    for key in tops:
        statements[key]["type"] = "thesis"
    return {
        "argmap": 1,
        "id": _slug(path.stem),
        "title": (root.get("topic_id") or path.stem).replace("_", " ").capitalize(),
        "statements": statements,
    }


def _under(s: dict[str, Any], relation: str, key: str) -> None:
    if key not in s.setdefault(relation, []):
        s[relation].append(key)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
