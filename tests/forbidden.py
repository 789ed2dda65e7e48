"""Files and folders that may not be read, for tests that also an administrator runs, whom permissions do not bind."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def forbid(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Let the system refuse to open these files, and to list these folders, as it does where permissions do."""
    shut = {os.path.realpath(path) for path in paths}

    def guarded(really: Callable[..., Any]) -> Callable[..., Any]:
        def guard(path: Any = ".", *rest: Any, **named: Any) -> Any:
            if os.path.realpath(path) in shut:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return really(path, *rest, **named)

        return guard

    monkeypatch.setattr(os, "scandir", guarded(os.scandir))
    monkeypatch.setattr(Path, "open", guarded(Path.open))
