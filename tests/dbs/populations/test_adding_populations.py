"""A population for each group of the register that none counts, added in one go."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.dbs.forms.populations import TITLES, groups_to_count
from assurance.people.models.people import Cohort, Engagement
from tests.cast import make_council
from tests.dbs.entries import typed
from tests.dbs.reminding import page_of
from tests.make import people
from tests.page_requests import errors

pytestmark = pytest.mark.django_db
ADDRESS = "/dbs/position/populations/add/"
FIRST = date(2015, 1, 1)


def test_every_group_has_a_title_of_its_own():
    assert set(TITLES) == set(dict(Engagement.GROUPS))
    assert len(set(TITLES.values())) == len(TITLES)


def test_the_groups_that_none_counts_are_offered_and_added(keeping):
    people.cohort(usual=True, groups=["employee", "agency"])
    people.cohort("old", groups=["volunteer"], to_date=date(2015, 12, 31))
    people.cohort("children", kind=Cohort.CHILDREN, groups=[])
    left = groups_to_count(make_council())
    assert left == [group for group, _ in Engagement.GROUPS if group not in ("employee", "agency")]
    assert 'href="/dbs/position/populations/add/"' in page_of(
        keeping.get(reverse("people:cohort-list"))
    )
    chosen = {"groups": ["independent_visitor", "volunteer"], **typed(from_date=FIRST)}
    page = page_of(keeping.post(ADDRESS, chosen, follow=True))
    assert "2 populations added." in page and "Independent visitors" in page
    made = Cohort.objects.get(slug="independent-visitors")
    assert (made.groups, made.from_date, made.usual) == (["independent_visitor"], FIRST, False)
    assert "Independent visitor" in made.definition
    assert "independent_visitor" not in groups_to_count(make_council())


def test_a_title_that_is_used_has_a_sentence_and_the_others_are_added(keeping):
    people.cohort("volunteers", groups=["panel"])
    chosen = {"groups": ["volunteer", "agency"], **typed(from_date=FIRST)}
    page = page_of(keeping.post(ADDRESS, chosen, follow=True))
    assert "1 population added." in page and "has this short name already" in page


def test_wrong_choices_have_sentences(keeping):
    people.cohort(usual=True)
    assert errors(keeping.post(ADDRESS, {})) == {
        "groups": ["Select at least one group"],
        "from_date": ["Enter the start date"],
    }
    found = errors(keeping.post(ADDRESS, {"groups": ["employee"], **typed(from_date=FIRST)}))
    assert list(found) == ["groups"]


def test_where_each_group_is_counted_there_is_nothing_to_add(keeping):
    people.cohort(usual=True, groups=list(TITLES))
    page = page_of(keeping.get(ADDRESS))
    assert "A population counts each group" in page and "<form" not in page.partition("<h1")[2]
