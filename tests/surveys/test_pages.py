"""The pages of surveys, by the officer who keeps them and the clerk who reads them."""

from datetime import date, timedelta

import pytest

from assurance.records.history import HistoryEntry
from assurance.runtime.periods import today
from assurance.surveys.models import Answer, Question, Survey, Wave
from tests.audits.entries import boxes
from tests.cast import clerk, make_council
from tests.make.surveys import RELIABLE, answer, question, stated, survey, wave, york
from tests.page_requests import errors
from tests.refusals import each_refused

pytestmark = pytest.mark.django_db
# Still to come where a run goes on past midnight.
TO_COME = today() + timedelta(days=2)


def typed_wave(**said):
    """What an officer types for a wave held in May 2017."""
    days = {"started_on": date(2017, 5, 1), "ended_on": date(2017, 5, 31)}
    return boxes({"label": "2017", **days, **said})


def typed_answers(of, *rows, version=1, **said):
    """What is typed on the page of a wave's answers: (question, part → value) each."""
    typed = {f"{part}_{one.pk}": value for one, told in rows for part, value in told.items()}
    return {**typed, "version": version, **said}


def entered():
    """Wording → words of every standing answer."""
    return {one.question.wording: one.said for one in Answer.objects.listed().to_tell()}


def test_an_officer_adds_a_survey_with_its_questions(signed_in):
    said = {"title": "U Matter", "audience": "Children in care", "questions": "One?\n\nTwo?"}
    page = signed_in.post("/surveys/add/", said, follow=True).content.decode()
    assert "Survey added." in page and "No wave has been added yet." in page
    kept = Survey.objects.get()
    assert kept.slug == "u-matter"
    assert [(one.order, one.wording) for one in kept.questions.all()] == [(1, "One?"), (2, "Two?")]
    assert HistoryEntry.objects.get().what == "surveys.record"


def test_a_wrong_survey_gets_its_sentence(signed_in):
    survey()
    wrong = [
        ({"title": ""}, "title", "Enter the title"),
        ({"title": "Survey 1"}, "title", "This survey is kept already"),
        ({"title": "!!"}, "title", "needs letters or numbers"),
        ({"audience": ""}, "audience", "Enter the people asked"),
        ({"questions": "One?\none"}, "questions", "has the same text as question 1"),
        ({"questions": "One-two\nOne two"}, "questions", "is too like another question"),
    ]
    each_refused(
        *(signed_in, "/surveys/add/", dict, wrong, Survey), title="U Matter", audience="Children"
    )


def test_a_survey_is_changed_and_its_slug_stays(signed_in):
    of = survey()
    typed = {"title": "Another", "audience": "Carers", "version": 1}
    signed_in.post(f"/surveys/{of.pk}/change/", typed)
    of.refresh_from_db()
    assert (of.title, of.slug, of.version) == ("Another", "survey-1", 2)


def test_a_question_is_added_reworded_and_moved(signed_in):
    of = survey()
    question(of)
    address = f"/surveys/{of.pk}/questions/add/"
    assert signed_in.post(address, {"wording": "Second?"}).status_code == 302
    second = Question.objects.get(wording="Second?")
    assert second.order == 2
    assert "kept already" in errors(signed_in.post(address, {"wording": "second"}))["wording"][0]
    typed = {"wording": "Other words?", "order": "", "version": 1}
    signed_in.post(f"/surveys/questions/{second.pk}/change/", typed)
    second.refresh_from_db()
    assert (second.wording, second.slug, second.order) == ("Other words?", "second", 2)


def test_a_wrong_wave_gets_its_sentence(signed_in):
    of = survey()
    wave(of, 2015)
    wrong = [
        ({"label": ""}, "label", "Enter the name of the wave"),
        ({"label": "2015"}, "label", "This wave is kept already"),
        ({"started_on": TO_COME}, "started_on", "must be today or in the past"),
        ({"ended_on": date(2017, 4, 30)}, "ended_on", "cannot end before it began"),
    ]
    address = f"/surveys/{of.pk}/waves/add/"
    each_refused(signed_in, address, typed_wave, wrong, Wave)


