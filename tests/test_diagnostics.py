"""Problems as values."""

from argmap.diagnostics import Diagnostic, Position, Where, locate
from argmap.errors import InvalidMap, UnknownName


class Lines:
    """A file in which statement `n` stands on line `n`."""

    name = "m.yaml"

    def position(self, where: Where, *, on_key: bool = False) -> Position | None:
        line = int(str(where[0])) if where else 1
        return Position(line, 1 if on_key else 5, line, 9)

    def line(self, number: int) -> str:
        return f"line {number}"


def test_located_problems_stand_in_the_order_of_the_file_and_carry_their_line() -> None:
    late = Diagnostic("AM201", "error", "late", ("7",))
    early = Diagnostic("AM301", "warning", "early", ("2",), on_key=True)
    assert locate([late, early], Lines()) == (
        Diagnostic("AM301", "warning", "early", ("2",), True, "", "m.yaml", Position(2, 1, 2, 9), "line 2"),
        Diagnostic("AM201", "error", "late", ("7",), False, "", "m.yaml", Position(7, 5, 7, 9), "line 7"),
    )


def test_on_one_place_the_worse_problem_comes_first() -> None:
    both = [Diagnostic("AM401", "warning", "w", ("1",)), Diagnostic("AM402", "error", "e", ("1",))]
    assert [d.code for d in locate(both, Lines())] == ["AM402", "AM401"]


def test_a_problem_located_elsewhere_keeps_its_place() -> None:
    other = Diagnostic("AM103", "error", "x", file="book.yaml", position=Position(9, 1, 9, 2))
    assert locate([other], Lines()) == (other,)


def test_a_problem_prints_on_one_line_as_compilers_do() -> None:
    d = Diagnostic("AM201", "error", "no statement is called 'b'", help="did you mean 'a'?", file="m.yaml")
    assert str(d) == "m.yaml: error[AM201]: no statement is called 'b' (did you mean 'a'?)"
    placed = Diagnostic("AM201", "error", "x", file="m.yaml", position=Position(3, 7, 3, 8))
    assert str(placed) == "m.yaml:3:7: error[AM201]: x"
    assert str(Diagnostic("AM303", "warning", "no thesis")) == "warning[AM303]: no thesis"


def test_an_invalid_map_names_its_errors_and_keeps_every_problem() -> None:
    problems = (Diagnostic("AM303", "warning", "w"), Diagnostic("AM201", "error", "e"))
    invalid = InvalidMap(problems)
    assert (str(invalid), invalid.diagnostics) == ("error[AM201]: e", problems)


def test_an_unknown_name_says_which_names_there_are() -> None:
    assert str(UnknownName("theme", "drak", ("light", "dark"))) == "no theme is called 'drak'; known: light, dark"
