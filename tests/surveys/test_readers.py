"""What those see who read surveys and keep none, and what the list and its file hold."""

import csv
from io import StringIO

import pytest

from tests.cast import clerk, make_council, officer
from tests.make.surveys import answer, question, survey, wave, york

pytestmark = pytest.mark.django_db
WAYS = ("Change", "Withdraw", "Add a wave", "Add a question", "Enter the answers")


def links(answer_):
    """The words of a page that lead to a change."""
    page = answer_.content.decode()
    return [words for words in WAYS if f">{words}<" in page]


def test_who_only_reads_is_shown_every_number_and_no_way_to_change_one(client):
    of = york()
    held = of.waves.get(label="2017")
    client.force_login(clerk())
    for address in (
        *("/surveys/", f"/surveys/{of.pk}/", f"/surveys/waves/{held.pk}/"),
        *(f"/surveys/questions/{of.questions.first().pk}/",),
        *(f"/surveys/answers/{held.answers.first().pk}/",),
    ):
        answer_ = client.get(address)
        assert answer_.status_code == 200
        assert links(answer_) == []


def test_another_councils_survey_is_not_there(client):
    of = york(make_council("overby"))
    held = of.waves.first()
    client.force_login(officer())
    for address in (
        *(f"/surveys/{of.pk}/", f"/surveys/{of.pk}/claims/", f"/surveys/{of.pk}/waves/add/"),
        *(f"/surveys/waves/{held.pk}/", f"/surveys/waves/{held.pk}/enter/"),
    ):
        assert client.get(address).status_code == 404
    assert client.post(f"/surveys/waves/{held.pk}/enter/", {"version": 1}).status_code == 404


def test_the_file_holds_what_the_list_shows(signed_in):
    york()
    survey(title="=cmd", audience="Carers")
    answer_ = signed_in.get("/surveys/list.csv?sort=title")
    rows = list(csv.DictReader(StringIO(answer_.getvalue().decode().removeprefix("\ufeff"))))
    assert [row["Survey"] for row in rows] == ["'=cmd", "U Matter"]
    assert (rows[1]["Questions"], rows[1]["Latest wave"]) == ("4", "2018–19")
    assert (rows[0]["Waves"], rows[0]["End date"]) == ("0", "")


def test_what_was_withdrawn_is_told_and_counts_no_more(signed_in):
    of = york()
    for kind, row in (("waves", of.waves.last()), ("questions", of.questions.first())):
        signed_in.post(f"/surveys/{kind}/{row.pk}/withdraw/", {"because": "Twice", "version": 1})
    page = signed_in.get(f"/surveys/{of.pk}/").content.decode()
    assert "Withdrawn" in page and "97%, base not known" in page
    assert "42 of 57" not in page and "65%" not in page
    [line] = signed_in.get("/surveys/").context["lines"]
    assert [words for words, *_ in line["cells"]][2:5] == ["3", "2", "2017"]


def test_a_survey_without_questions_says_so_and_a_wave_of_it_can_be_opened(signed_in):
    held = wave()
    page = signed_in.get(f"/surveys/waves/{held.pk}/").content.decode()
    assert "the result of this wave is awaited" in page
    page = signed_in.get(f"/surveys/{held.survey.pk}/").content.decode()
    assert "No question has been added yet." in page
    page = signed_in.get(f"/surveys/waves/{held.pk}/enter/").content.decode()
    assert "This survey has no question yet." in page
    page = signed_in.get(f"/surveys/{held.survey.pk}/claims/?claim=steady").content.decode()
    assert "This survey has no question yet." in page


def test_markup_in_a_wording_is_text(signed_in):
    to = question(wording="<b>I & you</b>")
    answer(to, wave(to.survey))
    page = signed_in.get(f"/surveys/{to.survey.pk}/").content.decode()
    assert "<b>I" not in page and "&lt;b&gt;I &amp; you" in page
