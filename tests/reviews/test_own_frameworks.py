"""Frameworks of a council's own, the grades of a review on one page, and comparisons beside it."""

from datetime import date

import pytest

from assurance.records.history import HistoryEntry
from assurance.reviews.models.findings import Review
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.models.outcomes import OutcomeTable
from tests.audits.entries import parts
from tests.cast import make_council, officer
from tests.make.findings import framework, own_framework, review, theme
from tests.make.papers import ISSUED_ON
from tests.page_requests import errors
from tests.refusals import at, each_refused
from tests.reviews.entries import typed_review

pytestmark = pytest.mark.django_db
YORK = "Outstanding | 2\nGood | 39\nRequires improvement | 63\nInadequate | 35"


def typed_framework(**said):
    """What an officer types for a framework."""
    usual = {
        "kind": "local",
        "title": "Yearly challenge",
        "areas": "Practice\n\nLeaders",
        "grades": "Secure\nNot secure",
    }
    return {**usual, **parts("from_date", date(2012, 4, 1)), **said}


def test_an_officer_keeps_a_framework_and_reviews_by_it(signed_in):
    signed_in.post("/reviews/frameworks/add/", typed_framework())
    own = Framework.objects.get(council__isnull=False)
    assert (own.slug, own.grades) == ("yearly-challenge", ["Secure", "Not secure"])
    page = signed_in.get(f"/reviews/frameworks/{own.pk}/").content.decode()
    assert "Practice, Leaders" in page and "Secure, Not secure" in page
    said = {"kind": "local", "framework": own.pk, "grade": "Secure", "with_areas": "on"}
    signed_in.post("/reviews/add/", typed_review(**said))
    of = Review.objects.get()
    assert [one.title for one in of.themes.all()] == ["Practice", "Leaders"]
    listed = signed_in.get("/reviews/frameworks/?text=year").content.decode()
    assert "Yearly challenge" in listed
    listed = signed_in.get("/reviews/frameworks/?text=visit").content.decode()
    assert "Yearly challenge" not in listed


def test_another_councils_framework_is_neither_offered_nor_shown(signed_in):
    theirs = own_framework(council=make_council("elsewhere"))
    assert signed_in.get(f"/reviews/frameworks/{theirs.pk}/").status_code == 404
    answer = signed_in.post("/reviews/add/", typed_review(kind="local", framework=theirs.pk))
    assert errors(answer)["framework"] == ["Select the framework from the list"]
    offered = signed_in.get("/reviews/add/").content.decode()
    assert theirs.title not in offered and framework().title in offered


def test_a_wrong_framework_gets_its_sentence(signed_in):
    framework()
    wrong = [
        *at("title", ("???", "needs letters or numbers"), ("SIF", "is kept already")),
        ({"kind": ""}, "kind", "Select what kind it is"),
        ({"areas": "A\na"}, "areas", "“a” is entered twice: remove one"),
        (parts("to_date", date(2011, 1, 1)), "to_date", "must end on or after"),
    ]
    each_refused(signed_in, "/reviews/frameworks/add/", typed_framework, wrong, Framework)


def test_a_framework_keeps_what_a_review_done_under_it_holds(signed_in):
    own = own_framework(kind="local")
    of = review(kind="local", framework=own, title="Challenge of 2016")
    theme(of, grade="Secure")
    address = f"/reviews/frameworks/{own.pk}/change/"
    answer = signed_in.post(address, typed_framework(grades="Not secure"))
    assert "has the grade “Secure”" in errors(answer)["__all__"][0]
    signed_in.post(address, typed_framework(title="Challenge", areas="One?\nOne!"))
    own.refresh_from_db()
    assert (own.title, own.slug) == ("Challenge", own.slug)
    assert [area["slug"] for area in own.areas] == ["one", "one-2"]
    assert HistoryEntry.objects.about(own).count() == 1


def test_every_area_is_graded_on_one_page(signed_in):
    of = review(framework=framework())
    first, second = theme(of, grade="Good"), theme(of, title="Adoption")
    address = f"/reviews/{of.pk}/grades/"
    typed = {f"theme_{first.pk}": "", f"theme_{second.pk}": "Outstanding", "version": of.version}
    signed_in.post(address, typed)
    assert list(of.themes.values_list("grade", flat=True)) == ["", "Outstanding"]
    [entry] = HistoryEntry.objects.about(of)
    assert entry.changes == {
        "Adoption": {"from": "", "to": "Outstanding"},
        "Help and protection": {"from": "Good", "to": ""},
    }
    page = signed_in.get(f"/reviews/{of.pk}/").content.decode()
    assert "Judgements and grades" in page
    wrong = {**typed, f"theme_{first.pk}": "Splendid"}
    assert "Select the grade from the list" in str(errors(signed_in.post(address, wrong)))


def test_a_grade_of_another_framework_and_a_grade_given_meanwhile_are_refused(signed_in):
    of = review(framework=framework("lga-peer-review"), kind="peer_review")
    own = theme(of)
    address = f"/reviews/{of.pk}/grades/"
    typed = {f"theme_{own.pk}": "Good", "version": of.version}
    assert "gives no grade" in errors(signed_in.post(address, typed))[f"theme_{own.pk}"][0]
    Review.objects.update(version=5)
    late = signed_in.post(address, typed)
    assert (late.status_code, "Someone else changed" in str(errors(late))) == (409, True)
    gone = {"withdrawn_on": ISSUED_ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    lost = review(**gone)
    answer = signed_in.post(f"/reviews/{lost.pk}/grades/", {"version": lost.version})
    assert "was withdrawn" in errors(answer)["__all__"][0]


def typed_outcomes(**said):
    """What an officer types for the national table of April 2017."""
    usual = {
        "title": "Judgements so far",
        "as_at_day": "30",
        "as_at_month": "4",
        "as_at_year": "2017",
        "source": "Monthly outcomes",
        "lines": YORK,
        "ours": "good",
        "stated_total": "139",
    }
    return {**usual, **said}


def test_a_national_table_stands_beside_the_review_with_our_own_marked(signed_in):
    of = review()
    signed_in.post(f"/reviews/{of.pk}/outcomes/add/", typed_outcomes())
    table = OutcomeTable.objects.get()
    told = table.compared()
    assert [(one.count, percent) for one, percent in told["lines"]] == [
        (2, 1), (39, 28), (63, 45), (35, 25),
    ]  # fmt: skip
    assert told["total"] == 139
    assert [one.category for one in table.counts.filter(is_ours=True)] == ["Good"]
    page = signed_in.get(f"/reviews/{of.pk}/").content.decode()
    assert "139 in all" in page and "28%" in page and "Ours" in page
    assert "The per cents add to 99, not 100" in page
    own = signed_in.get(f"/reviews/outcomes/{table.pk}/").content.decode()
    assert "Monthly outcomes" in own and "45%" in own
    [entry] = HistoryEntry.objects.about(table)
    assert entry.changes["counts"]["to"]["Inadequate"] == 35


def test_a_wrong_table_gets_its_sentence(signed_in):
    wrong = [
        ({"lines": "Good"}, "lines", "“Good” needs a whole number"),
        ({"ours": "Splendid"}, "ours", "is none of the categories"),
        ({"source": ""}, "source", "Enter the source"),
        ({"as_at_year": "2099"}, "as_at", "must be today or in the past"),
    ]
    address = f"/reviews/{review().pk}/outcomes/add/"
    each_refused(signed_in, address, typed_outcomes, wrong, OutcomeTable)
    assert not OutcomeTable.objects.exists() and not HistoryEntry.objects.exists()
