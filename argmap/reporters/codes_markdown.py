"""The catalogue of codes as the manual's page."""

from collections.abc import Iterator

from argmap.codes import GROUPS, Page


def codes_page() -> str:
    """docs/codes.md: every code with what it finds, why it matters, how to mend it, and an example."""
    lines = [
        "# Codes",
        "",
        "Every problem argmap reports has a code that never changes its meaning; `argmap explain AM201` prints its",
        "page. An *error* is what keeps a map from being read or compared, a *warning* is what makes it less than it",
        "could be, *advice* is a suggestion; some of it, for learners, is given only with `--teach`. How to choose",
        "what is told stands in [check.md](check.md). An example that begins with `statements`, `sources` or",
        "`codebook` stands for a map with `argmap: 1` and an `id` above it. This page is made from the catalogue",
        "itself (`make docs`).",
        "",
    ]
    for title, pages in GROUPS.items():
        lines += [f"## {title}", "", "| code | name | |", "|---|---|---|"]
        lines += [f"| [{p.code}](#{_anchor(p)}) | {p.name} | {_kind(p)} |" for p in pages]
        lines += ["", *(line for page in pages for line in _page(page))]
    return "\n".join(lines).rstrip() + "\n"


def _kind(page: Page) -> str:
    return f"{page.severity}, with --teach" if page.teaching else page.severity


def _anchor(page: Page) -> str:
    return f"{page.code} {page.name}".lower().replace(" ", "-")


def _page(page: Page) -> Iterator[str]:
    yield from (f"### {page.code} {page.name}", "", f"*{_kind(page).capitalize()}.* {page.finds}", "")
    yield from (f"**Why.** {page.why}", "", f"**Way out.** {page.fix}", "")
    kind = "tsv" if "\t" in page.right else "yaml"
    for title, example in (("Wrong", page.wrong), ("Right", page.right)):
        if example:
            yield from (f"{title}:", "", f"```{kind}", *example.splitlines(), "```", "")
