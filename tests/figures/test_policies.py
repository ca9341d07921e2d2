"""A dated policy of small numbers: who enters it, who approves it, and what follows it."""

from datetime import date

import pytest

from assurance.figures.figure import Unit
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.models import DisclosurePolicy
from assurance.figures.policies import operations
from assurance.governance.figures.measures import FIGURES as MEASURES
from assurance.records import operations as changes
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from tests import cast
from tests.make import matters

pytestmark = pytest.mark.django_db
JANUARY, JUNE = date(2016, 1, 18), date(2016, 6, 1)
FIGURES = {one.key: one for one in MEASURES}


def fields(**said):
    """What a form gives of a policy."""
    return {"counted": "people", "threshold": 9, "smallest_base": 30, "from_date": JUNE, **said}


def enter(**said):
    """A policy entered by one administrator; and another administrator."""
    by, other = cast.administrator(), cast.administrator()
    policy = operations.enter_policy(council=by.council, by=by, on=JANUARY, **fields(**said))
    return policy, by, other


def approve(policy, by):
    """The policy approved by `by`."""
    return operations.approve_policy(policy=policy, version=policy.version, by=by, on=JANUARY)


def counts(council, day, number=8):
    """What the public gets of a count of people in a report of `day`."""
    asked = [FigureQuery("measures.people", "", When.at(JUNE))]
    [value] = [one for one in measure(council, asked, FIGURES, on=day).shown.values() if one.member]
    return value.count


def test_a_policy_holds_once_another_administrator_approved_it():
    policy, by, other = enter()
    matters.value(measure=matters.measure(slug="posts", of_people=True), to_date=JUNE, value=8)
    assert counts(by.council, JUNE) == 8
    with pytest.raises(Refused, match="Another administrator"):
        approve(policy, by)
    approve(policy, other)
    assert [counts(by.council, day) for day in (JANUARY, JUNE)] == [8, None]
    with pytest.raises(Refused, match="approved already"):
        approve(DisclosurePolicy.objects.get(), other)


def test_one_policy_holds_on_a_day_and_a_new_one_ends_the_open_one():
    policy, by, other = enter()
    approve(policy, other)
    for first, sentence in ((JUNE, "begins on 1 June 2016"), (JANUARY, "Two policies")):
        with pytest.raises(Refused, match=sentence):
            enter(from_date=first)
    later, _, other = enter(from_date=date(2017, 1, 1), to_date=date(2017, 6, 30), threshold=5)
    approve(later, other)
    policy.refresh_from_db()
    assert policy.to_date == date(2016, 12, 31)
    with pytest.raises(Refused, match="applies until 30 June 2017"):
        enter(from_date=date(2017, 6, 30))
    known = DisclosurePolicy.objects.all().by_unit(by.council, date(2017, 2, 1))
    assert known[Unit.PEOPLE].threshold == 5
    with pytest.raises(Refused, match="cannot be changed"):
        changes.change(record=policy, version=policy.version, by=by, on=JUNE, minute="x")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"threshold": 4}, "from 5 to 100"),
        ({"smallest_base": 9}, "more than 9"),
        ({"to_date": JANUARY}, "end date must be on or after the start date"),
    ],
)
def test_a_policy_that_cannot_be_is_refused_with_a_sentence(wrong, sentence):
    with pytest.raises(Refused, match=sentence):
        enter(**wrong)


def test_administrators_enter_and_approve_on_pages(client):
    policy, by, other = enter()
    client.force_login(by)
    page = client.get(f"/small-numbers/{policy.pk}/").content.decode()
    assert "Another administrator must approve it." in page
    client.post(f"/small-numbers/{policy.pk}/approve/", {"version": 1})
    assert not DisclosurePolicy.objects.get().approved_on
    client.force_login(other)
    page = client.post(f"/small-numbers/{policy.pk}/approve/", {"version": "one"}, follow=True)
    assert "Compare its values now" in page.content.decode()
    page = client.post(f"/small-numbers/{policy.pk}/approve/", {"version": 1}, follow=True)
    assert "Small-number policy approved." in page.content.decode()
    assert DisclosurePolicy.objects.get().approved_by == other


def test_a_whole_number_that_is_too_small_is_not_called_none(client):
    client.force_login(cast.administrator())
    asked = {"counted": "children", "nought_shown": "True"} | {
        f"from_date_{part}": number for part, number in (("day", 1), ("month", 3), ("year", 2016))
    }
    for small, base, sentence in (
        ("0", "20", "Enter a number from 5 to 100"),
        ("-1", "20", "Enter a number from 5 to 100"),
        ("5", "-1", "The smallest base must be more than 5"),
        ("6.5", "20", "“Largest number that is hidden” must be a whole number"),
    ):
        typed = asked | {"threshold": small, "smallest_base": base}
        page = client.post("/small-numbers/add/", typed).content.decode()
        assert page.count("govuk-error-message") == 1 and sentence in page
    assert not DisclosurePolicy.objects.exists()
