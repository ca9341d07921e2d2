"""A question in the words of a list and of its filters leads to the list, narrowed to just that."""

from collections import namedtuple
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import resolve

from assurance.accounts.access import may
from assurance.accounts.models.accounts import User
from assurance.registers.declaration import REGISTERS
from reports.demonstration.load import LAST_DAY
from reports.tasks.record_search.narrowed_lists import MOST_LISTS, narrowed_lists, nearest_list
from tests import cast
from tests.make import improvements, people
from tests.sampling import sample
from tests.tasks.record_search.test_page import search, words

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Case = namedtuple("Case", "who question page filters")
# What a person types → the list that has just that, with its filters.
CASES = (
    Case("officer", "overdue actions", "improvement:list", {"overdue": "yes"}),
    Case("officer", "actions that are at risk", "improvement:list", {"status": "at_risk"}),
    Case("officer", "actions of the head of performance", "improvement:list", {"owner": None}),
    # A value of None is the key of a row.
    Case("officer", "people without a check", "dbs:list", {"status": "NO_CHECK"}),
    Case("officer", "people who are overdue a DBS check", "dbs:list", {"status": "past_due"}),
    Case("officer", "Foster carers", "dbs:list", {"group": "foster_carer"}),
    Case("officer", "areas for development", "reviews:finding-list", {"kind": "area"}),
    Case("officer", "findings not answered", "reviews:finding-list", {"answered": "no"}),
    Case("officer", "peer reviews", "reviews:list", {"kind": "peer_review"}),
    Case("officer", "closed risks", "governance:risk-list", {"state": "closed"}),
    Case("quality", "inadequate audits", "audits:list", {"grade": None}),
    Case("quality", "audits of the east locality team", "audits:list", {"team": None}),
    Case(
        "quality",
        "inadequate audits of the permanence team",
        "audits:list",
        {"grade": None, "team": None},
    ),
    Case("quality", "audits not yet shared", "audits:list", {"shared": "no"}),
    Case("quality", "unshared audits", "audits:list", {"shared": "no"}),
    Case("quality", "which audits await moderation?", "audits:list", {"moderation": "waiting"}),
    Case("quality", "case audits", "audits:list", {}),
    Case("officer", "targets missed", "governance:measure-list", {"target": "Misses the target"}),
    Case("officer", "people with no dbs check", "dbs:list", {"status": "NO_CHECK"}),
    Case(
        "protection",
        "how long do we keep access logs",
        "data_protection:policy-list",
        {"kind": "access_log"},
    ),
    Case("clerk", "commitments kept late", "editor:commitment-list", {"state": "late"}),
)
# A time → the list between two dates: what is due lies ahead, what was done is over.
TIMES = (
    ("officer", "dbs checks that run out in march", "dbs:list", "due", "2020-03-01", "2020-03-31"),
    ("quality", "case audits last month", "audits:list", "done", "2020-01-01", "2020-01-31"),
    ("quality", "case audits in december", "audits:list", "done", "2019-12-01", "2019-12-31"),
)
# Words that are left mean that more was asked for than a list can show.
NO_LISTS = (
    ("officer", "Aaron Abbott"),
    ("officer", "guild theatre"),
    ("officer", "breaches of the DBS policy"),
    ("officer", "risk of social workers leaving"),
    ("officer", "levels of need event for schools"),
    # Kept is not what was not kept, and “audits” alone are of several kinds.
    ("clerk", "commitments not kept"),
    ("quality", "audits"),
    ("officer", ""),
    ("officer", "what is there"),
    ("officer", "overdue " * 40),
)

# A list whose filters have not every word, and the words that they lack.
NEAREST = (
    (Case("officer", "documents to be checked", "governance:document-list", {}), ["checked"]),
    (Case("officer", "risks without an owner", "governance:risk-list", {}), ["owner"]),
    (Case("quality", "which inadequate audits found drift", "audits:list", {"grade": None}),
     ["found", "drift"]),
)  # fmt: skip


