"""`argmap rename`: a name changed wherever it stands in the files of a project."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from argmap import files
from argmap.cli import terminal
from argmap.cli.unusable import Unusable, missing
from argmap.editing.occurrences import NameKind
from argmap.facade.project import Project, explore
from argmap.facade.renaming import Renaming, UnknownPlace, find, rename
from argmap.facade.renaming_rules import shown
from argmap.facade.things import Thing, things
from argmap.reporters.unified import unified
from argmap.text import did_you_mean

KINDS: tuple[NameKind, ...] = get_args(NameKind)


def run(
    old: str,
    new: str,
    names: Sequence[str] = (),
    *,
    kind: NameKind | None = None,
    within: str = "",
    diff: bool = False,
) -> int:
    """Rename what `old` names, in all files that name it or in none; with `diff`, show what would change."""
    if ":" in old and not within and kind in (None, "statement"):
        within, _, old = old.rpartition(":")
        kind = "statement"
    starts = list(names) or ["."]
    for name in starts:
        if not Path(name).is_dir() and (complaint := missing(name)):
            raise complaint
        if name == "-":
            raise Unusable("standard input cannot be changed", hint="name a file or a folder")
    project = explore(starts)
    if _put_back(project, only_tell=diff):
        project = explore(starts)
    for path, why in project.left_that_may_mention(old):
        terminal.tell(f"{shown(path)} is left out: {why}")
    only = [] if any(Path(name).is_dir() for name in starts) else _documents(project, starts)
    thing = _one(project, old, kind, within, only)
    renaming = rename(project, thing, new)
    if diff:
        terminal.write("".join(unified(c.before, c.after, shown(c.path)) for c in renaming.changes))
    else:
        files.write_all({change.path: (change.before, change.after) for change in renaming.changes})
        terminal.write("".join(f"{shown(c.path)}: {_places(len(c.edits))}\n" for c in renaming.changes))
    _tell_what_is_left(renaming)
    return 0


def _put_back(project: Project, *, only_tell: bool) -> bool:
    """Whether a renaming that was cut off is taken back: its files are half renamed, and the next would be refused."""
    paths = frozenset(member.path for member in project.members)
    logs = files.unfinished({path.parent for path in paths})
    for log in logs:
        if only_tell:
            terminal.tell("an earlier renaming was cut off; the next one without --diff begins by taking it back")
        else:
            told = ", ".join(map(shown, files.put_back(log, paths))) or "no file"
            terminal.tell(f"an earlier renaming was cut off; what stood there before is put back in {told}")
    return bool(logs) and not only_tell


def _documents(project: Project, names: Sequence[str]) -> list[Path]:
    """The maps and codebooks that were named; an alignment only says where to look for them."""
    paths = [Path(name).resolve() for name in names]
    return [path for path in paths if not ((member := project.member(path)) and member.kind == "alignment")]


def _one(project: Project, old: str, kind: NameKind | None, within: str, only: Sequence[Path]) -> Thing:
    try:
        found = find(project, old, kind=kind, within=within, only=only)
    except UnknownPlace as problem:
        ids = ", ".join(dict.fromkeys(m.id for m in project.members if m.id)) or "none"
        hint = problem.near or f"there are {ids}"
        raise Unusable(f"no map or codebook here is called {problem.within!r}", hint=hint) from problem
    if not found:
        raise _nothing(project, old, kind, within, only)
    if len(found) > 1:
        raise Unusable(f"{old!r} names {len(found)} things", hint=_choices(project, old, found))
    return found[0]


def _nothing(project: Project, old: str, kind: NameKind | None, within: str, only: Sequence[Path]) -> Unusable:
    if not project.members:
        return Unusable("there are no maps here", hint="name a file or a folder with maps")
    where = f" in {within}" if within else f" in {', '.join(map(shown, only))}" if only else ""
    what = f"no {kind}" if kind else "nothing"
    broken = [shown(m.path) for m in project.members if m.broken]
    unread = f"{', '.join(broken)} cannot be read, and may hold it" if broken else ""
    others = find(project, old)
    if others:
        return Unusable(f"{what} is called {old!r}{where}", hint=_choices(project, old, others))
    near = did_you_mean(old, list(dict.fromkeys(thing.key for thing in things(project))))
    return Unusable(f"{what} is called {old!r}{where}", hint=near or unread)


def _choices(project: Project, old: str, found: Sequence[Thing]) -> str:
    """Each thing on a line, with what has to be added to mean it."""
    lines = [(_said(project, old, thing), _described(thing)) for thing in found]
    widest = max(len(said) for said, _ in lines)
    return "say which:\n" + "\n".join(f"  {said:{widest}}  {described}" for said, described in lines)


def _said(project: Project, name: str, thing: Thing) -> str:
    """The shortest way to name one thing and no other."""
    member = (thing.defined or thing.uses)[0][0]
    if thing.kind == "statement" and find(project, name, kind="statement", within=member.id) == (thing,):
        return f"{member.id}:{name}"
    places = dict.fromkeys(
        ["", member.id, thing.scope if not Path(thing.scope).is_absolute() else "", shown(member.path)]
    )
    for within in places:
        for kind in (None, thing.kind):
            if (kind or within) and find(project, name, kind=kind, within=within) == (thing,):
                return " ".join([name, *([f"--kind {kind}"] if kind else []), *([f"--in {within}"] if within else [])])
    return f"{name} --kind {thing.kind} --in {shown(member.path)}"


def _described(thing: Thing) -> str:
    member = (thing.defined or thing.uses)[0][0]
    missing_ = "" if thing.defined else ", which is defined nowhere"
    owner = f"the codebook {member.id!r}" if member.kind == "codebook" else f"the map {member.id!r}"
    of = "" if thing.kind in ("map", "codebook") else f" of {owner}"
    return f"{thing.kind}{of}{missing_}, {shown(member.path)}"


def _tell_what_is_left(renaming: Renaming) -> None:
    key = renaming.thing.key
    if renaming.comments:
        terminal.tell(f"comments still say {key!r}: {_lines(renaming.comments)}")
    if renaming.unknown:
        terminal.tell(f"{key!r} stays where argmap knows no name of that kind: {_lines(renaming.unknown)}")
    if renaming.elsewhere:
        paths = ", ".join(shown(path) for path in renaming.elsewhere)
        terminal.tell(f"without a codebook, {key!r} is another name, and stays, in {paths}")


def _lines(found: Sequence[tuple[Path, int]]) -> str:
    return ", ".join(f"{shown(path)}:{line}" for path, line in found)


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"
