"""How figures are written for a person: one style in all reports."""


def decimal(value: float) -> str:
    """Three decimals at most, and a minus sign instead of a hyphen: ``0.571``, ``0.5``, ``1``, ``−0.25``.

    Only what is whole is written so: ``1.000`` is nearly 1, and ``0.000`` nearly 0.
    """
    short = f"{value:.3f}".rstrip("0")
    text = f"{round(value)}" if value == round(value) else f"{value:.3f}" if short.endswith(".") else short
    return text.replace("-", "−")
