"""The colours of drawings as CSS custom properties, so that pages and pictures look alike."""

from argmap.theme import THEMES, Theme, colours_of


def colour_rules(light: Theme = THEMES["light"], dark: Theme = THEMES["dark"]) -> str:
    """Rules that name every colour of a theme: ``ink`` is ``--ink``, ``author_a.line`` is ``--author-a-line``.

    The light ones hold by default and on paper, the dark ones where the system asks for them; the attribute
    ``data-theme`` of the root, ``light`` or ``dark``, goes before the system.
    """
    lights, darks = _declared(light), _declared(dark)
    return (
        f":root{{color-scheme:light;{lights}}}\n"
        f"@media screen{{\n:root[data-theme=dark]{{color-scheme:dark;{darks}}}\n"
        "@media (prefers-color-scheme:dark){\n"
        f":root:not([data-theme=light]){{color-scheme:dark;{darks}}}\n}}\n}}\n"
    )


def variables(light: Theme = THEMES["light"]) -> dict[str, str]:
    """Of each colour of a light theme, in small letters, what follows the reader's choice: ``var(--ink)``.

    A colour of several tokens goes by the first of them, white by the ground: so does text on bars and heads.
    """
    found: dict[str, str] = {}
    for token, value in colours_of(light).items():
        if value:
            found.setdefault(value.lower(), f"var(--{_name(token)})")
    return found


def _name(token: str) -> str:
    return token.replace(".", "-").replace("_", "-")


def _declared(theme: Theme) -> str:
    return ";".join(f"--{_name(token)}:{value or 'transparent'}" for token, value in colours_of(theme).items())
