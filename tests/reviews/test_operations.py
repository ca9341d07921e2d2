"""What operations on reviews and findings refuse of themselves, and what they leave in history."""

from datetime import date

import pytest
from django.db.models import ProtectedError

from assurance.records import operations
from assurance.records.history import CommandLine, HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from assurance.reviews import operations as findings
from assurance.reviews.models.findings import Finding, Framework, Review, Theme
from tests.cast import make_council, officer
from tests.make.findings import finding, framework, review, theme

pytestmark = pytest.mark.django_db
DAY = date(2016, 11, 14)
RECORDED = date(2017, 2, 8)


def who_and_when():
    """Who acts and on which day, as every operation is told."""
    return {"by": officer(), "on": RECORDED}


def recorded(**said):
    """A review recorded by the operation."""
    usual = {"kind": "inspection", "title": "Inspection of 2016", "body": "The inspectorate"}
    usual |= {"started_on": DAY, "ended_on": DAY}
    return findings.record_review(council=make_council(), **who_and_when(), **{**usual, **said})


def several(rows, of):
    """Findings recorded at once."""
    return findings.record_findings(council=make_council(), review=of, rows=rows, **who_and_when())


def test_a_command_may_record_a_review():
    by = CommandLine("load_demonstration")
    said = {"kind": "inspection", "title": "T", "body": "B", "started_on": DAY, "ended_on": DAY}
    findings.record_review(council=make_council(), by=by, on=RECORDED, slug="own-name", **said)
    assert Review.objects.get().slug == "own-name"
    assert HistoryEntry.objects.get().actor_kind == "command"


def test_the_areas_of_the_framework_become_the_themes_of_the_review():
    of = recorded(framework=framework(), with_areas=True)
    areas = [area["title"] for area in framework().areas]
    assert [one.title for one in of.themes.all()] == areas
    assert HistoryEntry.objects.count() == 1
    assert not recorded(title="Another", with_areas=True).themes.exists()
    assert not recorded(title="A third", framework=framework()).themes.exists()


def test_a_change_of_one_field_is_weighed_with_those_that_stand():
    of = review(published_on=date(2017, 2, 7))
    with pytest.raises(Refused) as refused:
        operations.change(record=of, version=1, response_sent_on=date(2017, 2, 6), **who_and_when())
    assert refused.value.field == "response_sent_on"
    sent = date(2017, 5, 17)
    changed = operations.change(record=of, version=1, response_sent_on=sent, **who_and_when())
    assert (changed.response_sent_on, changed.version) == (sent, 2)


def test_nothing_is_added_to_a_review_that_was_withdrawn():
    of = review()
    operations.withdraw(record=of, version=1, because="Entered twice", **who_and_when())
    to = {"council": make_council(), "review": of, **who_and_when()}
    for add in (
        lambda: operations.create(model=Finding, kind="area", text="Words", **to),
        lambda: findings.record_findings(rows=[(None, "area", "Words", "")], **to),
        lambda: operations.create(model=Theme, title="Theme", **to),
    ):
        with pytest.raises(Refused, match="nothing can be added"):
            add()


def test_themes_follow_one_another_and_are_named_once():
    of = review(framework=framework())
    to = {"council": make_council(), "review": of}
    first = operations.create(model=Theme, title="Help and protection", **to, **who_and_when())
    second = operations.create(model=Theme, title="Adoption", grade="Good", **to, **who_and_when())
    assert [(one.order, one.slug) for one in (first, second)] == [
        (1, "help-and-protection"),
        (2, "adoption"),
    ]
    with pytest.raises(Refused) as refused:
        operations.create(model=Theme, title="Adoption", **to, **who_and_when())
    assert refused.value.field == "title"
    with pytest.raises(Refused) as refused:
        operations.change(record=first, grade="Adequate", **who_and_when())
    assert refused.value.field == "grade"
    changed = operations.change(record=first, title="Help", **who_and_when())
    assert (changed.title, changed.slug) == ("Help", "help-and-protection")
    assert HistoryEntry.objects.filter(what="themes.change").get().about == f"theme {first.pk}"


