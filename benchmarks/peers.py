"""The peers: installed into throw-away places under build/, with their versions, or the reason why one is left out."""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PACKAGES: Final = ("PyYAML", "arguebuf", "networkx", "pyargdown", "cbrkit[graphs]")
_NEWEST: Final = "python3.13"  # cbrkit needs it
_ARGDOWN: Final = "@argdown/cli"
_PATIENCE: Final = 600  # seconds for one installation
_TOOLS: Final = Path(__file__).parent


@dataclass(slots=True)
class Peers:
    """What was installed where. `versions` by name; `left_out` tells for a name why it is not measured."""

    python: Path | None = None
    argdown: Path | None = None
    versions: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def work(self, name: str) -> tuple[str, ...] | None:
        """The command that does a piece of work of `work_peers.py`; None where its package is missing."""
        package = name.partition("-")[0].replace("yaml", "PyYAML")
        if self.python is None or package not in self.versions:
            return None
        return (str(self.python), str(_TOOLS / "work_peers.py"), name)


def install(folder: Path, python: str = "") -> Peers:
    """Install what can be installed, for that Python or the newest there is; what was installed is used again."""
    peers = Peers()
    _install_python(folder / "python", python or _NEWEST, peers)
    _install_argdown(folder / "node", peers)
    return peers


def install_argdown(folder: Path) -> Peers:
    """Only Argdown."""
    peers = Peers()
    _install_argdown(folder / "node", peers)
    return peers


def _install_python(folder: Path, wanted: str, peers: Peers) -> None:
    python = folder / "bin" / "python"
    if not python.exists():
        if (newest := _works(wanted)) is not None:
            _call([newest, "-m", "venv", str(folder)])
        else:
            venv.create(folder, with_pip=True)
    peers.python = python
    installed = _installed(python)
    for package in PACKAGES:
        name = package.partition("[")[0]
        if name not in installed:
            problem = _call([str(python), "-m", "pip", "install", "--quiet", package])
            installed = _installed(python)
            if problem or name not in installed:
                peers.left_out[name] = f"cannot be installed: {problem or 'pip gave no reason'}"
                continue
        peers.versions[name] = installed[name]
    if "pyargdown" in peers.versions and _call([str(python), "-c", "from pyargdown import parse_argdown"]):
        version = peers.versions.pop("pyargdown")
        peers.left_out["pyargdown"] = f"{version}, the newest of the package index here, holds no parser"
    peers.versions["Python of the peers"] = _said(
        [str(python), "-c", "import platform; print(platform.python_version())"]
    )


def _installed(python: Path) -> dict[str, str]:
    listed = json.loads(_said([str(python), "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"]))
    named = {package.partition("[")[0].lower(): package.partition("[")[0] for package in PACKAGES}
    return {named[p["name"].lower()]: p["version"] for p in listed if p["name"].lower() in named}


def _install_argdown(folder: Path, peers: Peers) -> None:
    npm, node = shutil.which("npm"), shutil.which("node")
    if not (npm and node):
        peers.left_out[_ARGDOWN] = "there is no node, or no npm"
        return
    command = folder / "node_modules" / ".bin" / "argdown"
    if not command.exists():
        folder.mkdir(parents=True, exist_ok=True)
        problem = _call([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), _ARGDOWN])
        if problem or not command.exists():
            peers.left_out[_ARGDOWN] = f"cannot be installed: {problem or 'npm gave no reason'}"
            return
    about = json.loads((folder / "node_modules" / _ARGDOWN / "package.json").read_text("utf-8"))
    peers.argdown = command
    peers.versions[_ARGDOWN] = about["version"]
    peers.versions["node"] = _said([node, "--version"]).removeprefix("v")


def _works(name: str) -> str | None:
    found = shutil.which(name)
    return found if found and not _call([found, "-c", "import venv, ensurepip"]) else None


def _call(command: Sequence[str]) -> str:
    """Run a command; what it complains of last if it fails, else nothing."""
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = [line for line in (ended.stdout + ended.stderr).splitlines() if line.strip()]
    return "" if ended.returncode == 0 else (said[-1][:120] if said else f"exit {ended.returncode}")


def _said(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    print(install(Path(sys.argv[1])))
