"""Pictures show themselves where they can."""

from argmap.renderers.picture import Picture


def test_a_notebook_shows_svg_and_png_and_files_have_their_extension() -> None:
    svg, png, pdf = (Picture("m", form, b"<svg/>", 9.0) for form in ("svg", "png", "pdf"))
    assert (svg._repr_svg_(), svg._repr_png_()) == ("<svg/>", None)
    assert (png._repr_svg_(), png._repr_png_()) == (None, b"<svg/>")
    assert (pdf._repr_svg_(), pdf._repr_png_()) == (None, None)
    assert [p.file_name for p in (svg, png, pdf)] == ["m.svg", "m.png", "m.pdf"]
