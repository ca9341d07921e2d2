"""What is written of surveys, what history says of it, and what is refused whoever asks."""

from datetime import date
from decimal import Decimal

import pytest

from assurance.records import operations as generic
from assurance.records.history import HistoryEntry
from assurance.records.history_chain import damage
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.surveys import operations
from assurance.surveys.models import OTHER_SURVEY, Answer, Question, Wave, slug_of
from assurance.surveys.rules.answers import BLANK
from tests.cast import make_council, officer
from tests.make.surveys import answer, question, survey, wave

pytestmark = pytest.mark.django_db
ON = date(2019, 2, 1)
NOTHING = {**BLANK, "wording": ""}


def doing(**said):
    """Who does it and when, with what is said."""
    return {"by": officer(), "on": ON, **said}


def refused(operation, **said):
    """(sentence, field) of a refusal."""
    with pytest.raises(Refused) as caught:
        operation(**doing(**said))
    return caught.value.sentence, caught.value.field


def test_a_survey_is_added_with_its_questions_in_one_row_of_history():
    asked = ["I am safe", "I am heard"]
    of = operations.record_survey(
        **doing(council=make_council(), title="U_Matter", audience="Children", questions=asked)
    )
    assert of.slug == "u-matter"
    assert [(one.slug, one.order) for one in of.questions.all()] == [
        ("i-am-safe", 1),
        ("i-am-heard", 2),
    ]
    [entry] = HistoryEntry.objects.all()
    assert entry.what == "surveys.record"
    assert sorted(entry.changes) == ["audience", "questions", "slug", "title"]
    assert damage(of.council.slug) is None


def test_words_become_slugs_that_a_token_can_hold():
    assert slug_of("What_we  think: 2018–19!") == "what-we-think-2018-19"
    assert slug_of("x" * 59 + " y") == "x" * 59
    assert slug_of("!!!") == ""


def test_nothing_is_added_to_what_was_withdrawn():
    gone = {"withdrawn_on": ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    of, held = survey(**gone), wave(**gone)
    days = {"started_on": ON, "ended_on": ON}
    said = {"council": of.council, "survey": of}
    assert "nothing" in refused(generic.create, model=Wave, label="2017", **days, **said)[0]
    assert "nothing" in refused(generic.create, model=Question, wording="One", **said)[0]
    counted = {"n_yes": 1, "n_answered": 2}
    said = {"council": of.council, "wave": held, "question": question(held.survey), **counted}
    assert "nothing" in refused(generic.create, model=Answer, **said)[0]
    assert "nothing" in refused(operations.record_answers, record=held, version=1, rows=[])[0]


def test_a_question_of_another_survey_has_no_answer_here():
    held, other = wave(), question()
    said = {"council": held.council, "wave": held, "question": other, "n_yes": 1, "n_answered": 2}
    assert refused(generic.create, model=Answer, **said) == (OTHER_SURVEY, "question")
    rows = [(other, {**NOTHING, "n_yes": 1, "n_answered": 2})]
    sentence, field = refused(operations.record_answers, record=held, version=1, rows=rows)
    assert sentence.endswith(OTHER_SURVEY) and field == f"question_{other.pk}"


def test_an_answer_takes_the_wording_of_its_day_and_keeps_it():
    to = question(wording="Old words")
    held = wave(to.survey)
    said = {"council": to.council, "wave": held, "question": to, "n_yes": 1, "n_answered": 2}
    row = generic.create(model=Answer, **doing(**said))
    generic.change(**doing(record=to, version=1, wording="New words"))
    row.refresh_from_db()
    assert row.wording == "Old words"
    changed = generic.change(**doing(record=row, version=1, n_yes=2, n_answered=2))
    assert (changed.wording, changed.said) == ("Old words", "2 of 2, 100%")


def test_a_page_of_answers_is_one_row_of_history_with_each_before_and_after():
    first = answer()
    other = question(first.question.survey, "Other", slug="other")
    rows = [
        (first.question, {**NOTHING, "n_yes": 40, "n_answered": 56}),
        (other, {**NOTHING, "per_cent": Decimal(54), "source": "Report"}),
    ]
    made = operations.record_answers(**doing(record=first.wave, version=1, rows=rows))
    assert [one.said for one in made] == ["40 of 56, 71%", "54%, base not known"]
    [entry] = HistoryEntry.objects.all()
    assert entry.changes["question-1"] == {"from": "42 of 56, 75%", "to": "40 of 56, 71%"}
    assert entry.changes["other"]["to"] == "54%, base not known"
    assert operations.record_answers(**doing(record=first.wave, version=2, rows=rows)) == []
    with pytest.raises(EditConflict):
        operations.record_answers(**doing(record=first.wave, version=1, rows=rows))


def test_one_wrong_row_keeps_the_whole_page_back():
    held = wave()
    rows = [
        (question(held.survey, "One"), {**NOTHING, "n_yes": 1, "n_answered": 2}),
        (question(held.survey, "Two"), {**NOTHING, "n_yes": 3, "n_answered": 2}),
    ]
    sentence, _ = refused(operations.record_answers, record=held, version=1, rows=rows)
    assert sentence == "Two: More answered yes than answered at all: check both"
    assert not Answer.objects.exists() and not HistoryEntry.objects.exists()
