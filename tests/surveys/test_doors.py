"""Whom the pages of surveys are for, each field's own sentence, what stands after a withdrawal."""

from datetime import date

import pytest

from assurance.figures.figure import FigureRequest
from assurance.runtime.periods import When
from assurance.surveys.figures import FIGURES
from assurance.surveys.models import Answer
from tests.audits.entries import errors
from tests.cast import administrator, approver, clerk, make_council, member, officer
from tests.make.surveys import answer, question, stated, survey, wave, york

pytestmark = pytest.mark.django_db
GONE = {"withdrawn_on": date(2019, 3, 1), "withdrawn_because": "Twice"}
YES = FIGURES[0]


def pages_of(row):
    """(pages that are read, pages that change) of an answer and all it stands in."""
    held, asked, of = row.wave, row.question, row.wave.survey
    read = ["/surveys/", f"/surveys/{of.pk}/", f"/surveys/{of.pk}/claims/?claim=steady"]
    read += [f"/surveys/{kind}/{one.pk}/" for kind, one in
             (("waves", held), ("questions", asked), ("answers", row))]  # fmt: skip
    changes = ["/surveys/add/", f"/surveys/{of.pk}/change/", f"/surveys/waves/{held.pk}/enter/"]
    changes += [f"/surveys/{of.pk}/{kind}/add/" for kind in ("waves", "questions")]
    changes += [f"/surveys/answers/{row.pk}/{verb}/" for verb in ("change", "withdraw")]
    return read, changes


@pytest.mark.parametrize(
    ("who", "reads", "changes"),
    [
        (officer, 200, 200),
        (lambda: officer(subject="surveys"), 200, 200),
        (lambda: officer(subject="dbs"), 200, 403),
        (clerk, 200, 403),
        (approver, 200, 403),
        (member, 403, 403),
        (administrator, 403, 403),
    ],
)
def test_each_page_opens_to_whom_it_is_for(client, who, reads, changes):
    to_read, to_change = pages_of(answer())
    client.force_login(who())
    assert {page: client.get(page).status_code for page in to_read} == dict.fromkeys(to_read, reads)
    told = {page: client.get(page).status_code for page in to_change}
    assert told == dict.fromkeys(to_change, changes)


def test_another_councils_survey_is_not_there(signed_in):
    to_read, to_change = pages_of(answer(council=make_council("overby")))
    for page in {*to_read, *to_change} - {"/surveys/", "/surveys/add/"}:
        assert signed_in.get(page).status_code == 404, page
    assert signed_in.get("/surveys/").context["lines"] == []


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"n_yes": "-1"}, "n_yes", "“Said yes” must be 0 or more"),
        ({"n_yes": "1000001"}, "n_yes", "“Said yes” must be 1,000,000 or fewer"),
        ({"n_yes": "4.5"}, "n_yes", "“Said yes” must be a whole number, such as 42"),
        ({"n_answered": "x"}, "n_answered", "“Answered it” must be a whole number, such as 42"),
        ({"n_asked": "-5"}, "n_asked", "“Were asked” must be 0 or more"),
        ({"per_cent": "101"}, "per_cent", "A per cent lies between 0 and 100"),
        ({"source": "x" * 201}, "source",
         "“Where a stated per cent is printed” must have 200 characters or fewer"),
        ({"wording": "x" * 301}, "wording",
         "“Wording in this wave” must have 300 characters or fewer"),
        ({"question": ""}, "question", "Select the question"),
    ],
)  # fmt: skip
def test_each_field_of_an_answer_has_its_own_sentence(signed_in, typed, field, sentence):
    asked = question()
    held = wave(asked.survey)
    usual = {"question": asked.pk, "n_yes": "1", "n_answered": "2"}
    told = errors(signed_in.post(f"/surveys/waves/{held.pk}/answers/add/", {**usual, **typed}))
    assert told[field][0] == sentence
    assert not Answer.objects.exists()


@pytest.mark.parametrize("part", ["wave", "question", "survey", "answer"])
def test_what_is_withdrawn_counts_no_more_whichever_part_of_it_was(part):
    row = answer()
    council = row.council
    asked = FigureRequest(council, When(date(2017, 1, 1), date(2017, 12, 31)), None)
    assert [one.count for one in YES.measure(asked).values()] == [42]
    parts = {"wave": row.wave, "question": row.question, "survey": row.wave.survey, "answer": row}
    gone = parts[part]
    type(gone).objects.filter(pk=gone.pk).update(**GONE, withdrawn_by=officer())
    assert [one.count for one in YES.measure(asked).values()] == [None]
    assert list(Answer.objects.listed()) == []


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2017, 5, 31), date(2017, 5, 31), True),
        (date(2017, 5, 1), date(2017, 5, 30), False),
        (date(2017, 6, 1), date(2017, 12, 31), False),
        (date(2017, 5, 30), date(2017, 6, 1), True),
        (date(2017, 1, 1), date(2017, 5, 31), True),
    ],
)
def test_an_answer_is_of_the_period_in_which_its_fieldwork_ended(first, last, found):
    row = answer()
    values = YES.measure(FigureRequest(row.council, When(first, last), None)).values()
    assert [one.count for one in values] == ([42] if found else [None])


def test_waves_and_questions_stand_in_their_order_and_the_withdrawn_ones_are_told_apart():
    of = survey()
    later, sooner, gone = wave(of, 2018), wave(of, 2016), wave(of, 2019)
    second, first = question(of, "B", order=5), question(of, "A", order=2)
    answer(first, sooner), stated(first, later), answer(second, later)
    type(gone).objects.filter(pk=gone.pk).update(**GONE, withdrawn_by=officer())
    assert of.waves_held == [sooner, later] and of.latest_wave == later
    assert of.questions_held == [first, second]
    assert [(one.label, one.n_answers) for one in of.waves_by_day()] == [
        ("2016", 1),
        ("2018", 2),
        ("2019", 0),
    ]
    assert [(asked, [one.wave.label for one in told]) for asked, told in of.series()] == [
        (first, ["2016", "2018"]),
        (second, ["2018"]),
    ]
    assert survey().latest_wave is None


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("matter", ["U Matter"]),
        ("MATTER", ["U Matter"]),
        ("carers", ["Carers of 2018", "Staff"]),
        ("2018", ["Carers of 2018"]),
        ("nowhere", []),
        ("", ["Carers of 2018", "Staff", "U Matter"]),
    ],
)
def test_surveys_are_found_by_words_of_their_title_or_of_whom_they_ask(signed_in, typed, titles):
    york()
    survey(title="Carers of 2018", audience="Foster families")
    survey(title="Staff", audience="Foster carers")
    lines = signed_in.get("/surveys/", {"text": typed}).context["lines"]
    assert [line["cells"][0][0] for line in lines] == titles
