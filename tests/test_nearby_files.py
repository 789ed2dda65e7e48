"""The file that was meant where a map names one that is not there."""

from pathlib import Path

import pytest

from argmap.files.nearby import file_meant

THERE = ("town.codebook.yaml", "road.yaml", "koga-2023.txt", "texts/moss.md", "texts/reed.md")


@pytest.mark.parametrize(
    ("inside", "help_", "meant"),
    [
        ("twon.codebook.yaml", "did you mean 'town.codebook.yaml'?", "town.codebook.yaml"),
        ("nea.codebook.yaml", "there is 'town.codebook.yaml'", ""),
        ("kogaa-2023.txt", "did you mean 'koga-2023.txt'?", "koga-2023.txt"),
        ("koga-2023.md", "did you mean 'koga-2023.txt'?", "koga-2023.txt"),
        ("texts/mos.md", "did you mean 'texts/moss.md'?", "texts/moss.md"),
        ("texts/other.md", "", ""),  # there are two
        ("other.yaml", "", ""),  # it is most likely another map
        ("no/moss.md", "", ""),
        ("no\0/moss.md", "", ""),
        ("", "", ""),
        (".", "", ""),
    ],
)
def test_a_file_nearby_is_named(inside: str, help_: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name in THERE:
        (tmp_path / name).touch()
    assert file_meant(tmp_path, inside) == (help_, meant)


def test_nothing_is_told_of_other_folders(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").touch()
    (tmp_path / "maps").mkdir()
    for inside in ("../secrte.txt", str(tmp_path / "secrte.txt"), "x/../../secrte.txt"):
        assert file_meant(tmp_path / "maps", inside) == ("", "")
