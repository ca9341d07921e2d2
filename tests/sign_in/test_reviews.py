"""The yearly review of roles: due, kept, changed or ended, with the reason; and roles that end by
themselves."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from assurance.accounts import history_page
from assurance.accounts.access import Permission, may
from assurance.accounts.models.accounts import Grant, User
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.periods import on_day, today
from assurance.sign_in import rules
from assurance.sign_in.models.reviews import GrantReview, grants_under_review, overdue_reviews
from assurance.sign_in.operations.reviews import review_grant
from reports.data_protection.reach.roles import all_spans
from reports.tasks.all_tasks import needs_of
from tests import cast
from tests.make import sign_in as make
from tests.page_requests import words

pytestmark = pytest.mark.django_db
DAY = date(2016, 3, 1)
# The date a year before, in a leap year.
YEAR = DAY - date(2015, 3, 1)


def review(grant, by, outcome="keep", reason="In post.", last_day=None, on=DAY):
    """A review of a grant."""
    return review_grant(
        grant=grant, outcome=outcome, reason=reason, last_day=last_day, by=by, on=on
    )


@pytest.mark.parametrize(
    ("began", "reviewed", "due"),
    [
        (DAY, None, False),
        (DAY - YEAR + timedelta(1), None, False),
        (DAY - YEAR, None, False),
        (DAY - YEAR - timedelta(1), None, True),
        (DAY - 3 * YEAR, None, True),
        (DAY - 3 * YEAR, DAY - YEAR - timedelta(1), True),
        (DAY - 3 * YEAR, DAY - YEAR, False),
    ],
)
def test_a_role_is_overdue_a_year_after_it_began_or_was_reviewed_last(began, reviewed, due):
    by = cast.make_user("administrator", since=DAY)
    user = cast.make_user("clerk", since=began)
    if reviewed:
        # The last look counts, whatever came before it.
        make.grant_review(user.grants.get(), reviewed_by=by, reviewed_on=began)
        make.grant_review(user.grants.get(), reviewed_by=by, reviewed_on=reviewed)
    assert overdue_reviews(by, DAY) == int(due)
    assert (max(began, reviewed or began) + YEAR < DAY) is due
    needs = [need.words for need in needs_of(by, DAY)]
    assert any("yearly review" in text for text in needs) is due
    assert not any("yearly review" in need.words for need in needs_of(user, DAY))


def test_what_is_reviewed_is_in_force_or_to_come_of_who_can_sign_in():
    by = cast.make_user("administrator", since=DAY)
    user = cast.make_user("clerk", "member", "officer", since=DAY - 2 * YEAR)
    stopped = cast.make_user("clerk", since=DAY - 2 * YEAR)
    User.objects.filter(pk=stopped.pk).update(is_active=False)
    cast.make_user("clerk", council=cast.make_council("elsewhere"), since=DAY - 2 * YEAR)
    user.grants.filter(role="member").update(to_date=DAY - timedelta(1))
    user.grants.filter(role="officer").update(to_date=DAY)
    later = user.grants.create(role="approver", from_date=DAY + YEAR)
    rows = [(row.grant.role, row.is_overdue(DAY)) for row in grants_under_review(by.council, DAY)]
    assert rows == [
        ("clerk", True), ("officer", True), ("administrator", False), ("approver", False),
    ]  # fmt: skip
    user.grants.filter(role="officer").update(ended_at_once=True)
    assert len(grants_under_review(by.council, DAY)) == 3
    assert later in [row.grant for row in grants_under_review(by.council, DAY)]


def test_a_review_keeps_changes_or_ends_and_says_who_when_and_why():
    by, user = cast.administrator(), cast.make_user("clerk", "approver", "officer")
    clerk, approver, officer = user.grants.order_by("pk")
    assert review(clerk, by).outcome == "keep"
    review(approver, by, "change", "Project ends.", DAY + timedelta(days=30))
    review(officer, by, "end", "  Moved team.  ")
    grants = {grant.role: (grant.to_date, grant.ended_at_once) for grant in user.grants.all()}
    assert grants == {
        "clerk": (None, False),
        "approver": (DAY + timedelta(days=30), False),
        "officer": (DAY, True),
    }
    found = User.objects.get(pk=user.pk)
    assert not may(found, Permission.RECORD_DBS, DAY)
    assert may(found, Permission.APPROVE_PAPERS, DAY + timedelta(days=30))
    # Without anybody's act.
    assert not may(found, Permission.APPROVE_PAPERS, DAY + timedelta(days=31))
    rows = GrantReview.objects.visible_to(by).order_by("pk")
    assert [(row.reviewed_by, row.reviewed_on, row.reason) for row in rows] == [
        (by, DAY, "In post."), (by, DAY, "Project ends."), (by, DAY, "Moved team."),
    ]  # fmt: skip
    entries = HistoryEntry.objects.filter(what="sign_in.review_grant").order_by("seq")
    assert [entry.changes["outcome"]["to"] for entry in entries] == ["keep", "change", "end"]
    assert "Moved team" not in str([entry.changes for entry in entries])


def test_reviews_are_refused_in_words():
    by, user = cast.administrator(), cast.clerk()
    grant, own = user.grants.get(), by.grants.get()
    yesterday = DAY - timedelta(1)
    for expected, case in {
        rules.OWN_ROLE: (own, by),
        rules.NO_REASON: (grant, by, "keep", "  "),
        "Enter the end date of the role.": (grant, by, "change", "Why", None),
        "The end date cannot have passed": (grant, by, "change", "Why", yesterday),
        "A role cannot end before": (grant, by, "change", "Why", date(2009, 1, 1)),
    }.items():
        with pytest.raises(Refused, match=expected[:30]):
            review(*case)
    other = cast.make_user("administrator")
    review(own, other, "end", "Left.")
    with pytest.raises(Refused, match="last administrator"):
        review(other.grants.get(), user, "end", "Left.")
    with pytest.raises(Refused, match="last administrator"):
        review(other.grants.get(), user, "change", "Left.", DAY + YEAR)
    review(grant, by, "change", "Ends.", DAY)
    with pytest.raises(Refused, match="ended already"):
        review(grant, by, on=DAY + timedelta(1))
    given = cast.clerk().grants
    given.update(group="group-clerks")
    for outcome in ("end", "change"):
        with pytest.raises(Refused, match="group of the identity provider"):
            review(given.get(), by, outcome, "Why", DAY)
    assert review(given.get(), by).outcome == "keep"


def test_what_ended_at_once_counts_for_what_could_be_seen_on_its_last_day():
    by, user = cast.administrator(), cast.officer()
    review(user.grants.get(), by, "end", "Left.", on=today())
    grant = user.grants.get()
    assert not grant.in_force(today())
    assert not Grant.objects.in_force(today()).filter(pk=grant.pk).exists()
    assert grant.in_force(today() - timedelta(1))
    assert Grant.objects.in_force(today() - timedelta(1)).filter(pk=grant.pk).exists()
    found = User.objects.get(pk=user.pk)
    assert all_spans(found, today(), today())[Permission.RECORD_DBS] == [(today(), today())]


def test_the_pages_of_the_review(client):
    by, user = cast.administrator(), cast.make_user("clerk", name="Quillon Ashgrove")
    client.force_login(by)
    page = words(client.get(reverse("sign_in:reviews")))
    # Two rows are overdue, one of which is the reader's own to leave to another.
    assert page.count("Overdue</strong>") == 2
    assert "1 role is overdue for the yearly review, and 1 of your own." in page
    address = reverse("sign_in:review", args=[user.grants.get().pk])
    assert f'href="{address}"' in client.get(reverse("sign_in:reviews")).content.decode()
    for typed, sentence in (
        ({}, "Select an outcome"),
        ({"outcome": "keep"}, "Enter the reason"),
        ({"outcome": "change", "reason": "Why"}, "Enter the end date of the role"),
        (
            {"outcome": "keep", "reason": "Why", **day_of(today())},
            "Leave the end date empty",
        ),
    ):
        assert sentence in words(client.post(address, typed)), typed
    assert not GrantReview.objects.exists()
    client.post(address, {"outcome": "keep", "reason": "Head of service confirms."})
    page = words(client.get(reverse("sign_in:reviews")))
    assert page.count("Overdue</strong>") == 1
    assert "1 of your own roles is overdue for the yearly review." in page
    assert "Kept on" in page
    assert "Head of service confirms." in page
    told = history_page.about(user)[0].changes
    assert told["Outcome"]["to"] == "Kept"
    own = reverse("sign_in:review", args=[by.grants.get().pk])
    assert rules.OWN_ROLE in words(client.post(own, {"outcome": "keep", "reason": "Mine"}))


def test_the_roles_to_review_sort_by_every_column(client):
    by = cast.administrator()
    for name, began in (("Avis Pellow", DAY - YEAR), ("Zeno Quist", DAY - 3 * YEAR)):
        cast.make_user("clerk", name=name, since=began)
    client.force_login(by)
    columns = ("account", "role", "from", "end", "sign-in", "review", "due")
    found = {}
    for sort in (way + name for name in columns for way in ("", "-")):
        lines = client.get(reverse("sign_in:reviews"), {"sort": sort}).context["lines"]
        found[sort] = [row.grant.user.name for row, *_rest in lines]
        assert len(found[sort]) == 3
    assert found["-account"] == found["account"][::-1]
    assert found["from"].index("Zeno Quist") < found["from"].index("Avis Pellow")
    assert found["due"].index("Zeno Quist") < found["due"].index("Avis Pellow")
    assert found["-sign-in"][0] == by.name


def day_of(day):
    """The three boxes of a last day."""
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"last_day_{part}": str(number) for part, number in parts.items()}


def test_a_role_with_a_last_day_is_given_and_ends_by_itself(client, settings):
    settings.CANDOUR_TODAY = "2016-03-01"
    client.force_login(cast.administrator())
    user = cast.make_user()
    start = {"from_date_day": "1", "from_date_month": "3", "from_date_year": "2016"}
    typed = {"role": "clerk", "subject": "", **start}
    ends = {"to_date_day": "1", "to_date_month": "2", "to_date_year": "2016"}
    address = reverse("accounts:add-grant", args=[user.pk])
    assert "cannot end before it starts" in words(client.post(address, {**typed, **ends}))
    client.post(address, {**typed, **ends, "to_date_month": "4"})
    assert user.grants.get().to_date == date(2016, 4, 1)
    holder = Client()
    holder.force_login(user)
    for day, status in ((date(2016, 4, 1), 200), (date(2016, 4, 2), 403)):
        with on_day(day):
            try:
                assert holder.get(reverse("editor:list")).status_code == status
            except PermissionDenied:
                assert status == 403
