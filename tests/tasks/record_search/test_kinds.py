"""Which kinds of record search looks through, in which fields, and for whom."""

from types import SimpleNamespace

import pytest
from django.urls import resolve

from assurance.accounts.access import GRANTS, Permission, Role
from assurance.registers.declaration import REGISTERS
from reports.tasks.record_search.kinds import FIRST, MORE, every_kind, kinds_for
from tests import cast
from tests.make import papers
from tests.pages_by_role import PAGES
from tests.sweeping import swept

BY_NAME = {kind.name: kind for kind in every_kind()}


def like(kind):
    """Something that has the keys of an address as a record of `kind` has."""
    series = SimpleNamespace(slug="safeguarding")
    paper = SimpleNamespace(slug="january-2016", series=series)
    scope = "implications/Legal"
    return SimpleNamespace(pk=1, slug="january-2016", series=series, paper=paper, scope=scope)


@swept(list(BY_NAME.items()))
def test_a_kind_is_searched_with_the_permission_that_its_own_page_declares(name, kind):
    assert resolve(kind.address(like(kind))).func.access == kind.permission, name


@swept(list(BY_NAME.items()))
def test_a_kind_has_fields_a_heading_and_plain_facts(name, kind):
    assert kind.fields and len(set(kind.fields)) == len(kind.fields), name
    assert kind.title[0].isupper()
    assert all(label for label, _read in kind.facts)


def test_every_register_of_other_records_is_searched():
    kept = {(register.model, register.manager) for register in REGISTERS}
    names = {
        f"{register.namespace}-{register.name or register.model._meta.model_name}": (
            register.model,
            register.manager,
        )
        for register in REGISTERS
    }
    searched = {names[name] for name in BY_NAME if name in names}
    assert {f"{model.__name__}" for model, _ in kept - searched} == set()


def test_the_kinds_named_first_and_the_added_fields_are_of_kinds_that_exist():
    assert set(FIRST) <= set(BY_NAME)
    assert set(MORE) <= set(BY_NAME)
    assert [kind.name for kind in every_kind()][: len(FIRST)] == list(FIRST)
    assert "person__name" in BY_NAME["dbs-breach"].fields


@swept(
    [
        ("dbs-person", "name"),
        ("dbs-person", "reference"),
        ("audits-caseaudit", "reference"),
        ("audits-caseaudit", "team__name"),
        ("improvement-action", "reference"),
        ("improvement-action", "text"),
        ("reviews-review", "title"),
        ("reviews-finding", "text"),
        ("governance-measure", "title"),
        ("governance-document", "title"),
        ("people-holder", "account__name"),
        ("attachments-reviews", "name"),
    ]
)
def test_people_references_and_titles_are_searched(name, field):
    assert field in BY_NAME[name].fields


def test_what_no_page_prints_is_not_searched():
    fields = {field for kind in every_kind() for field in kind.fields}
    assert not {field for field in fields if field.endswith(("slug", "sha256", "password"))}


@pytest.mark.django_db
@swept([(role,) for role in (None, *Role)])
def test_a_person_searches_the_kinds_of_their_role_alone(role):
    user = cast.make_user(role.value) if role else cast.make_user()
    given = GRANTS.get(role, frozenset()) | {Permission.SEE_HOME, Permission.READ_ISSUED}
    names = {kind.name for kind in kinds_for(user)}
    assert names == {name for name, kind in BY_NAME.items() if kind.permission in given}


@pytest.mark.django_db
def test_an_officer_of_one_subject_searches_that_subject_alone():
    names = {kind.name for kind in kinds_for(cast.officer(subject="dbs"))}
    assert "dbs-person" in names
    assert not {name for name in names if name.startswith(("improvement-", "audits-caseaudit"))}


@pytest.mark.django_db
def test_someone_signed_out_or_stopped_searches_nothing():
    user = cast.officer()
    user.is_active = False
    assert kinds_for(user) == []


@pytest.mark.django_db
def test_a_fact_that_repeats_the_name_of_a_record_is_left_out():
    row = papers.paper(title="Six months of safeguarding")
    facts = dict(BY_NAME["papers-paper"].facts_of(row))
    assert facts["State"] == row.get_status_display()
    assert str(row) not in facts.values()


def test_the_page_of_search_is_in_the_table_of_pages():
    assert PAGES["record-search"].expected()["signed out"] == 302