def test_a_wave_is_added_changed_and_withdrawn_with_its_answers(signed_in):
    of = answer().question.survey
    kept = of.waves.get()
    signed_in.post(f"/surveys/{of.pk}/waves/add/", typed_wave(label="2018"))
    assert Wave.objects.get(label="2018").slug == "2018"
    address = f"/surveys/waves/{kept.pk}/"
    assert "42 of 56, 75%" in signed_in.get(address).content.decode()
    signed_in.post(f"{address}change/", typed_wave(label="Spring", version=1))
    signed_in.post(f"{address}withdraw/", {"because": "Twice", "version": 2})
    assert entered() == {}


def test_the_answers_of_a_wave_are_entered_on_one_page(signed_in):
    of = survey()
    one, two, three = (question(of, f"Question {number}") for number in range(3))
    held = wave(of, source="The printed report")
    page = signed_in.get(f"/surveys/waves/{held.pk}/enter/").content.decode()
    assert page.count("<legend") == 3 and "The printed report" in page
    counted = {"n_yes": 42, "n_answered": 56, "n_asked": 90}
    rows = (one, counted), (two, {"per_cent": "over 90%"}), (three, {})
    typed = typed_answers(held, *rows, source="The printed report")
    page = signed_in.post(f"/surveys/waves/{held.pk}/enter/", typed, follow=True)
    assert "Answers entered or changed: 2." in page.content.decode()
    assert entered() == {"Question 0": "42 of 56, 75%", "Question 1": "over 90%, base not known"}
    assert set(Answer.objects.values_list("source", flat=True)) == {"", "The printed report"}
    told = HistoryEntry.objects.get()
    assert told.what == "waves.record_answers"
    assert told.changes["question-1"]["to"] == "42 of 56, 75%"


def test_each_answer_keeps_its_own_source_until_the_page_changes_it(signed_in):
    of = survey()
    held, one, two = wave(of), question(of, "One"), question(of, "Two")
    stated(one, held, 54, source="The report")
    stated(two, held, 97, source="The letter")
    address = f"/surveys/waves/{held.pk}/enter/"
    offered = signed_in.get(address).context["form"].initial["source"]
    rows = (one, {"per_cent": "55"}), (two, {"per_cent": "97"})
    signed_in.post(address, typed_answers(held, *rows, source=offered))
    assert [row.source for row in Answer.objects.order_by("question")] == [
        "The report",
        "The letter",
    ]
    signed_in.post(address, typed_answers(held, *rows, version=2, source="The minutes"))
    assert set(Answer.objects.values_list("source", flat=True)) == {"The minutes"}


def test_a_wrong_answer_is_said_at_its_question_and_nothing_is_kept(signed_in):
    first = answer()
    other = question(first.question.survey, "Other")
    address = f"/surveys/waves/{first.wave.pk}/enter/"
    for told, field, sentence in (
        (
            {"n_yes": "57", "n_answered": "56"},
            "n_answered",
            "More answered yes than answered at all",
        ),
        ({"n_yes": "some", "n_answered": "56"}, "n_yes", "must be a whole number"),
        ({"per_cent": "most"}, "per_cent", "such as 54, 54.5 or over 90"),
        ({"per_cent": "54"}, "source", "Enter the source of the per cent"),
        ({}, "n_yes", "withdraw it on its own page"),
    ):
        rows = (other, {"n_yes": 1, "n_answered": 2}), (first.question, told)
        found = errors(signed_in.post(address, typed_answers(first.wave, *rows)))
        assert any(sentence in one for words in found.values() for one in words)
        assert f"{field}_{first.question.pk}" in found or field == "source"
    assert entered() == {RELIABLE: "42 of 56, 75%"}
    assert not HistoryEntry.objects.exists()


@pytest.mark.parametrize("per_cent", ["101", "most", "9" * 31])
def test_every_fault_of_a_per_cent_names_its_question(signed_in, per_cent):
    first = answer()
    address = f"/surveys/waves/{first.wave.pk}/enter/"
    rows = [(first.question, {"per_cent": per_cent})]
    found = errors(signed_in.post(address, typed_answers(first.wave, *rows)))
    assert all(RELIABLE in text for text in found[f"per_cent_{first.question.pk}"])


