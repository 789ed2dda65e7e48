"""What argmap raises: to a programmer, never to the author of a map, who gets diagnostics."""

from collections.abc import Iterable, Sequence

from argmap.diagnostics import Diagnostic


class ArgmapError(Exception):
    """The root of all that argmap raises on purpose."""


class InvalidMap(ArgmapError):
    """A document that cannot be used. `diagnostics` holds every problem found, not only the first."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        errors = [d for d in self.diagnostics if d.severity == "error"]
        super().__init__("\n".join(str(d) for d in errors or self.diagnostics))

    def __reduce__(self) -> tuple[type["InvalidMap"], tuple[tuple[Diagnostic, ...]]]:
        return InvalidMap, (self.diagnostics,)  # by default pickle hands on the message


class InvalidAlignment(ArgmapError):
    """Rows of an alignment that cannot hold together; `problems` names every one."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))

    def __reduce__(self) -> tuple[type["InvalidAlignment"], tuple[tuple[str, ...]]]:
        return InvalidAlignment, (self.problems,)


class UnknownName(ArgmapError):
    """A name that was asked for and does not exist; says which names do, or which was probably meant (`hint`)."""

    def __init__(self, kind: str, name: str, known: Sequence[str], hint: str = "") -> None:
        self.kind, self.name, self.known, self.hint = kind, name, tuple(known), hint
        near = hint or (f"known: {', '.join(known)}" if known else "")
        super().__init__(f"no {kind} is called {name!r}" + (f"; {near}" if near else ""))

    def __reduce__(self) -> tuple[type["UnknownName"], tuple[str, str, tuple[str, ...], str]]:
        return UnknownName, (self.kind, self.name, self.known, self.hint)


class NothingAbout(ArgmapError):
    """No finding of a comparison is about what was asked for; `hint` says what comes near."""

    def __init__(self, name: str, hint: str) -> None:
        self.name, self.hint = name, hint
        super().__init__(f"no finding is about {name!r}")

    def __reduce__(self) -> tuple[type["NothingAbout"], tuple[str, str]]:
        return NothingAbout, (self.name, self.hint)


class DrawingFailed(ArgmapError):
    """A picture that could not be made; the message says why and what to do instead."""


class FileProblem(ArgmapError):
    """A file that could not be opened, read or written; the message names it and says why."""
