"""What edits change in files, as a unified diff that `patch` and `git apply` read."""

from difflib import unified_diff


def unified(before: str, after: str, name: str) -> str:
    """The difference between two texts of a file, its lines ending as they do there; "" where there is none."""
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them: a line feed ends one, and nothing else does."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
