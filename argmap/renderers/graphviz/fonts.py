"""Letters on a machine that has no font: a fontconfig file that names the one that comes with a dependency."""

import atexit
import importlib.util
import shutil
import tempfile
from functools import cache
from html import escape
from pathlib import Path

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
<match target="font"><test name="weight" compare="less_eq"><const>medium</const></test>
<test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>
<edit name="embolden" mode="assign"><bool>true</bool></edit></match>
<match target="font"><test name="slant"><const>roman</const></test>
<test target="pattern" name="slant" compare="not_eq"><const>roman</const></test>
<edit name="matrix" mode="assign"><times><name>matrix</name>
<matrix><double>1</double><double>0.2</double><double>0</double><double>1</double></matrix></times></edit></match>
</fontconfig>
"""  # the font has neither bold nor italic: fontconfig is told how to make them


def bundled_font() -> Path | None:
    """The DejaVu Sans inside the package ziafont; None where that is not installed."""
    spec = importlib.util.find_spec("ziafont")
    if spec is None or spec.origin is None:
        return None
    font = Path(spec.origin).parent / "fonts" / "DejaVuSans.ttf"
    return font if font.is_file() else None


@cache
def bundled_config() -> Path | None:
    """A fontconfig file with the bundled font, written once per process; None without one."""
    font = bundled_font()
    if font is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="argmap-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    config = folder / "fonts.conf"
    config.write_text(_CONFIG.format(fonts=escape(str(font.parent)), cache=escape(str(folder))), encoding="utf-8")
    return config
