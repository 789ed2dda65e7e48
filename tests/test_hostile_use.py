"""What nasty or clumsy users ask of drawings: an answer in good time, or a message that says what to do instead."""

from typing import Any

import pytest
from marked_map import a_map
from pictures import draw_map

from argmap.renderers.map_plan import MapPlan


def test_what_would_help_is_found_out_once_for_all_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    long = {"text": "A sentence that is far too long for the shape of a screen at this level. " * 12}
    m = a_map(
        t={"type": "thesis", "because": ["a", "b", "c"], **long},
        a={"because": ["d", "e"], **long},
        b={"because": ["f", "g"], **long},
        c=long,
        **dict.fromkeys("defg", long),
    )
    honest, planned = MapPlan.__init__, list[Any]()

    def counted(self: MapPlan, *of: Any) -> None:
        planned.append(of)
        honest(self, *of)

    monkeypatch.setattr(MapPlan, "__init__", counted)
    sheets = draw_map(m, paper="slide", level="text", split="branch")
    told = [d.help for sheet in sheets for d in sheet.diagnostics if d.code == "AM901"]
    assert len(told) >= 3
    assert len(set(told)) == 1
    assert len(planned) <= 4  # the drawing itself, and each remedy once