def test_findings_are_numbered_within_their_kind_and_no_number_is_given_twice():
    of = review()
    to = {"council": make_council(), "review": of, "text": "Words"}
    made = [
        operations.create(model=Finding, kind=kind, number=number, **to, **who_and_when())
        for kind, number in (("area", None), ("strength", None), ("area", 7), ("area", None))
    ]
    assert [str(one) for one in made] == [
        "Area for development 1",
        "Strength 1",
        "Area for development 7",
        "Area for development 8",
    ]
    with pytest.raises(Refused) as refused:
        operations.create(model=Finding, kind="area", number=7, **to, **who_and_when())
    assert refused.value.field == "number"


def test_a_finding_that_changes_its_kind_takes_the_next_number_of_it():
    of = review()
    finding(review=of, kind="strength")
    one = finding(review=of, kind="area")
    changed = operations.change(record=one, version=1, kind="strength", **who_and_when())
    assert str(changed) == "Strength 2"
    changed = operations.change(record=one, version=2, text="Other", **who_and_when())
    assert str(changed) == "Strength 2"


def test_a_theme_of_another_review_is_refused():
    theirs = theme(title="Elsewhere")
    to = {"council": make_council(), "review": review(), "kind": "area", "text": "Words"}
    with pytest.raises(Refused) as refused:
        operations.create(model=Finding, theme=theirs, **to, **who_and_when())
    assert refused.value.field == "theme"
    with pytest.raises(Refused) as refused:
        operations.create(model=Finding, no_action_because="Done", **to, **who_and_when())
    assert refused.value.field == "decider"
    assert not Finding.objects.exists()


def test_many_findings_are_kept_at_once_with_one_row_of_history():
    of = review()
    under = theme(of)
    finding(review=of, kind="area")
    rows = [(under, "strength", "Clear plans", "p. 4"), (None, "area", "Late visits", "")]
    made = several([*rows, (under, "strength", "Steady teams", "")], of)
    assert [str(one) for one in made] == ["Strength 1", "Area for development 2", "Strength 2"]
    assert (made[0].theme, made[0].place, made[0].created_on) == (under, "p. 4", RECORDED)
    entry = HistoryEntry.objects.get()
    assert (entry.what, entry.about) == ("reviews.record_findings", f"review {of.pk}")
    assert entry.changes["findings"]["to"] == [str(one) for one in made]
    assert "Clear plans" not in str(entry.changes)
    assert HistoryDetail.objects.get().after == ["Clear plans", "Late visits", "Steady teams"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ((None, "praise", "Words", ""), "Row 2: “praise” is not a kind"),
        ((None, "area", " ", ""), "Row 2: A finding needs its words"),
    ],
)
def test_of_many_findings_all_are_kept_or_none(row, sentence):
    with pytest.raises(Refused, match=sentence):
        several([(None, "area", "Words", ""), row], review())
    assert not Finding.objects.exists()
    assert not HistoryEntry.objects.exists()


def test_another_councils_review_takes_no_finding():
    theirs = review(council=make_council("otherby"))
    with pytest.raises(Review.DoesNotExist):
        several([(None, "area", "Words", "")], theirs)


def test_the_migrations_bring_the_national_frameworks_with_their_times():
    by_slug = {one.slug: one for one in Framework.objects.all()}
    assert set(by_slug) == {
        *("sif", "ilacs-2018", "ilacs-2023", "focused-visit", "jtai", "monitoring-visit"),
        *("lga-peer-review", "regional-peer-challenge"),
    }
    before, after = by_slug["ilacs-2018"], by_slug["ilacs-2023"]
    assert before.to_date == date(2022, 12, 31)
    assert after.from_date == date(2023, 1, 1)
    leavers = [
        len([a for a in one.areas if a["slug"] == "care-leavers"]) for one in (before, after)
    ]
    assert leavers == [0, 1]
    assert by_slug["sif"].grades[2] == "Requires improvement to be good"
    assert by_slug["lga-peer-review"].grades == []
    assert not any("'" in one.title for one in by_slug.values())
    assert str(by_slug["jtai"]) == "Joint targeted area inspection (JTAI)"


def test_a_framework_that_a_review_names_stays():
    review(framework=framework())
    with pytest.raises(ProtectedError):
        framework().delete()
    assert Theme.objects.count() == 0
