"""A register within another: its add page, its way back, and what a subject adds to a page."""

from datetime import date

import pytest

from assurance.records.history import HistoryDetail
from assurance.reviews.models.findings import Finding, Review
from tests.cast import make_council
from tests.registers.nested import FINDINGS, REVIEWS

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.registers.nested")]


def review(council=None):
    """A review of the usual council."""
    return Review.objects.create(
        council=council or make_council(),
        slug="inspection-2016",
        kind="inspection",
        title="Inspection of 2016",
        body="The inspectorate",
        started_on=date(2016, 1, 1),
        ended_on=date(2016, 1, 2),
        created_on=date(2016, 1, 3),
    )


def test_what_lies_within_a_record_is_added_beneath_it_and_leads_back(signed_in):
    held = review()
    address = f"/nested/{held.pk}/findings/add/"
    page = signed_in.get(address).content.decode()
    assert "Inspection of 2016" in page
    assert f'href="/nested/{held.pk}/"' in page
    answer = signed_in.post(address, {"text": "A clear plan", "kind": ["strength", "area"]})
    assert answer.headers["Location"] == f"/nested/{held.pk}/"
    finding = Finding.objects.get()
    assert (finding.review, finding.kind) == (held, "strength")
    answer = signed_in.get(f"/nested/{held.pk}/")
    assert answer.context["findings"] == [finding]


def test_nothing_lies_beneath_another_councils_record_and_a_plain_list_shows_all(signed_in):
    held = review(make_council("otherby"))
    address = f"/nested/{held.pk}/findings/add/"
    assert signed_in.get(address).status_code == 404
    assert signed_in.post(address, {"text": "A clear plan"}).status_code == 404
    review()
    assert "Inspection of 2016" in signed_in.get("/nested/").content.decode()
    assert "inspections.csv" not in signed_in.get("/nested/?page=2").content.decode()


def test_a_page_without_a_withdrawal_offers_none_and_leads_back_to_its_parent(signed_in):
    held = review()
    assert "Withdraw" not in signed_in.get(f"/nested/{held.pk}/").content.decode()
    assert signed_in.get(f"/nested/{held.pk}/withdraw/").status_code == 404
    finding = Finding(review=held)
    assert FINDINGS.home_of(finding) == f"/nested/{held.pk}/"
    assert REVIEWS.home_of(held) == "/nested/"


def test_a_conflict_says_several_choices_in_words(signed_in):
    held = review()
    signed_in.post(f"/nested/{held.pk}/findings/add/", {"text": "One", "kind": ["area"]})
    address = f"/nested/findings/{Finding.objects.get().pk}/change/"
    signed_in.post(address, {"text": "Two", "kind": ["strength"], "version": 1})
    mine = {"text": "Three", "kind": ["area", "remark"], "version": 1}
    answer = signed_in.post(address, mine)
    assert answer.status_code == 409
    shown = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    assert shown["Kinds"] == ("Area for development, Comment", "Strength")
    assert shown["Finding"] == ("Three", "Two")


def test_history_says_what_was_done_and_what_it_no_longer_holds(signed_in):
    held = review()
    signed_in.post(f"/nested/{held.pk}/findings/add/", {"text": "One"})
    finding = Finding.objects.get()
    page = signed_in.get(f"/nested/findings/{finding.pk}/").content.decode()
    assert "Noted" in page
    assert "</span>One</ins>" in page
    HistoryDetail.objects.all().delete()
    page = signed_in.get(f"/nested/findings/{finding.pk}/").content.decode()
    assert "Finding was changed" in page


def test_the_noun_takes_its_article_and_only_what_can_hold_free_words_offers_them():
    assert REVIEWS.a_noun == "an inspection"
    assert FINDINGS.a_noun == "a finding"
    assert not REVIEWS.has_free_text
