"""A comparison to fill in on screen: rows with a choice of signs, or with room for what each side says."""

from argmap.hypertext.worksheet.page import page
from argmap.languages import ENGLISH, Words
from argmap.teaching.comparison_form import SIGNS, ComparisonForm, meanings


def build_comparison(form: ComparisonForm, *, key: bool = False, words: Words = ENGLISH) -> str:
    """The page of a form, or of its key, as one file of HTML; no answer is in the form.

    Args:
        form: The form.
        key: Whether the answers stand in their places.
        words: The fixed words.
    """
    title = words[f"form.title.{form.blanks}"]
    meant = meanings(words)
    middle, sides = form.blanks in ("middle", "all"), form.blanks in ("sides", "all")
    rows = [
        {
            "number": number,
            "sign": "" if middle and not key else row.sign,
            "shared": "" if middle and not key else row.shared,
            "notes": row.notes if key else (),
            "sides": [None if sides and not key else told for told in (row.left, row.right)],
        }
        for number, row in enumerate(form.rows, start=1)
    ]
    return page(
        "comparison.html",
        {
            "title": words.say("form.key", title=title) if key else title,
            "task": words[f"form.task.{form.blanks}"],
            "heads": form.heads,
            "signs": [(sign, meant[sign]) for sign in SIGNS],
            "rows": rows,
            "asks_middle": middle and not key,
            "asks_sides": sides and not key,
            "wording": words["sheet.wording"],
        },
        count=len(form.rows) * (2 * middle + 2 * sides),
        file=form.name,
        key=key,
        words=words,
    )
