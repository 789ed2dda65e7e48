"""What holds of the quiz on any two maps."""

import gift_reader
import quizzes
from generated_maps import Content, build_all, contents
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.comparison import compare
from argmap.reporters.quiz_gift import quiz_gift
from argmap.teaching.quiz.making import make_quiz
from argmap.teaching.quiz.values import KINDS


@settings(max_examples=25, deadline=None)
@given(st.lists(contents, min_size=2, max_size=2), st.integers(0, 3))
def test_every_question_has_one_answer_and_reads_back(found: list[Content], seed: int) -> None:
    maps = build_all(found)
    quiz = make_quiz(*maps, comparison=compare(maps), seed=seed)
    statements = {(m.id, key): s for m in maps for key, s in m.statements.items()}
    assert set(quiz.missing) == set(KINDS) - {q.kind for q in quiz.questions}
    assert len({q.id for q in quiz.questions}) == len(quiz.questions)
    for q in quiz.questions:
        assert [o.right for o in q.options].count(True) == 1
        assert len({o.text for o in q.options}) == len(q.options) >= 3
        assert all(source in statements for source in q.sources)
        if q.kind == "role":
            assert all(statements[source].by_author for source in q.sources)
            assert all(statements[source].certainty == "asserted" for source in q.sources)
    read = gift_reader.read_gift(quiz_gift(quiz))
    assert [quizzes.words(each.text) for each in read] == [quizzes.stem(q) for q in quiz.questions]


@settings(max_examples=10, deadline=None)
@given(st.lists(contents, min_size=2, max_size=2), st.integers(1, 5))
def test_fewer_questions_are_some_of_all(found: list[Content], count: int) -> None:
    maps = build_all(found)
    both = compare(maps)
    whole, part = make_quiz(*maps, comparison=both), make_quiz(*maps, comparison=both, count=count)
    assert len(part.questions) == min(count, len(whole.questions))
    assert [q for q in whole.questions if q in part.questions] == list(part.questions)
