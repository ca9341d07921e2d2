"""Findings of every review in one list, and several put under one theme at once."""

from datetime import date
from itertools import product

import pytest

from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.reviews.models.findings import Finding
from assurance.reviews.rules.findings import faults_of
from tests.cast import make_council, officer
from tests.make import findings, improvements

pytestmark = pytest.mark.django_db
ON = date(2017, 6, 1)


def gone():
    """What marks a record as withdrawn."""
    return {"withdrawn_on": ON, "withdrawn_because": "Twice", "withdrawn_by": officer()}


def put(theme, *rows):
    """Puts findings, as they were seen, under `theme`."""
    doing = {"faults": faults_of, "by": officer(), "on": ON}
    rows = [(one, one.version) for one in rows]
    return operations.change_several(rows=rows, theme=theme, **doing)


@pytest.fixture
def review():
    """A review with one theme."""
    row = findings.review(title="Inspection of 2017")
    findings.theme(row, "Help")
    return row


def test_each_finding_goes_under_the_theme_with_a_row_of_history_of_its_own(review):
    theme = review.themes.get()
    rows = [findings.finding(review=review) for _ in range(3)]
    assert put(theme, *rows[:2]) == rows[:2]
    for each in Finding.objects.filter(theme=theme):
        assert each.version == 2
        assert HistoryEntry.objects.about(each)[0].changes["theme"]["to"] == "Help"
    assert Finding.objects.get(pk=rows[2].pk).theme is None


def test_a_theme_of_another_review_is_refused_and_nothing_changes(review):
    one, other = findings.finding(review=review), findings.finding()
    theme = review.themes.get()
    assert faults_of(one, {"theme": theme}) == []
    assert "theme of another review" in faults_of(other, {"theme": theme})[0]
    with pytest.raises(Refused, match="Area for development 1: “Help” is a theme of another"):
        put(theme, one, other)
    assert not Finding.objects.exclude(theme=None).exists()


def test_a_withdrawn_finding_and_one_saved_first_are_refused(review):
    lost = findings.finding(review=review, **gone())
    with pytest.raises(Refused, match="was withdrawn"):
        put(review.themes.get(), lost)
    row = findings.finding(review=review)
    Finding.objects.filter(pk=row.pk).update(version=7)
    with pytest.raises(EditConflict):
        put(review.themes.get(), row)


def test_findings_are_chosen_on_their_list_checked_and_put_under_a_theme(signed_in, review):
    one, other = findings.finding(review=review), findings.finding(review=findings.review())
    page = signed_in.get("/reviews/findings/").content.decode()
    assert f'id="choose-{one.pk}"' in page and "Inspection of 2017" in page
    address = f"/reviews/findings/several/?pk={one.pk}&pk={other.pk}"
    theme = review.themes.get()
    check = signed_in.post(address, {"theme": theme.pk}).content.decode()
    assert "1 of 2 would change" in check
    assert "Theme: empty → Help" in check
    assert "theme of another review" in check
    seen = [f"{row.pk}:{row.version}" for row in (one, other)]
    signed_in.post(address, {"theme": theme.pk, "keep": "yes", "seen": seen})
    assert set(Finding.objects.filter(theme=theme)) == {one}


def test_a_theme_of_another_council_and_of_a_withdrawn_review_is_not_offered(signed_in, review):
    row = findings.finding(review=review)
    elsewhere = findings.theme(council=make_council("elsewhere"))
    lost = findings.theme(findings.review(**gone()))
    for theme in (elsewhere, lost):
        address = f"/reviews/findings/several/?pk={row.pk}"
        answer = signed_in.post(address, {"theme": theme.pk})
        assert "Select a theme of this review from the list" in answer.content.decode()


def reckoned(row, asked):
    """Whether a finding fits a filter, reckoned slowly."""
    words = f"{row.text} {row.place}".casefold()
    actions = [one for one in row.actions.all() if one.withdrawn_on is None]
    answered = "action" if actions else "reason" if row.no_action_because else ""
    asks = row.kind in ("area", "recommendation") and row.review.withdrawn_on is None
    state = {"": True, "action": bool(actions), "reason": bool(row.no_action_because)}
    return (
        asked["text"].casefold() in words
        and asked["review"] in (None, row.review)
        and asked["theme"] in (None, row.theme)
        and asked["kind"] in ("", row.kind)
        and state.get(asked["answered"], asks and not answered and row.withdrawn_on is None)
    )


def test_the_list_is_narrowed_by_words_review_theme_kind_and_answer(review):
    theme, other = review.themes.get(), findings.review()
    for of, kind in product((review, other), ("area", "strength")):
        for own in (None, theme) if of == review else (None,):
            findings.finding(review=of, kind=kind, theme=own, text="Plans lack dates")
    made = list(Finding.objects.all())
    place = findings.finding(review=review, place="Paragraph 9, plans", text="Visits are late")
    reason = {"no_action_because": "Done already", "decider": "Director"}
    why = findings.finding(review=review, **reason)
    improvements.action([made[0], place])
    improvements.action([made[1]], **gone())
    rows = [*made, place, why]
    asked = product(
        ("", "PLANS", "nothing"), (None, review), (None, theme), ("", "area"),
        ("", "action", "reason", "no"),
    )  # fmt: skip
    for told in asked:
        said = dict(zip(("text", "review", "theme", "kind", "answered"), told, strict=True))
        expected = {row.pk for row in rows if reckoned(row, said)}
        found = Finding.objects.filtered(**said).values_list("pk", flat=True)
        assert sorted(found) == sorted(expected), said
