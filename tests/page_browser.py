"""A page in a browser, with all that it did besides being shown."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from made_up_pages import built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE: Final = (390, 844)
DESKTOP: Final = (1280, 900)
NARROW: Final = (320, 640)

_LISTEN: Final = """
window.violations = [];
addEventListener("securitypolicyviolation", (e) => window.violations.push(e.violatedDirective + " " + e.blockedURI));
"""


@dataclass
class Shown:
    """A page that is open; `said` is what the console was told, `asked` which addresses were asked for."""

    page: "Page"
    address: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, where: str) -> None:
        """Go to another place of the page, as by an address that is typed in."""
        self.page.goto(f"{self.address}{where}")
        self.page.reload()

    @property
    def views(self) -> list[str]:
        """The ids of the views."""
        found: list[str] = self.page.eval_on_selector_all("section.view", "all => all.map((one) => one.id)")
        return found

    @property
    def wider_by(self) -> int:
        """How many pixels of the page stand out on the right."""
        found: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return found

    def misdeeds(self) -> list[str]:
        """Whatever a page should not do: errors, warnings, breaches of its policy, requests, text that was run."""
        violations: list[str] = self.page.evaluate("window.violations ?? []")
        ran = self.page.evaluate("typeof window.broken") != "undefined"
        others = [url for url in self.asked if url.partition("#")[0] != self.address]
        return [*self.said, *violations, *others, *(["text was run"] if ran else [])]


@contextmanager
def shown(
    browser: "Browser",
    folder: Path,
    kind: str,
    where: str = "",
    *,
    size: tuple[int, int] = DESKTOP,
    colours: Literal["light", "dark"] = "light",
    script: bool = True,
    free: bool = False,
) -> Iterator[Shown]:
    """A page of `made_up_pages.KINDS`, open at a place; `free` of its policy, so that a test may add a script."""
    path = folder / f"{kind}.html"
    if not path.exists():
        path.write_text(built(kind), encoding="utf-8", newline="\n")
    options: dict[str, Any] = {"color_scheme": colours, "java_script_enabled": script, "bypass_csp": free}
    with opened(browser, path, where, size=size, **options) as found:
        yield found


@contextmanager
def opened(
    browser: "Browser", path: Path, where: str = "", *, size: tuple[int, int] = DESKTOP, **options: Any
) -> Iterator[Shown]:
    """A file, open at a place; `options` are those of a context of playwright."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **options)
    try:
        context.add_init_script(_LISTEN)
        page = context.new_page()
        found = Shown(page, path.as_uri())
        page.on("console", lambda message: found.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: found.said.append(f"error: {error}"))
        page.on("request", lambda request: found.asked.append(request.url))
        page.goto(f"{found.address}{where}")
        yield found
    finally:
        context.close()


def accessible(page: "Page") -> str:
    """Everything a screen reader is told, as one text."""
    session: Any = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    told = (
        node.get(part, {}).get("value")
        for node in nodes
        if not node["ignored"]
        for part in ("name", "description", "value")
    )
    return re.sub(r"\s+", " ", " | ".join(str(text) for text in told if text))
