"""Pages of slides before the validator of HTML."""

from pathlib import Path

import pytest
from decks import KINDS, made
from html_validator import faults


@pytest.mark.jvm
def test_the_validator_of_html_finds_nothing(tmp_path: Path) -> None:
    for kind in KINDS:
        (tmp_path / f"{kind}.html").write_bytes(made(kind).data)
    assert faults(tmp_path) == []
