"""The populations that positions count, kept by an administrator."""

from datetime import date, timedelta

import pytest

from assurance.people import rules
from assurance.people.forms.definitions import CohortForm
from assurance.people.models.people import Cohort, Engagement
from assurance.records import operations
from assurance.records.history import HistoryEntry
from tests.cast import administrator, make_council, officer
from tests.dbs.entries import refusal, refused, typed_cohort
from tests.make import dbs
from tests.make.people import cohort
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
FIRST, ONE = date(2016, 2, 29), timedelta(1)
NEW_YEAR, EVE = date(2016, 1, 1), date(2015, 12, 31)
STAFF, CHILDREN = Cohort.STAFF, Cohort.CHILDREN


def said(**other):
    """A population of staff as an operation is told of it."""
    usual = {"kind": STAFF, "slug": "visitors", "title": "Visitors", "usual": False}
    usual |= {"definition": "Every independent visitor.", "groups": ["independent_visitor"]}
    return {**usual, "from_date": FIRST, "to_date": None, **other}


def add(council=None, **other):
    """Adds it."""
    doing = {"by": officer(), "on": FIRST}
    doing |= {"council": council or make_council(), "model": Cohort}
    return operations.create(**doing, **said(**other))


def change(record, **other):
    """Changes one."""
    return operations.change(record=record, by=officer(), on=FIRST + ONE, **other)


@pytest.fixture
def signed_in(client):
    """The client of an administrator."""
    client.force_login(administrator())
    return client


# --- the rules


@swept(
    [
        (rules.why_not_end_team, "The team began on 29 February 2016"),
        (rules.why_not_end_cohort, "It applies from 29 February 2016"),
    ]
)
def test_nothing_ends_before_the_day_it_began(why_not, words):
    for number in (-400, -1, 0, 1, 400):
        told = why_not(FIRST, FIRST + timedelta(number))
        assert told == (f"{words}: it cannot end before that date" if number < 0 else None), number
    assert why_not(FIRST, None) is None is why_not(None, FIRST)


# --- the operations


def test_a_population_is_added_with_all_that_was_said():
    # A word of an older release stays as it is.
    groups = ["panel", "bus_driver"]
    kept = add(to_date=FIRST, groups=groups)
    for name, value in said(to_date=FIRST, groups=groups).items():
        assert getattr(kept, name) == value, name
    assert (str(kept), kept.history_name) == ("Visitors", f"population {kept.pk}")
    assert kept.group_words == ["Adoption or fostering panel member", "bus_driver"]
    [entry] = HistoryEntry.objects.about(kept)
    assert (entry.what, entry.on) == ("cohorts.add", FIRST)
    assert entry.changes["slug"] == {"from": None, "to": "visitors"}


def test_what_another_population_or_its_own_days_forbid_is_refused_and_the_rest_taken():
    cohort("staff", title="Staff", usual=True)
    cohort("visitors", council=make_council("otherby"), usual=True)
    for other, field, words in (
        ({"slug": "staff"}, "slug", rules.SLUG_TAKEN),
        ({"slug": "staff", "kind": CHILDREN}, "slug", rules.SLUG_TAKEN),
        ({"usual": True}, "usual", "“Staff” is the usual population of its kind"),
        ({"to_date": FIRST - ONE}, "to_date", "It applies from 29 February 2016"),
    ):
        where, told = refusal(add, **other)
        assert where == field and told.startswith(words), other
    assert Cohort.objects.count() == 2 and not HistoryEntry.objects.exists()
    for other in ({"usual": True, "kind": CHILDREN}, {"to_date": FIRST}, {"title": "Staff"}):
        assert add(slug=f"after-{Cohort.objects.count()}", **other).pk
    own = add(council=make_council("thirdby"), usual=True)
    assert list(Cohort.objects.of(own.council)) == [own]


def test_a_change_says_what_it_was_and_keeps_the_rest():
    kept = add(usual=True)
    # It is no obstacle to itself, and what nothing counts may be defined anew.
    after = change(kept, slug="visitors", usual=True, title="Independent visitors")
    assert (after.title, after.slug, after.groups) == (
        *("Independent visitors", "visitors"),
        ["independent_visitor"],
    )
    entry = HistoryEntry.objects.about(kept).first()
    assert (entry.what, entry.on) == ("cohorts.change", FIRST + ONE)
    assert entry.changes == {"title": {"from": "Visitors", "to": "Independent visitors"}}
    assert not after.is_counted
    after = change(after, definition="Each of them.", groups=["volunteer"], kind=CHILDREN)
    assert (after.definition, after.groups, after.kind) == (
        *("Each of them.", ["volunteer"]),
        "looked_after",
    )


