"""Sizes of labels that are worked out from their markup: as the engine draws them, or a little larger."""

from pathlib import Path

import pytest
from made_up_maps import made_up
from marked_map import HOSTILE, every_mark, hostile_map
from pictures import narrow_font

import argmap
from argmap import ArgumentMap
from argmap.renderers.graphviz import engine
from argmap.renderers.graphviz.label_sizes import LabelSizes
from argmap.renderers.look import MapOptions, look
from argmap.renderers.maps.map_plan import MapPlan

MAPS = Path(__file__).parents[1] / "maps" / "northeast-asia"
ARABIC, THAI = "يجب على اليابان أن تتعاون مع كوريا الجنوبية", "ญี่ปุ่นควรร่วมมือกับเกาหลีใต้เพื่อความมั่นคง"
DEVANAGARI, KERNED = "जापान को दक्षिण कोरिया के साथ सहयोग करना चाहिए", "AVAVAV To Te Ty WA VA LT P. T. F, AWAY Tokyo"


def labels_of(m: ArgumentMap) -> list[str]:
    plan = MapPlan(m, look(paper="a4"), MapOptions())
    boxes = list(plan.diagram.walk())[:25]
    heading = plan.said.likely_heading(plan.roots, plan.diagram, 88)
    titles, legends = plan.around(heading, plan.roots)
    styles = plan.measuring.styles
    return list(dict.fromkeys([*(plan.measuring.label(b, s) for b in boxes for s in styles), *titles, *legends]))


@pytest.mark.parametrize(
    "m",
    [
        argmap.load(MAPS / "koga-2023.yaml"),
        argmap.load(MAPS / "rsis-2023.yaml"),
        made_up(25, 3),
        every_mark(),
        *(hostile_map(words) for words in (*HOSTILE[:17], ARABIC, THAI, DEVANAGARI)),
    ],
    ids=["koga", "rsis", "made up", "marks", *(f"hostile {i}" for i in range(17)), "arabic", "thai", "devanagari"],
)
def test_boxes_titles_and_legends_are_as_large_as_reckoned(m: ArgumentMap) -> None:
    labels = labels_of(m)
    reckoned = LabelSizes(lambda asked: engine.measure(asked, font_size=11).sizes, 11).of(labels)
    measured = engine.measure({f"n{i}": label for i, label in enumerate(labels)}, font_size=11).sizes.values()
    for label, one, (width, height) in zip(labels, reckoned, measured, strict=True):
        slack = 2.5 if narrow_font() else 0.05 * width  # small letters of DejaVu are fitted to the dots of a screen
        assert width - slack <= one.width <= 1.05 * width + 6, (one, (width, height), label)
        assert height - 1 <= one.height <= height + 4, (one, (width, height), label)


def test_letters_that_move_together_are_reckoned_too_wide_never_too_narrow() -> None:
    label = f"<TABLE><TR><TD>{KERNED}</TD></TR></TABLE>"
    (one,) = LabelSizes(lambda asked: engine.measure(asked, font_size=11).sizes, 11).of([label])
    width = engine.measure({"n0": label}, font_size=11).sizes["n0"][0]
    assert width - 0.5 <= one.width <= 1.15 * width


def test_each_cell_with_a_name_is_a_foot_at_its_middle() -> None:
    """Where the cells are is told by their fixed widths: borders of one point, no space between."""
    cell = '<TD BORDER="1" CELLPADDING="0" PORT="p{}" WIDTH="{}"></TD>'
    row = cell.format(0, 40) + cell.format(1, 100)
    label = f'<TABLE BORDER="0" CELLSPACING="0"><TR>{row}</TR></TABLE>'
    (one,) = LabelSizes(lambda asked: engine.measure(asked, font_size=11).sizes, 11).of([label])
    assert (one.width, one.feet) == (140, (20, 90))


def test_the_engine_is_asked_once_for_all_and_no_more_for_what_is_known() -> None:
    asked = []

    def measure(labels: "dict[str, str]") -> "dict[str, tuple[float, float]]":
        asked.append(len(labels))
        return {name: (10.0 * len(label), 13.5) for name, label in labels.items()}

    sizes = LabelSizes(measure, 11, likely="abcdef")  # type: ignore[arg-type]
    first, second = (f"<TABLE><TR><TD>{said}</TD></TR></TABLE>" for said in ("abc", "cab"))
    sizes.of([first, second])
    sizes.of([second, first])
    assert len(asked) == 1
    sizes.of(["<TABLE><TR><TD>fed</TD></TR></TABLE>"])
    assert len(asked) == 2
    sizes.of(["<TABLE><TR><TD>deaf</TD></TR></TABLE>"])
    assert len(asked) == 2  # what is likely was measured with the last


def test_a_label_that_is_not_well_formed_is_refused() -> None:
    with pytest.raises(argmap.ArgmapError, match="a label is not well formed"):
        LabelSizes(lambda asked: engine.measure(asked).sizes, 11).of(["<TABLE><TR></TABLE>"])
