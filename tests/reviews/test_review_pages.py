"""The pages of reviews and their themes, by the officer who keeps them."""

from datetime import date, timedelta

import pytest

from assurance.records.history import HistoryEntry
from assurance.reviews.models.findings import Review
from assurance.runtime.periods import today
from tests.make.findings import finding, framework, review, theme
from tests.page_requests import errors
from tests.refusals import each_refused
from tests.reviews.entries import typed_review
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
# Still to come where a run goes on past midnight.
TO_COME = today() + timedelta(days=2)


def titles(answer):
    """The titles that a list shows, in order."""
    return [line["record"].title for line in answer.context["lines"]]


def test_an_officer_adds_an_inspection_with_its_areas_and_reads_it_back(signed_in):
    said = {"framework": framework().pk, "grade": "Good", "with_areas": "on", "team_size": "9"}
    said |= {"published_on": date(2017, 2, 7), "people_met": "over 45", "stated_strengths": "61"}
    answer = signed_in.post("/reviews/add/", typed_review(**said), follow=True)
    page = answer.content.decode()
    for words in ("Review added.", "14 November 2016", "over 45", "Adoption performance", "61"):
        assert words in page
    of = Review.objects.get()
    assert (of.slug, of.grade, of.stated_strengths) == ("inspection-of-2016", "Good", 61)
    assert of.themes.count() == len(framework().areas)


def test_a_peer_review_has_no_grade_and_no_areas_unless_they_are_asked_for(signed_in):
    said = {"kind": "peer_review", "framework": framework("lga-peer-review").pk}
    signed_in.post("/reviews/add/", typed_review(**said))
    assert Review.objects.get().themes.count() == 0
    answer = signed_in.post("/reviews/add/", typed_review(**said, title="B", grade="Good"))
    assert errors(answer) == {
        "grade": [
            "“Peer review by the Local Government Association” gives no grade: leave it empty"
        ]
    }


WRONG = [
    ({"kind": ""}, "kind", "Select what kind it is"),
    ({"kind": "visit"}, "kind", "Select what kind it is from the list"),
    ({"title": ""}, "title", "Enter the title"),
    ({"title": "x" * 161}, "title", "must have 160 characters or fewer"),
    ({"title": "Inspection 1"}, "title", "A review with this title is kept already"),
    ({"body": ""}, "body", "Enter who did it"),
    ({"framework": "999"}, "framework", "Select the framework from the list"),
    ({"grade": "Splendid"}, "grade", "Select the grade from the list"),
    ({"started_on": None}, "started_on", "Enter the start date on site"),
    ({"ended_on": TO_COME}, "ended_on", "must be today or in the past"),
    ({"ended_on": date(2016, 11, 13)}, "ended_on", "cannot have ended on 13 November 2016"),
    ({"team_size": "some"}, "team_size", "must be a whole number"),
    ({"stated_recommendations": "-1"}, "stated_recommendations", "must be 0 or more"),
    ({"stated_strengths": "10001"}, "stated_strengths", "must be 10,000 or fewer"),
    ({"people_met": "x" * 41}, "people_met", "must have 40 characters or fewer"),
]


@pytest.mark.long
def test_a_wrong_entry_gets_its_sentence_and_everything_typed_stays(signed_in):
    review()
    each_refused(signed_in, "/reviews/add/", typed_review, WRONG, Review, people_met="over 45")
    assert not HistoryEntry.objects.exists()


def test_a_framework_that_was_not_in_force_is_refused_by_name(signed_in):
    said = {"framework": framework("ilacs-2018").pk, "grade": "Good"}
    answer = signed_in.post("/reviews/add/", typed_review(**said))
    assert "was not in force on 14 November 2016" in errors(answer)["framework"][0]


def test_nothing_is_said_of_two_dates_of_which_one_could_not_be_read(signed_in):
    said = typed_review(ended_on=date(2016, 11, 1)) | {"started_on_year": "16"}
    assert set(errors(signed_in.post("/reviews/add/", said))) == {"started_on"}


def test_a_grade_of_an_older_scale_stays_when_the_review_is_changed(signed_in):
    of = review(grade="Adequate", title="Inspection of 2016")
    form = signed_in.get(f"/reviews/{of.pk}/change/").context["form"]
    assert "with_areas" not in form.fields
    said = typed_review(version=1, grade="Adequate", body="Another body")
    assert signed_in.post(f"/reviews/{of.pk}/change/", said).status_code == 302
    of.refresh_from_db()
    assert (of.grade, of.body, of.version) == ("Adequate", "Another body", 2)


def test_findings_stand_on_the_reviews_page_by_theme_and_kind(signed_in):
    of = review()
    under, empty = theme(of, grade="Good"), theme(of, title="Care leavers")
    first = finding(review=of, theme=under, kind="strength", text="Clear plans", place="p. 4")
    second = finding(review=of, text="Late visits")
    answer = signed_in.get(f"/reviews/{of.pk}/")
    assert answer.context["groups"] == [
        (under, [("Strength", [first])]),
        (empty, []),
        (None, [("Area for development", [second])]),
    ]
    page = answer.content.decode()
    assert "Help and protection</a>: Good" in page
    assert "Clear plans (p. 4)" in page
    assert "Nothing is listed under it yet" in page


def test_the_page_compares_the_totals_stated_with_those_listed(signed_in):
    of = review(stated_strengths=2, stated_recommendations=1)
    finding(review=of, kind="strength")
    finding(review=of, kind="recommendation")
    answer = signed_in.get(f"/reviews/{of.pk}/")
    assert [(one["stated"], one["listed"]) for one in answer.context["totals"]] == [
        (2, 1),
        (None, 0),
        (1, 1),
        (None, 0),
        (None, 0),
    ]
    page = answer.content.decode()
    assert page.count(">Differs<") == 1
    assert "1 more stated than listed" in page


def test_a_review_with_nothing_stated_or_listed_compares_no_totals(signed_in):
    page = signed_in.get(f"/reviews/{review().pk}/").content.decode()
    assert "Totals stated and listed" not in page


def test_a_record_page_asks_no_more_of_many_findings(signed_in, django_assert_max_num_queries):
    of = review()
    for _ in range(30):
        finding(review=of, theme=theme(of, title=f"Theme {of.themes.count()}"))
    with django_assert_max_num_queries(16):
        signed_in.get(f"/reviews/{of.pk}/")


def test_the_list_shows_what_was_asked_for(signed_in):
    review(title="Inspection")
    day = date(2018, 3, 1)
    own = {"started_on": day, "ended_on": day, "published_on": day, "kind": "peer_review"}
    review(title="Peer review", body="The region", **own)
    for asked, found in [
        ("sort=title", ["Inspection", "Peer review"]),
        ("published_from_day=1&published_from_month=1&published_from_year=2018", ["Peer review"]),
        ("kind=visit&page=9", ["Peer review", "Inspection"]),
    ]:
        with NamedCase(brief((asked, found))):
            assert titles(signed_in.get(f"/reviews/?{asked}")) == found
