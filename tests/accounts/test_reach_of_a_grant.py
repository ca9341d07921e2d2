"""What a grant opens, swept over pages, subjects and days; and who is left to open anything."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from assurance.accounts import operations
from assurance.accounts.access import (
    GRANTS,
    SUBJECT_OF,
    Permission,
    Role,
    Subject,
    may,
    permissions,
)
from assurance.accounts.models.accounts import Grant, User
from assurance.records import history_chain
from assurance.records.refusals import Refused
from tests import cast
from tests.cases import written_cases
from tests.everybody import address_of
from tests.page_requests import browser_of
from tests.pages_by_role import PAGES
from tests.test_every_page import addresses

DAY, ONE = date(2016, 1, 18), timedelta(days=1)
VIEWS = dict(addresses())
OF_A_SUBJECT = [name for name in PAGES if getattr(VIEWS[name], "access", "") in SUBJECT_OF]


def status(user, address):
    """What the page at `address` answers `user`."""
    return browser_of(user).get(address).status_code


@pytest.mark.django_db
def test_an_officer_of_one_subject_opens_its_pages_which_each_has_and_no_other_subjects():
    officers = {one: cast.officer(subject=one) for one in Subject}
    browsers = {one: browser_of(officer) for one, officer in officers.items()}
    for subject in Subject:
        pages = [name for name in OF_A_SUBJECT if SUBJECT_OF[VIEWS[name].access] == subject]
        # The guard asks the same of every page of a permission.
        for permission, name in {VIEWS[name].access: name for name in pages}.items():
            may_open = {one for one, officer in officers.items() if may(officer, permission)}
            address = address_of(name, cast.make_council())
            answers = {one: browser.get(address).status_code for one, browser in browsers.items()}
            assert {one for one, answer in answers.items() if answer != 403} == may_open
            assert may_open == {subject}, name
    assert {SUBJECT_OF[VIEWS[name].access] for name in OF_A_SUBJECT} == set(Subject)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "answer"), [(DAY - ONE, 403), (DAY, 200), (DAY + ONE, 200), (DAY + 2 * ONE, 403)]
)
def test_a_page_opens_on_the_first_day_of_a_grant_and_closes_after_its_last(settings, day, answer):
    settings.CANDOUR_TODAY = day.isoformat()
    user = cast.make_user()
    Grant.objects.create(
        user=user, role=Role.OFFICER, subject="audits", from_date=DAY, to_date=DAY + ONE
    )
    assert status(user, reverse("audits:list")) == answer
    assert status(user, reverse("dbs:list")) == 403
    assert status(user, reverse("home")) == 200


@pytest.mark.django_db
def test_a_navigation_offers_what_opens_on_the_day_and_nothing_else(settings):
    user = cast.make_user()
    for subject, first in (("audits", DAY), ("dbs", DAY + ONE)):
        Grant.objects.create(user=user, role=Role.OFFICER, subject=subject, from_date=first)
    client = browser_of(user)
    for day, offered in ((DAY, False), (DAY + ONE, True)):
        settings.CANDOUR_TODAY = day.isoformat()
        areas = client.get(reverse("home")).context["navigation"]
        links = [one.address for area in areas for one in (area, *area.within)]
        assert reverse("audits:list") in links
        assert (reverse("dbs:list") in links) is offered
    # Those of the second day hold those of the first.
    assert all(client.get(link).status_code == 200 for link in links)


@pytest.mark.django_db
def test_two_roles_open_what_either_opens_and_no_more():
    by_role = {role: permissions(cast.make_user(role), DAY) for role in Role}
    for first, second in combinations(Role, 2):
        both = permissions(cast.make_user(first, second), DAY)
        assert both == by_role[first] | by_role[second], (first, second)


@pytest.mark.django_db
def test_grants_of_two_subjects_in_turn_leave_no_day_with_both():
    user = cast.make_user()
    for subject, first, last in (("audits", DAY, DAY + ONE), ("dbs", DAY + 2 * ONE, None)):
        Grant.objects.create(
            user=user, role=Role.OFFICER, subject=subject, from_date=first, to_date=last
        )
    for place in range(-1, 5):
        day = DAY + place * ONE
        held = [
            one for one in (Permission.RECORD_AUDITS, Permission.RECORD_DBS) if may(user, one, day)
        ]
        assert len(held) == (0 if place < 0 else 1)
        assert may(user, Permission.SEE_COUNTS, day) is (place >= 0)


def test_nobody_who_composes_also_approves_by_one_role():
    for given_by_role in GRANTS.values():
        assert not {Permission.COMPOSE_PAPERS, Permission.APPROVE_PAPERS} <= given_by_role


@pytest.mark.django_db
def test_a_link_to_set_a_password_dies_when_the_account_is_stopped():
    user = cast.clerk()
    client = browser_of(cast.administrator())
    page = client.post(reverse("accounts:sign-in-link", args=[user.pk]))
    client.post(reverse("accounts:deactivate", args=[user.pk]))
    holder = Client()
    there = holder.get(page.context["address"], follow=True)
    typed = {"password1": cast.PASSWORD, "password2": cast.PASSWORD}
    holder.post(there.redirect_chain[-1][0] if there.redirect_chain else "/", typed)
    holder.post(reverse("account_login"), {"login": user.email, "password": cast.PASSWORD})
    assert holder.get(reverse("home")).status_code == 302


@pytest.mark.django_db
def test_an_administrator_reaches_no_account_of_another_council_in_any_way():
    theirs = cast.clerk(cast.make_council("elsewhere"))
    client = browser_of(cast.administrator())
    for name in ("deactivate", "reactivate", "sign-in-link"):
        assert client.post(reverse(f"accounts:{name}", args=[theirs.pk])).status_code == 404
    ending = reverse("accounts:end-grant", args=[theirs.grants.get().pk])
    last_day = {"last_day_day": "1", "last_day_month": "2", "last_day_year": "2016"}
    assert client.post(ending, last_day).status_code == 404
    theirs.refresh_from_db()
    assert theirs.is_active and theirs.grants.get().to_date is None


DOINGS = st.lists(
    st.tuples(
        st.sampled_from(["grant", "end", "stop", "let in"]),
        st.integers(0, 2),
        st.sampled_from([Role.ADMINISTRATOR, Role.CLERK]),
        st.integers(0, 3),
    ),
    max_size=12,
)


class AnyDoings(TestCase):
    """Three accounts, one of them an administrator, and whatever administrators may do to them."""

    @written_cases(6)
    @given(DOINGS)
    def test_a_council_always_keeps_an_administrator_who_can_sign_in(self, doings):
        users = [cast.administrator(), cast.clerk(), cast.member()]
        council = users[0].council
        for place, (what, whose, role, later) in enumerate(doings):
            on = DAY + place * ONE
            self.attempt(what, users[whose], role, on, on + later * ONE)
            for day in (on, on + ONE, on + 30 * ONE):
                assert User.objects.administering(council, day).exists(), (what, day)
        assert history_chain.damage(council.slug) is None
        for user in users:
            self.no_role_is_held_twice(user)

    def attempt(self, what, user, role, on, day):
        """Does it, or is refused."""
        user = User.objects.get(pk=user.pk)
        by = User.objects.administering(user.council, on).first()
        try:
            if what == "grant":
                operations.add_grant(user=user, role=role, subject="", from_date=on, by=by, on=on)
            elif what == "stop":
                operations.deactivate(user=user, by=by, on=on)
            elif what == "let in":
                operations.reactivate(user=user, by=by, on=on)
            elif grant := user.grants.filter(role=role).last():
                operations.end_grant(grant=grant, last_day=day, by=by, on=on)
        except Refused as refused:
            assert refused.sentence.endswith(".")

    def no_role_is_held_twice(self, user):
        for place in range(60):
            roles = [
                (grant.role, grant.subject)
                for grant in user.grants.all()
                if grant.in_force(DAY + place * ONE)
            ]
            assert len(roles) == len(set(roles))
