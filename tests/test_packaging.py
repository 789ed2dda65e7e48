"""The wheel holds what the commands need, and nothing else."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return set(zipfile.ZipFile(path).namelist())


def test_every_module_and_data_file_of_the_package_is_in_it(wheel: set[str]) -> None:
    here = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "argmap").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel if ".dist-info/" not in name} == here
    assert "argmap/py.typed" in here


def test_it_tells_its_licence_and_its_command(wheel: set[str]) -> None:
    kept = {Path(name).name for name in wheel if ".dist-info/" in name}
    assert {"LICENSE", "entry_points.txt", "METADATA"} <= kept
