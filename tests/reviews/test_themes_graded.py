"""Themes graded together, and frameworks changed under the reviews that were done by them."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.reviews import operations as themes
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import frameworks as rules
from tests.cast import make_council, officer
from tests.make.findings import framework, own_framework, review, theme
from tests.page_requests import errors
from tests.sweeping import swept

ONE = timedelta(days=1)
FIRST, LAST, DAY = date(2015, 3, 1), date(2016, 2, 29), date(2017, 2, 8)
GONE = {"withdrawn_on": DAY, "withdrawn_because": "Twice"}


def graded(of, grades, version=1):
    """The themes of a review graded by the operation."""
    return themes.grade_themes(record=of, version=version, grades=grades, by=officer(), on=DAY)


def recorded(title="Peer challenge", areas=("Practice",), **said):
    """A framework recorded by the operation."""
    usual = {"kind": "local", "grades": [], "from_date": FIRST, "to_date": None}
    own = {"council": make_council(), "by": officer(), "on": DAY}
    return operations.create(
        model=Framework, title=title, areas=list(areas), **own, **{**usual, **said}
    )


@pytest.mark.django_db
def test_themes_that_are_not_named_keep_their_grades_and_one_row_of_history_tells_all():
    of = review(framework=framework())
    first, second = theme(of, grade="Good"), theme(of, title="Adoption", grade="Good")
    third = theme(of, title="Care leavers")
    held = graded(of, {second: "", third: "Inadequate"})
    assert [one.grade for one in held.themes.all()] == ["Good", "", "Inadequate"]
    first.refresh_from_db()
    assert first.grade == "Good"
    [entry] = HistoryEntry.objects.about(of)
    assert (entry.what, set(entry.changes)) == (
        "reviews.grade_themes",
        {"Adoption", "Care leavers"},
    )
    assert entry.changes["Adoption"] == {"from": "Good", "to": ""}


@pytest.mark.django_db
def test_one_grade_that_the_framework_lacks_refuses_them_all():
    of = review(framework=framework())
    first, second = theme(of), theme(of, title="Adoption")
    with pytest.raises(Refused, match="has no such grade: it has Outstanding") as refused:
        graded(of, {first: "Good", second: "Splendid"})
    assert refused.value.field == f"theme_{second.pk}"
    assert set(of.themes.values_list("grade", flat=True)) == {""}
    assert not HistoryEntry.objects.exists()


@pytest.mark.django_db
def test_a_theme_of_another_review_is_left_as_it_was():
    of, other = review(), review()
    own, theirs = theme(of), theme(other)
    graded(of, {own: "Sound", theirs: "Poor"})
    assert dict(Theme.objects.values_list("pk", "grade")) == {own.pk: "Sound", theirs.pk: ""}


@pytest.mark.django_db
def test_themes_are_those_of_the_councils_own_reviews(signed_in):
    ours, theirs = theme(), theme(council=make_council("elsewhere"))
    assert list(Theme.objects.all().visible_to(officer())) == [ours]
    assert list(Theme.objects.all().visible_to(None)) == []
    assert (ours.council, ours.history_name) == (make_council(), f"theme {ours.pk}")
    assert signed_in.get(f"/reviews/{theirs.review_id}/grades/").status_code == 404
    assert signed_in.get(f"/reviews/themes/{theirs.pk}/").status_code == 404


def done(**said):
    """A review that was done under a framework."""
    usual = {"kind": "local", "title": "Spring", "started_on": FIRST, "grades_given": {"Sound"}}
    return SimpleNamespace(**{**usual, **said})


@swept(
    [
        (done(), LAST, None),
        (done(), None, None),
        (done(started_on=LAST), LAST, None),
        (done(started_on=LAST + ONE), None, None),
        (done(grades_given=set()), LAST, None),
        (done(kind="peer_review"), LAST, "“Spring” uses this framework but is of another kind"),
        (done(started_on=FIRST - ONE), LAST, "“Spring” uses this framework but began outside"),
        (done(started_on=LAST + ONE), LAST, "began outside its dates"),
        (done(grades_given={"Weak", "Poor"}), LAST, "“Spring” has the grade “Poor”: keep it"),
    ]
)
def test_a_framework_fits_every_review_that_was_done_by_it(review, to_date, sentence):
    told = rules.why_not_change("local", ["Sound"], FIRST, to_date, [done(), review])
    assert told is None if sentence is None else sentence in told


@pytest.mark.parametrize(
    ("lines", "longest", "sentence"),
    [
        ([], 5, None),
        (["abcde", "fghij"], 5, None),
        (["abcdef"], 5, "Each grade must have 5 characters or fewer: “abcdef…” is longer"),
        (["Good", "GOOD"], 5, "“GOOD” is entered twice: remove one"),
        (["Good", "Good "], 9, None),
    ],
)
def test_lines_of_a_box_are_short_and_stand_once(lines, longest, sentence):
    assert rules.why_not_lines("grade", lines, longest) == sentence


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (1, True)])
def test_a_framework_ends_on_its_first_day_or_later(days, fits):
    assert (rules.why_not_days(FIRST, FIRST + days * ONE) is None) is fits
    assert rules.why_not_days(FIRST, None) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("titles", "slugs"),
    [
        (["Help", "Care"], ["help", "care"]),
        (["Help!", "Help?"], ["help", "help-2"]),
        (["???", "!!!"], ["area", "area-2"]),
        (["x" * 60], ["x" * 50]),
        ([], []),
    ],
)
def test_areas_are_named_apart_and_become_themes_of_those_names(titles, slugs):
    held = recorded(areas=titles)
    assert [area["slug"] for area in held.areas] == slugs
    assert [area["title"] for area in held.areas] == titles


@pytest.mark.django_db
def test_another_councils_title_is_free_and_only_standing_reviews_bind():
    own_framework(council=make_council("elsewhere"), slug="peer-challenge")
    held = recorded(grades=["Sound", "Weak"])
    assert set(Framework.objects.offered_to(make_council()).filter(council__isnull=False)) == {held}
    said = {"kind": "local", "title": "Renamed", "from_date": FIRST, "to_date": None, "areas": []}
    told = {"record": held, "by": officer(), "on": DAY, **said}
    under = {"kind": "local", "framework": held, "grade": "Weak"}
    review(**under, started_on=FIRST, ended_on=FIRST, **GONE, withdrawn_by=officer())
    changed = operations.change(grades=["Sound"], **told)
    assert (changed.title, changed.slug, changed.areas) == ("Renamed", "peer-challenge", [])
    assert HistoryEntry.objects.about(held)[0].changes["grades"]["to"] == ["Sound"]
    bound = review(**{**under, "grade": ""}, started_on=FIRST, ended_on=FIRST)
    theme(bound, grade="Sound")
    with pytest.raises(Refused, match="has the grade “Sound”"):
        operations.change(grades=["Weak"], **told)
    with pytest.raises(Refused, match="began outside its dates"):
        late = {**told, "from_date": FIRST + ONE}
        operations.change(grades=["Sound"], **late)


@pytest.mark.django_db
def test_a_national_framework_is_not_a_councils_to_change(signed_in):
    national = framework()
    assert signed_in.get(f"/reviews/frameworks/{national.pk}/change/").status_code == 404
    wrong = signed_in.post("/reviews/frameworks/add/", {"title": "", "kind": "local"})
    assert {"title", "from_date"} <= set(errors(wrong))
