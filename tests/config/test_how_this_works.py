"""How this works: a page of steps for readers and for each role of an account."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from assurance.accounts.access import GRANTS, Permission, Role, may
from config import how_this_works
from tests import cast

ADDRESS = "/how-this-works/"
MAKERS = {
    Role.OFFICER: cast.officer,
    Role.APPROVER: cast.approver,
    Role.CLERK: cast.clerk,
    Role.MEMBER: cast.member,
    Role.ADMINISTRATOR: cast.administrator,
    Role.DATA_PROTECTION: cast.data_protection_lead,
}


def page_of(user=None):
    client = Client()
    if user:
        client.force_login(user)
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    return answer.content.decode()


def headings(page):
    return re.findall(r'<h2 class="govuk-heading-m">([^<]*)</h2>', page)


@pytest.mark.django_db
def test_readers_see_their_steps_alone_and_every_page_links_to_it():
    page = page_of()
    assert headings(page) == ["Read a report"]
    assert all(step.words in page for step in how_this_works.READERS)
    for _, steps in how_this_works.ROLES.values():
        assert not [step.words for step in steps if step.words in page]
    assert f'href="{ADDRESS}"' in Client().get("/accessibility/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("role", MAKERS)
def test_an_account_sees_the_steps_of_its_roles(role):
    user = MAKERS[role]()
    page = page_of(user)
    wanted = [
        heading for one, (heading, _) in how_this_works.ROLES.items() if one in (Role.MEMBER, role)
    ]
    assert headings(page) == [*wanted, "Readers"]
    heading, steps = how_this_works.ROLES[role]
    assert all(step.words in page for step in steps), heading
    for other, (_, theirs) in how_this_works.ROLES.items():
        if other not in (Role.MEMBER, role):
            assert not [step.words for step in theirs if step.words in page], other


@pytest.mark.django_db
@pytest.mark.parametrize("role", MAKERS)
def test_each_page_that_a_step_names_opens_to_the_role(role):
    user = MAKERS[role]()
    client = Client()
    client.force_login(user)
    for step in how_this_works.ROLES[role][1]:
        if step.address:
            assert client.get(reverse(step.address)).status_code == 200, step.words


@pytest.mark.django_db
def test_a_step_is_shown_only_with_a_permission_it_needs():
    clerk = cast.clerk()
    needed = how_this_works.Step("Give accounts.", needs=frozenset({Permission.MANAGE_ACCOUNTS}))
    assert not may(clerk, Permission.MANAGE_ACCOUNTS)
    assert not how_this_works.is_open(needed, clerk)
    assert how_this_works.is_open(needed, cast.administrator())
    either = frozenset({Permission.MANAGE_ACCOUNTS, Permission.ISSUE_PAPERS})
    assert how_this_works.is_open(how_this_works.Step("Either.", needs=either), clerk)


def test_every_role_has_its_part_of_at_most_six_short_steps():
    assert set(how_this_works.ROLES) == set(Role)
    for role, (_, steps) in how_this_works.ROLES.items():
        assert 3 <= len(steps) <= 6, role
        assert all(len(step.words.split()) <= 25 for step in steps), role
        needs = set().union(*(step.needs for step in steps))
        assert needs <= GRANTS[role], role
