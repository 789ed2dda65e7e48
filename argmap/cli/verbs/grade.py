"""The arguments and options of `argmap grade`."""

from typing import Annotated, Literal

import typer

from argmap.cli import terminal
from argmap.cli.declaring import InColor, NoLimit, declaration

app = declaration()


def _new_rubric(asked: bool) -> None:
    if asked:
        from argmap.formats.rubric_file import rubric_text  # noqa: PLC0415

        terminal.write(rubric_text())
        raise typer.Exit


@app.command(
    help="Say what students' maps found and missed of yours: what is missing, in the wrong place or relation, linked or"
    " cited otherwise, each with a question that leads on.",
    epilog="That students err is a result, and so is a file that cannot be read: the exit code is 0. What the"
    " reference lacks is told, and takes no points away.",
)
def grade(
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", show_default=False, help="Your map.")],
    students: Annotated[
        list[str],
        typer.Argument(metavar="STUDENT", show_default=False, help="Students' maps, and folders of them."),
    ],
    *,
    output_format: Annotated[
        Literal["text", "markdown", "csv", "html"] | None,
        typer.Option("--format", show_default="what the ending of FILE names, else text"),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE|DIR/", show_default=False, help="The file; or a folder, with one for each."
        ),
    ] = None,
    overview: Annotated[
        bool, typer.Option("--class", help="Only the overview of the class, which is for you, and has the answers.")
    ] = False,
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Tell students the answers too, below each question.")
    ] = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Call students by numbers, not by their files.")
    ] = False,
    alignment: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", show_default=False, help="Take statements for one by the rows of this file."),
    ] = None,
    own_ids: Annotated[
        bool, typer.Option("--own-ids", help="Ids are the students' own: an equal id means nothing.")
    ] = False,
    guess: Annotated[
        bool, typer.Option("--guess", help="Match by likeness what is left; what rests on it is marked.")
    ] = False,
    rubric: Annotated[
        str | None, typer.Option(metavar="FILE", show_default=False, help="What counts how much, and the levels.")
    ] = None,
    _print_rubric: Annotated[
        bool,
        typer.Option(
            "--new-rubric", is_eager=True, callback=_new_rubric, help="Print a rubric to start from, and exit."
        ),
    ] = False,
    no_limit: NoLimit = False,
    color: InColor = "auto",
) -> None:
    """Grade students' maps."""
    from argmap.cli import grade as verb  # noqa: PLC0415

    wanted = verb.Wanted(
        form=output_format,
        output=output,
        overview=overview,
        reveal=reveal,
        anonymous=anonymous,
        alignment=tuple(alignment or ()),
        own_ids=own_ids,
        guess=guess,
        rubric=rubric,
        limits=not no_limit,
        color=color,
    )
    raise typer.Exit(verb.run(reference, students, wanted))
