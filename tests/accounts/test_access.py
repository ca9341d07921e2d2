from datetime import date, timedelta
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from assurance.accounts.access import (
    EVERYONE_SIGNED_IN,
    GuardMiddleware,
    Permission,
    Role,
    may,
    public,
    requires,
)
from assurance.accounts.models.accounts import Grant, User
from assurance.runtime.caching import CURRENT
from tests import cast

DAY = date(2016, 1, 18)
ONE = timedelta(days=1)

# Written by hand from the decision on who may do what; o officer, a approver, c clerk, m member,
# d administrator.
HOLDERS = {
    Permission.SEE_HOME: "oacmdp",
    Permission.KEEP_OWN_ACCOUNT: "oacmdp",
    Permission.READ_ISSUED: "oacmdp",
    Permission.RECORD_AUDITS: "o",
    Permission.RECORD_DBS: "o",
    Permission.RECORD_LOOKED_AFTER: "o",
    Permission.RECORD_REVIEWS: "o",
    Permission.RECORD_ACTIONS: "o",
    Permission.RECORD_SURVEYS: "o",
    Permission.RECORD_MATTERS: "o",
    Permission.IMPORT_FILES: "o",
    Permission.SEE_COUNTS: "oac",
    Permission.SEE_TEAMS: "od",
    Permission.COMPOSE_PAPERS: "c",
    Permission.ISSUE_PAPERS: "c",
    Permission.READ_DRAFTS: "ac",
    Permission.READ_RESTRICTED: "a",
    Permission.APPROVE_PAPERS: "a",
    Permission.KEEP_HOUSE_WORDS: "cd",
    Permission.REMOVE_EDITIONS: "cd",
    Permission.READ_CHECKS: "oacmdp",
    Permission.CHECK_ISSUED: "cd",
    Permission.KEEP_APPROVERS: "cd",
    Permission.KEEP_POSTS: "ocd",
    Permission.KEEP_DIRECTORY: "cd",
    Permission.KEEP_REPORT_TEMPLATES: "cd",
    Permission.MANAGE_ACCOUNTS: "d",
    Permission.MANAGE_POLICIES: "d",
    Permission.KEEP_RETENTION: "dp",
    Permission.PROTECT_DATA: "p",
}
LETTERS = dict(zip("oacmdp", Role, strict=True))


@pytest.mark.django_db
def test_each_permission_is_held_by_the_roles_that_were_decided_and_by_nobody_else():
    people, without = cast.cast(), cast.make_user()
    stopped, nowhere = cast.make_user(*cast.ROLES), cast.make_user(*cast.ROLES)
    stopped.is_active, nowhere.council = False, None
    for permission in Permission:
        holders = {role for role, user in people.items() if may(user, permission, DAY)}
        assert holders == {LETTERS[letter] for letter in HOLDERS[permission]}
        assert may(without, permission, DAY) == (permission in EVERYONE_SIGNED_IN)
        assert not any(may(one, permission, DAY) for one in (AnonymousUser(), stopped, nowhere))


@given(st.dates(), st.one_of(st.none(), st.dates()), st.dates())
def test_a_grant_is_in_force_exactly_between_its_days(start, end, day):
    inside = start <= day and (end is None or day <= end)
    held = Grant(role=Role.OFFICER, from_date=start, to_date=end)
    assert held.in_force(day) is inside


@pytest.mark.django_db
def test_the_query_and_the_rule_agree_on_which_grants_are_in_force():
    for start, end in product((DAY - ONE, DAY, DAY + ONE), (None, DAY - ONE, DAY, DAY + ONE)):
        if end is None or start <= end:
            user = cast.make_user()
            held = Grant.objects.create(user=user, role=Role.CLERK, from_date=start, to_date=end)
            found = user.grants.in_force(DAY).exists(), user.has_role(Role.CLERK, DAY)
            assert found == (held.in_force(DAY),) * 2, (start, end)


@pytest.mark.django_db
def test_roles_are_those_of_the_day_in_their_order_and_of_today_where_none_is_given(settings):
    user = cast.make_user("clerk", "officer", since=DAY)
    assert user.roles(DAY) == [Role.OFFICER, Role.CLERK]
    assert User.objects.get(pk=user.pk).roles(DAY - ONE) == []
    user = cast.make_user("clerk", since=date(2016, 1, 18))
    settings.CANDOUR_TODAY = "2016-01-17"
    assert not may(user, Permission.SEE_COUNTS)
    settings.CANDOUR_TODAY = "2016-01-18"
    assert may(user, Permission.SEE_COUNTS)


def page(request):
    return HttpResponse()


def asked(rf, user, view):
    request = rf.get("/")
    request.user = user
    return GuardMiddleware(view).process_view(request, view, (), {})


@pytest.mark.parametrize("given", ["\0", "jan\0uary"])
def test_an_address_with_a_null_character_is_none(rf, given):
    request = rf.get("/")
    request.user = AnonymousUser()
    with pytest.raises(Http404):
        GuardMiddleware(page).process_view(request, page, (), {"number": 1, "slug": given})


@pytest.mark.django_db
def test_a_view_answers_those_whom_it_declares_and_nobody_where_it_declares_nothing(rf):
    @requires(Permission.COMPOSE_PAPERS)
    def view(request):
        return HttpResponse()

    assert asked(rf, cast.clerk(), view) is None
    with pytest.raises(PermissionDenied):
        asked(rf, cast.officer(), view)

    def open_view(request):
        return HttpResponse()

    assert public(open_view) is open_view
    assert asked(rf, AnonymousUser(), open_view) is None
    assert open_view.login_required is False
    with pytest.raises(PermissionDenied):
        asked(rf, AnonymousUser(), page)


@pytest.mark.django_db
def test_accounts_without_a_council_do_not_see_each_other():
    first, second = cast.make_user(), cast.make_user()
    User.objects.update(council=None)
    cast.clerk()
    assert not User.objects.visible_to(User.objects.get(pk=first.pk)).exists()
    assert not Grant.objects.visible_to(User.objects.get(pk=second.pk)).exists()


@pytest.mark.django_db
def test_what_somebody_signed_in_reads_is_kept_nowhere_and_what_everyone_reads_may_be(client):
    assert client.get("/")["Cache-Control"] == CURRENT
    client.force_login(
        cast.officer(), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert client.get("/home/")["Cache-Control"] == "private, no-store"
    assert client.get("/dbs/")["Cache-Control"] == "private, no-store"


def test_pages_call_each_role_by_its_words():
    titles = {role: Grant(role=role).role_title for role in Role}
    assert titles[Role.DATA_PROTECTION] == "Data protection" and titles[Role.CLERK] == "Clerk"
    assert not [title for title in titles.values() if "_" in title or ":" in title]