def test_answers_that_stay_as_they_are_are_not_called_done(signed_in):
    first = answer()
    address = f"/surveys/waves/{first.wave.pk}/enter/"
    same = typed_answers(first.wave, (first.question, {"n_yes": 42, "n_answered": 56}))
    page = signed_in.post(address, same, follow=True).content.decode()
    assert "Nothing was changed." in page and "Answers entered or changed" not in page
    assert "govuk-notification-banner--success" not in page


def test_two_people_at_once_are_shown_what_was_saved_and_the_second_decides(signed_in):
    of = question()
    held = wave(of.survey)
    address = f"/surveys/waves/{held.pk}/enter/"
    signed_in.post(address, typed_answers(held, (of, {"n_yes": 1, "n_answered": 2})))
    mine = typed_answers(held, (of, {"n_yes": 2, "n_answered": 2}))
    answer_ = signed_in.post(address, mine)
    assert answer_.status_code == 409
    assert "1 of 2, 50%" in answer_.content.decode()
    version = answer_.context["form"].data["version"]
    assert signed_in.post(address, {**mine, "version": version}).status_code == 302
    assert entered() == {RELIABLE: "2 of 2, 100%"}


def test_one_answer_is_added_changed_and_withdrawn(signed_in):
    of = question()
    held = wave(of.survey)
    address = f"/surveys/waves/{held.pk}/answers/add/"
    typed = {"question": of.pk, "per_cent": "54", "source": "The report"}
    assert signed_in.post(address, typed).status_code == 302
    kept = Answer.objects.get()
    assert "has an answer in this wave" in errors(signed_in.post(address, typed))["question"][0]
    form = signed_in.get(f"/surveys/answers/{kept.pk}/change/").context["form"]
    assert form.initial["per_cent"] == "54%" and "question" not in form.fields
    counted = {"n_yes": 1, "n_answered": 2, "version": 1}
    signed_in.post(f"/surveys/answers/{kept.pk}/change/", counted)
    assert entered() == {RELIABLE: "1 of 2, 50%"}
    signed_in.post(f"/surveys/answers/{kept.pk}/withdraw/", {"because": "Wrong", "version": 2})
    assert entered() == {}
    other = {**typed, "question": question().pk}
    assert (
        "Select a question of this survey" in errors(signed_in.post(address, other))["question"][0]
    )
    assert signed_in.post(address, typed).status_code == 302, "a withdrawn one stands in no way"


def test_a_survey_shows_each_question_over_its_waves_and_tests_a_claim_for_each(client):
    of = york()
    client.force_login(clerk())
    page = client.get(f"/surveys/{of.pk}/").content.decode()
    for words in (
        *("65%, base not known", "54%, base not known", "97%, base not known"),
        *("42 of 56, 75%", "42 of 57, 74%", "44 of 57, 77%", "a few points is noise"),
    ):
        assert words in page
    assert page.count("app-chart__wide") == 4
    assert "Enter answers" not in page, "who only reads is shown no way to change"
    page = client.get(f"/surveys/{of.pk}/claims/?claim=growing").content.decode()
    assert "It fell from 65% (2015) to 54% (2017)" in page
    assert page.count("Only one wave has an answer to it, 2018–19") == 2
    for query in ("", "?claim=splendid"):
        assert client.get(f"/surveys/{of.pk}/claims/{query}").context["verdicts"] == []


def test_the_list_tells_of_each_survey_and_its_latest_wave(signed_in):
    york()
    survey(title="Foster carers", audience="Carers")
    stated(council=make_council("overby"))
    lines = signed_in.get("/surveys/?text=matter").context["lines"]
    assert [[words for words, *_ in line["cells"]] for line in lines] == [
        ["U Matter", "Young people in care", "4", "3", "2018–19", "31 Jan 2019"]
    ]
    assert len(signed_in.get("/surveys/").context["lines"]) == 2
