"""Results of surveys imported as a file: what is new is added, by the rules of a typed answer."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from assurance.imports import operations
from assurance.imports.run.lifecycle import unpacked
from assurance.runtime.periods import today
from assurance.surveys.importing import SURVEYS
from assurance.surveys.models import Answer, Question, Survey, Wave
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.imports.registers import everything
from tests.kinds.rows import against
from tests.make.imports import ON, checked_rows, counts, imported_rows, refusals
from tests.make.surveys import answer, question, stated, survey, wave, york

pytestmark = pytest.mark.django_db
looked_at, did = partial(checked_rows, SURVEYS), partial(imported_rows, SURVEYS)
NAMES = tuple(column.name for column in SURVEYS.columns)
USUAL = {
    **{"survey": "U Matter", "audience": "Children in care", "question": "I feel safe"},
    **{"wave": "2017", "started_on": "2017-05-01", "ended_on": "2017-05-31"},
}
COUNTED = {"n_yes": 42, "n_answered": 56}
LATER = {"wave": "2018–19", "started_on": "2018-11-01", "ended_on": "2019-01-31"}


def line(**said):
    """The cells of one answer, in the order of the columns."""
    told = {**USUAL, **said}
    return tuple(told.get(name) for name in NAMES)


def kept():
    """(wave, question, place, words) of every answer that counts."""
    return [
        (row.wave.label, row.question.wording, row.question.order, row.said)
        for row in Answer.objects.of(make_council()).listed().to_tell()
    ]


def test_a_file_of_a_new_survey_brings_its_waves_questions_and_answers():
    report = {"source": "The printed report"}
    york(make_council("overby"))
    run = did(
        line(**COUNTED, n_asked=90),
        line(question="My worker listens", per_cent="54%", **report),
        line(question="I have someone to talk to", per_cent="over 90%", **report),
        line(**LATER, n_yes=44, n_answered=57, audience=None),
    )
    assert counts(run) == (4, 0, 0, 0)
    assert kept() == [
        ("2017", "I feel safe", 1, "42 of 56, 75%"),
        ("2018–19", "I feel safe", 1, "44 of 57, 77%"),
        ("2017", "I have someone to talk to", 2, "over 90%, base not known"),
        ("2017", "My worker listens", 3, "54%, base not known"),
    ]
    of = Survey.objects.of(make_council()).get()
    assert (of.slug, of.audience, of.created_on) == ("u-matter", "Children in care", ON)
    held = of.waves.get(label="2018–19")
    assert (held.slug, held.started_on, held.ended_on) == (
        *("2018-19", date(2018, 11, 1)),
        date(2019, 1, 31),
    )
    first = of.waves.get(label="2017").answers.get(n_yes=42)
    assert (first.wording, first.n_asked) == ("I feel safe", 90)


def test_the_same_file_again_changes_nothing_and_undo_restores():
    york()
    before = everything()
    rows = (
        line(**COUNTED),
        line(question="My worker is someone I can rely on", per_cent="55%", source="Report"),
        line(**LATER, question="I see my worker often enough", n_yes=41, n_answered=57),
    )
    run = did(*rows)
    assert counts(run) == (1, 2, 0, 0)
    assert counts(looked_at(*rows)) == (0, 0, 3, 0)
    operations.undo(run=run, by=officer(), on=ON)
    assert everything() == before


def test_what_stands_is_known_by_its_slug_or_its_words_whatever_their_case():
    of = york()
    held = {"audience": None, "started_on": None, "ended_on": None}
    run = did(line(**held, survey="u-matter", question="listens", n_yes=1, n_answered=2))
    assert counts(run) == (1, 0, 0, 0)
    assert Question.objects.filter(survey=of).count() == 4
    said = {"survey": "U MATTER", "question": "my worker LISTENS to me?"}
    assert counts(looked_at(line(**held, **said, n_yes=1, n_answered=2))) == (0, 0, 1, 0)


def test_a_new_wording_of_a_wave_is_kept_beside_the_question():
    row = answer()
    said = {"survey": "Survey 1", "question": row.question.wording}
    did(line(**said, **LATER, **COUNTED, wording="I trust my worker"))
    assert Answer.objects.get(wave__slug="2018-19").wording == "I trust my worker"
    row.refresh_from_db()
    assert row.wording == row.question.wording != "I trust my worker"


def test_questions_stand_in_the_places_that_the_file_gives_after_those_that_there_are():
    question(survey(slug="u-matter", title="U Matter"), "Old", order=4)
    did(
        line(question="C", order=2, **COUNTED),
        line(question="A", order=3, **COUNTED),
        line(question="Z", order=1, **COUNTED),
        line(question="B", **COUNTED),
    )
    rows = Question.objects.order_by("order").values_list("wording", flat=True)
    assert list(rows) == ["Old", "Z", "C", "A", "B"]


def test_what_is_told_once_of_a_survey_and_a_wave_holds_for_all_their_rows():
    silent = dict.fromkeys(("audience", "started_on", "ended_on"))
    run = did(
        line(question="A", **{**COUNTED, **silent}),
        line(question="B", **COUNTED),
        line(question="C", n_yes=1, n_answered=0),
    )
    assert counts(run) == (2, 0, 0, 1)
    assert Wave.objects.get().ended_on == date(2017, 5, 31)
    run = looked_at(
        line(question="D", **{**COUNTED, **LATER}),
        line(question="E", **{**COUNTED, **LATER, "ended_on": "2019-02-01"}),
        line(question="F", **COUNTED),
    )
    assert counts(run) == (1, 0, 0, 2)


REFUSED = (
    ({"survey": None}, "Survey", "is empty"),
    ({"survey": "!!"}, "Survey", "needs letters or numbers"),
    ({"survey": "Another", "audience": None}, "People asked", "A new survey needs"),
    ({"wave": "2019", "started_on": None}, "Start date of fieldwork", "A new wave needs"),
    ({"wave": "2019", "ended_on": None}, "End date of fieldwork", "A new wave needs"),
    ({"ended_on": "2017-04-30"}, "End date of fieldwork", "cannot end before it began"),
    ({"ended_on": f"{today().year + 1}-12-31"}, "End date of fieldwork", "still to come"),
    ({"question": None}, "Question", "is empty"),
    ({"question": "x" * 301}, "Question", "301 characters"),
    ({"question": "I feel safe " + "x" * 60}, "Question", "kept already"),
    ({"n_yes": 57}, "Answered it", "More answered yes than answered at all"),
    ({"n_yes": None, "n_answered": None}, "Answered yes", "how many answered yes"),
    ({"n_answered": None}, "Answered it", "how many answered"),
    ({"n_asked": 55}, "Were asked", "More answered than were asked"),
    ({"per_cent": "75%"}, "Stated per cent", "not both"),
    (
        {"n_yes": None, "n_answered": None, "per_cent": "54%"},
        "Where it is stated",
        "Enter the source of the per cent",
    ),
    ({"n_yes": "some"}, "Answered yes", "not a whole number"),
    ({"per_cent": "most of them"}, "Stated per cent", "not a per cent"),
)


def test_a_row_is_refused_as_a_typed_answer_is():
    of = survey(slug="u-matter", title="U Matter")
    question(of, "Another", slug=("i-feel-safe-" + "x" * 60)[:60])
    for said, column, wrong in REFUSED:
        run = looked_at(line(**{**COUNTED, **said}), line(**COUNTED, question="Sound"))
        assert counts(run) == (1, 0, 0, 1), said
        found = refusals(run)
        assert any(where == column and wrong in told for where, told in found), (said, found)
        assert "most of them" not in str(found)


def test_nothing_comes_in_under_what_was_withdrawn():
    of = york()
    day = {"withdrawn_on": ON, "withdrawn_because": "Twice", "withdrawn_by": officer()}
    stands = {"withdrawn_on": None, "withdrawn_because": "", "withdrawn_by": None}
    for row in (of, of.questions.get(slug="often"), of.waves.first()):
        held = type(row).objects.filter(pk=row.pk)
        held.update(**day)
        wrong = refusals(looked_at(line(wave="2015", question="often", **COUNTED)))
        assert any("was withdrawn" in sentence for _, sentence in wrong), row
        held.update(**stands)


def test_what_stands_together_is_weighed_together():
    within = wave(survey(slug="u-matter", title="U Matter"))
    to = question(within.survey, "I feel safe")
    row = stated(to, within, 90, bound="over")
    assert refusals(looked_at(line(**COUNTED)))[0] == (
        "Stated per cent",
        "Enter the counts or a per cent, not both: the per cent is worked out.",
    )
    [(column, wrong)] = refusals(looked_at(line(per_cent="91%")))
    assert (column, wrong) == ("Stated per cent", "The register has “over 90%”.")
    assert counts(looked_at(line(per_cent="over 91%", source="Report"))) == (0, 1, 0, 0)
    Answer.objects.filter(pk=row.pk).update(
        withdrawn_on=ON, withdrawn_because="Wrong", withdrawn_by=officer()
    )
    assert counts(did(line(**COUNTED))) == (1, 0, 0, 0)


def test_questions_that_would_be_added_are_said_before():
    york()
    run = looked_at(line(**COUNTED), line(question="I see my worker often enough", **COUNTED))
    told = str(unpacked(run.found)["units"][0])
    assert "Questions that would be added: “I feel safe”." in told
    assert Question.objects.count() == 4


def test_it_asks_as_often_of_many_rows_as_of_few(django_assert_max_num_queries):
    council = york().council
    rows = [{"survey": "U Matter", "wave": "2017", "question": str(one)} for one in range(300)]
    with django_assert_max_num_queries(4):
        against(SURVEYS, *rows, council=council)


ROWS = some.builds(
    line,
    wave=some.sampled_from(["2017", "2018–19"]),
    question=some.sampled_from(["I feel safe", "My worker listens to me", "Other", "OTHER"]),
    n_yes=some.sampled_from([1, 2, 3]),
    n_answered=some.sampled_from([2, 57]),
    order=some.sampled_from([None, 1, 2]),
)


class AnyResults(TestCase):
    """Each example in a transaction of its own."""

    @written_cases(4)
    @given(some.lists(ROWS, max_size=6), some.randoms(use_true_random=False))
    def test_order_never_matters_twice_is_once_and_undo_restores(self, rows, random):
        york()
        other = list(rows)
        random.shuffle(other)
        before = everything()
        run = did(*rows)
        first = kept()
        self.assertEqual((looked_at(*rows).added, looked_at(*rows).changed), (0, 0))
        if run.state == "imported":
            operations.undo(run=run, by=officer(), on=ON)
        self.assertEqual(everything(), before)
        self.assertEqual(counts(did(*other)), counts(run))
        self.assertEqual(kept(), first)