def test_a_change_is_refused_as_an_addition_is():
    cohort("staff", title="Staff", usual=True)
    kept = add()
    for other, field in (
        ({"slug": "staff"}, "slug"),
        ({"usual": True}, "usual"),
        ({"to_date": FIRST - ONE}, "to_date"),
        ({"from_date": FIRST + ONE, "to_date": FIRST}, "to_date"),
    ):
        assert refusal(change, kept, **other)[0] == field
    kept.refresh_from_db()
    assert (kept.slug, kept.usual, kept.to_date) == ("visitors", False, None)


@pytest.mark.parametrize("state", ["in force", "replaced", "withdrawn"])
def test_what_a_position_counted_is_not_redefined_whatever_became_of_it(state):
    audit = dbs.dbs_audit()
    if state == "replaced":
        audit.replaced_on = FIRST
    if state == "withdrawn":
        audit.withdrawn_on, audit.withdrawn_because = FIRST, "Of another council"
        audit.withdrawn_by = officer()
    audit.save()
    assert audit.cohort.is_counted
    for field, value in (
        ("kind", CHILDREN),
        ("definition", "Only those of the north."),
        ("groups", ["independent_visitor", "volunteer"]),
    ):
        assert refusal(change, audit.cohort, **{field: value}) == (field, rules.COUNTED)


def test_what_a_position_counted_is_still_renamed_and_ended():
    counted = dbs.dbs_audit().cohort
    same = {name: getattr(counted, name) for name in ("kind", "definition", "groups")}
    after = change(counted, **same, title="Staff until February", to_date=FIRST, usual=False)
    assert (after.title, after.to_date, after.usual) == ("Staff until February", FIRST, False)


# --- the pages


@pytest.mark.long
def test_a_wrong_population_gets_its_sentence(signed_in):
    cohort("staff", usual=True)
    usual = (
        "“Children's social care staff” is the usual population of its kind: change that one first"
    )
    taken = "Another population has this short name already: give this one another"
    for other, field, sentence in (
        ({"title": ""}, "title", "Enter the title"),
        ({"title": "x" * 161}, "title", "The title must have 160 characters or fewer"),
        ({"slug": "two words"}, "slug", "Use small letters, numbers and hyphens: two-words"),
        ({"slug": "staff"}, "slug", taken),
        ({"kind": ""}, "kind", "Select what the population counts"),
        ({"definition": " "}, "definition", "Describe who belongs to the population"),
        ({"usual": ""}, "usual", "Select whether it is the usual population"),
        ({"usual": "True"}, "usual", usual),
        ({"from_date": ""}, "from_date", "Enter the start date"),
        ({"to_date": EVE}, "to_date", rules.why_not_end_cohort(NEW_YEAR, EVE)),
    ):
        answer = signed_in.post("/teams/populations/add/", typed_cohort(**other))
        assert refused(answer, Cohort, kept=1) == (field, sentence)


def test_a_population_is_added_and_changed_on_its_pages(signed_in):
    page = signed_in.post("/teams/populations/add/", typed_cohort(), follow=True).content.decode()
    kept = Cohort.objects.get()
    assert "Population added." in page and "1 January 2016" in page
    assert "Independent visitor" in page and "Withdraw" not in page
    more = typed_cohort(title="Visitors", to_date=date(2016, 1, 1))
    page = signed_in.post(
        f"/teams/populations/{kept.pk}/change/", more, follow=True
    ).content.decode()
    kept.refresh_from_db()
    assert "Population changed." in page
    assert (kept.title, kept.to_date) == ("Visitors", date(2016, 1, 1))


def test_the_form_offers_every_kind_and_every_group_of_the_register(signed_in):
    form = signed_in.get("/teams/populations/add/").context["form"]
    assert isinstance(form, CohortForm)
    assert [value for value, _ in form.fields["groups"].choices] == [
        value for value, _ in Engagement.GROUPS
    ]
    assert form.fields["kind"].choices == [
        (STAFF, "People who need a DBS check"),
        (CHILDREN, "Children"),
    ]


def test_the_list_is_filtered_by_kind_and_holds_no_other_councils(signed_in):
    cohort("staff", title="Staff")
    cohort("children", title="Children", kind=CHILDREN, groups=[])
    cohort("others", title="Others", council=make_council("otherby"))
    for asked, found in (
        ("", ["Children", "Staff"]),
        ("kind=dbs", ["Staff"]),
        ("kind=looked_after", ["Children"]),
        ("kind=neither", ["Children", "Staff"]),
    ):
        lines = signed_in.get(f"/teams/populations/?{asked}").context["lines"]
        assert [line["record"].title for line in lines] == found, asked
    assert "withdrawn" not in signed_in.get("/teams/populations/").context["filter_form"].fields
