"""Calls that the parser does not understand, in argmap's words: what is wrong with them, and what was meant."""

import re
import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from argmap.cli.unusable import Unusable, missing
from argmap.text import did_you_mean, nearest_name

_UNKNOWN: Final = re.compile(r"No such command '(.*?)'", re.DOTALL)
_EXTRA: Final = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_NEEDS_VALUE: Final = re.compile(r"Option '?(-[^\s']+)'? requires an argument")
_RULES: Final = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"less than or equal to ([\d.]+)", "at most {}"),
        (r"greater than or equal to ([\d.]+)", "at least {}"),
        (r"range ([\d.]+)<=x<=([\d.]+)", "from {} to {}"),
        (r"range x>=([\d.]+)", "at least {}"),
        (r"valid integer", "a whole number"),
        (r"finite number|valid (?:number|float)", "a number"),
    )
)
"""What libraries say of a number that cannot be, and what holds of one that can."""


def is_misuse(problem: Exception) -> bool:
    """Whether an exception is the parser's complaint about a call: typer may carry its own copy of click."""
    return hasattr(problem, "format_message") and hasattr(problem, "ctx")


def misused(problem: Any, argv: Sequence[str]) -> str:
    """What is wrong with a call, and the next step; `argv` is the call."""
    context = problem.ctx
    verb = context.command_path if context else " ".join(["argmap", *argv[:1]])
    message = problem.format_message().rstrip()
    if option := _NEEDS_VALUE.search(message):
        return f"{option[1]} needs a value behind it; `{verb} --help` says which"
    if hasattr(problem, "possibilities"):
        return _no_option(problem.option_name, context, verb)
    if name := _UNKNOWN.search(message):
        if name[1].lower().endswith((".yaml", ".yml")):
            rest = list(argv[list(argv).index(name[1]) :])
            return f"a verb is missing before {name[1]!r}; write `{_call('align suggest', rest)}`"
        near = nearest_name(name[1], context.command.list_commands(context))
        hint = f"did you mean `{verb} {near}`?" if near else f"`{verb} --help` lists what there is"
        return f"there is no `{verb} {name[1]}`; {hint}"
    usage = context.get_usage().removeprefix("Usage: ") if context else f"{verb} --help"
    if extra := _EXTRA.search(message):
        return f"{extra[1]!r} is more than `{verb}` takes; write {' '.join(usage.split())}"
    if hasattr(problem, "param_type"):
        return f"`{verb}` needs {_name(problem.param)}; write {' '.join(usage.split())}"
    if getattr(problem, "param", None) is not None:
        return _bad_value(problem, argv, verb)
    return f"{message[:1].lower()}{message[1:].rstrip('.')}; `{verb} --help` says how it is used"


def _no_option(option: str, context: Any, verb: str) -> str:
    every = [name for parameter in context.command.params for name in parameter.opts]
    if option.swapcase() in every:
        return f"`{verb}` has no option {option}; did you mean {option.swapcase()!r}?"
    known = [name for name in every if name.startswith("--")]
    near = did_you_mean(option, [*known, "--help"])
    return f"`{verb}` has no option {option}; {near or f'`{verb} --help` lists those it has'}"


def _name(parameter: Any) -> str:
    long = [name for name in parameter.opts if name.startswith("--")]
    return str(long[0] if long else parameter.metavar or parameter.name)


def _bad_value(problem: Any, argv: Sequence[str], verb: str) -> str:
    name, said = _name(problem.param), str(problem.message).rstrip()
    for pattern, rule in _RULES:
        if found := pattern.search(said):
            wanted = rule.format(*(number.removesuffix(".0") for number in found.groups()))
            given = _given(problem.param.opts, argv)
            return f"{name} is {wanted}{f', not {given!r}' if given else ''}; `{verb} --help` says what it is for"
    return f"{name}: {said}"


def _given(names: Iterable[str], argv: Sequence[str]) -> str:
    """The value that stands last behind one of an option's names."""
    value = ""
    for i, word in enumerate(argv):
        for name in names:
            if word == name:
                value = argv[i + 1] if i + 1 < len(argv) else ""
            elif word.startswith(f"{name}="):
                value = word.removeprefix(f"{name}=")
    return value


_INSTEAD: Final = {
    "help": "--help",
    "version": "--version",
    "lint": "check",
    "validate": "check",
    "verify": "check",
    "test": "check",
    "init": "new",
    "create": "new",
    "outline": "show",
    "print": "show",
    "render": "draw",
    "plot": "draw",
    "serve": "watch",
    "preview": "watch",
    "mv": "rename",
    "open": "show",
    "view": "show",
    "export": "draw",
    "convert": "draw",
    "fix": "check --fix",
}
"""What other tools call a thing, and what argmap does."""


def no_verb(word: str, rest: Sequence[str], verbs: Iterable[str]) -> Unusable:
    """The complaint about a first word that is no verb: a file, another tool's word, a slip of the fingers."""
    known = list(verbs)
    if word == "help" and rest and rest[0] in known:
        return _not(word, f"write `argmap {rest[0]} --help`")
    if word in ("help", "version"):
        return _not(word, f"write `argmap {_INSTEAD[word]}`")
    if word == "argmap":
        return _not(word, f"one `argmap` is enough: `{' '.join(['argmap', *map(shlex.quote, rest)])}`")
    if verb := _INSTEAD.get(word.lower()):
        there = verb.partition(" ")[0] in known
        return _not(word, f"did you mean `{_call(verb, rest)}`?" if there else "`argmap` alone lists the verbs")
    if verb := verb_of_file(word):
        if not _is_there(word) and any(mark in word for mark in "*?["):
            return missing(word) or _not(word, "`argmap` alone lists the verbs")
        thing = "folder" if _is_folder(word) else "file"
        if said := [other for other in rest if other in known]:  # the verb stands behind the file
            verb, rest = said[0], [other for other in rest if other != said[0]]
        return Unusable(f"{word!r} is a {thing}, and a verb comes first", hint=f"write `{_call(verb, [word, *rest])}`")
    if near := nearest_name(word, known):
        return _not(word, f"did you mean `{_call(near, rest)}`?")
    return _not(word, "`argmap` alone lists the verbs")


def _not(word: str, hint: str) -> Unusable:
    return Unusable(f"there is no verb {word!r}", hint=hint)


def _call(verb: str, rest: Sequence[str]) -> str:
    return " ".join(["argmap", verb, *(shlex.quote(word) for word in rest)])


def verb_of_file(word: str) -> str:
    """What one probably wants to do with what is named by a path; "" for what is neither path nor file."""
    ending = word.lower()
    if ending.endswith((".sssom.tsv", ".tsv")):
        return "align check"
    if ending.endswith((".txt", ".md")):
        return "new --from"
    return "check" if ending.endswith((".yaml", ".yml")) or _is_there(word) else ""


def _is_there(word: str) -> bool:
    try:
        return bool(word.strip()) and Path(word).exists()
    except (OSError, ValueError):
        return False


def _is_folder(word: str) -> bool:
    return _is_there(word) and Path(word).is_dir()