@pytest.fixture
def account(whole_demonstration, settings):
    settings.CANDOUR_TODAY = str(LAST_DAY)
    return lambda who: User.objects.get(email=f"{who}@eborford.example")


def is_list_of(result, case):
    """Whether a list is of the page of `case`, with its filters and no other."""
    parts = urlsplit(result.address)
    query = dict(parse_qsl(parts.query))
    is_page = (resolve(parts.path).view_name, query.keys()) == (case.page, case.filters.keys())
    return is_page and all(query[name] == value for name, value in case.filters.items() if value)


def test_a_question_leads_to_the_list_that_has_just_that(account):
    for case in CASES:
        result = narrowed_lists(case.question, account(case.who))
        assert any(is_list_of(one, case) for one in result), (case.question, result)


def test_words_that_no_list_has_lead_to_none(account):
    for who, question in NO_LISTS:
        assert narrowed_lists(question, account(who)) == [], question


def test_a_question_of_more_than_its_filters_leads_to_the_nearest_list(account):
    for case, unfiltered in NEAREST:
        assert narrowed_lists(case.question, account(case.who)) == []
        result = nearest_list(case.question, account(case.who))
        assert is_list_of(result, case) and list(result.unfiltered) == unfiltered, result
    for who, question in (("officer", "guild theatre"), ("officer", ""), ("member", "risks")):
        assert nearest_list(question, account(who)) is None, question


@pytest.mark.long
def test_the_page_prints_the_nearest_list_and_what_it_cannot_be_filtered_by(account):
    page = words(search(account("officer"), "documents to be checked"))
    assert "Strategies and documents" in page
    assert "The list has no filter for “checked”" in page


@pytest.mark.long
def test_each_list_has_as_many_records_as_its_page_shows(account, client):
    for case in CASES:
        user = account(case.who)
        client.force_login(user)
        for result in narrowed_lists(case.question, user):
            page = client.get(result.address)
            assert page.context["page"].paginator.count == result.count, case.question


def test_the_name_of_every_list_leads_to_it_and_of_none_that_may_not_be_read(account):
    for role in ("", *cast.ROLES):
        council = account("officer").council
        user = cast.make_user(*filter(None, [role]), council=council)
        readable = [one for one in REGISTERS if one.filters and may(user, one.reads_with)]
        seen = set()
        for register in sample(readable, 4):
            for result in narrowed_lists(register.plural, user):
                view = resolve(urlsplit(result.address).path).func
                assert may(user, view.access), (role, result)
                seen.add(result.title)
        assert bool(seen) == bool(readable), role


def test_no_question_finds_more_lists_than_a_page_shows(account):
    for question in ("open", "state", "head of performance", "planned", "kind"):
        assert len(narrowed_lists(question, account("officer"))) <= MOST_LISTS


@pytest.mark.long
def test_the_page_prints_lists_before_records_and_leaves_out_what_has_a_part_of_the_words():
    improvements.action(reference="A1", text="Do the overdue review of the plan.")
    people.person(name="Ada Lovelace")
    page = words(search(cast.officer(), "improvement actions not done at all risk"))
    assert "Lists of records" not in page
    page = words(search(cast.officer(), "actions at risk"))
    assert "1 list of records" in page and "Improvement actions: At risk" in page
    assert "Filtered by: Progress. 0 records" in page and "most of them" not in page
    assert page.index("Lists of records") < page.index("Improvement actions: At risk")


@pytest.mark.parametrize(("who", "question", "page", "name", "first", "last"), TIMES)
def test_a_time_narrows_a_list_between_two_dates(account, who, question, page, name, first, last):
    [result] = [one for one in narrowed_lists(question, account(who)) if is_page(one, page)]
    query = dict(parse_qsl(urlsplit(result.address).query))
    bounds = [
        "-".join(f"{int(query[f'{name}_{end}_{part}']):02}" for part in ("year", "month", "day"))
        for end in ("from", "to")
    ]
    assert bounds == [first, last] and result.count


def is_page(result, page):
    """Whether a list is of that page."""
    return resolve(urlsplit(result.address).path).view_name == page
