"""The HR list against the register: every person falls into one part, told again one by one."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.rules.hr_match import compare, has_left
from tests.sweeping import swept

DAY, ONE = date(2016, 1, 18), timedelta(1)
COLUMNS = ("reference", "name", "role", "service", "starts_on", "ends_on")
GROUPS = ("employee",)
START = date(2014, 3, 1)


@dataclass(frozen=True)
class Person:
    """Somebody on the register."""

    reference: str
    name: str = "Robin Ashdown"


@dataclass(frozen=True)
class Role:
    """A role of theirs."""

    role: str = "Social Worker"
    service: str = "Child in Need"
    starts_on: date = START
    ends_on: date | None = None
    group: str = "employee"
    withdrawn_on: date | None = None
    pk: int = 1


def row(reference="A1", **fields):
    """A row of the HR list."""
    usual = {"name": "Robin Ashdown", "role": "Social Worker", "service": "Child in Need"}
    return {"reference": reference, **usual, "starts_on": START, "ends_on": None, **fields}


def compared(rows, people, columns=COLUMNS, groups=GROUPS):
    """Reference of each part, and the differences as (field, ours, theirs)."""
    result = compare(rows, people, columns, groups, DAY)
    parts = {
        name: [match.reference for match in getattr(result, name)]
        for name in ("differing", "only_hr", "only_here", "left")
    }
    told = [
        (item.field, item.ours, item.theirs)
        for match in result.differing
        for item in match.differences
    ]
    return {name: some for name, some in parts.items() if some}, told, result


def one(*roles, **fields):
    """The register with one person of these roles."""
    return [(Person("A1", **fields), list(roles or (Role(),)))]


def test_two_that_say_the_same_agree_whatever_their_spaces_and_capitals():
    theirs = row(" a1 ", name="robin  ASHDOWN", role="social worker", service="Child In  Need")
    parts, told, result = compared([theirs], one())
    assert (parts, told, result.agree, result.gone) == ({}, [], 1, 0)


def test_a_row_of_a_group_that_is_not_compared_is_left_out_and_asks_for_nothing():
    agency = Role("Agency Social Worker", group="agency")
    theirs = row(role="Agency Social Worker", group="agency")
    parts, told, result = compared([theirs], one(agency))
    assert (parts, told, result.left_out) == ({}, [], 1)
    parts, _told, result = compared([theirs], one(agency), groups=("employee", "agency"))
    assert (parts, result.agree, result.left_out) == ({}, 1, 0)


@swept(
    [
        ({"name": "Robin Ashdown-Hale"}, ("name", "Robin Ashdown", "Robin Ashdown-Hale")),
        ({"service": "Fostering"}, ("service", "Child in Need", "Fostering")),
        ({"role": "Team Manager"}, ("role", "Social Worker", "Team Manager")),
        ({"starts_on": START + ONE}, ("starts_on", START, START + ONE)),
        ({"ends_on": DAY + ONE}, ("ends_on", None, DAY + ONE)),
    ]
)
def test_each_field_that_differs_is_told_by_itself(fields, difference):
    parts, told, result = compared([row(**fields)], one())
    assert parts == {"differing": ["A1"]} and told == [difference] and result.agree == 0


@swept([("name",), ("role",), ("service",), ("starts_on",)])
def test_an_empty_cell_says_nothing_against_the_register(name):
    assert compared([row(**{name: None})], one())[0] == {}


def test_a_column_that_the_list_has_not_is_not_compared():
    theirs = row(service="Fostering", ends_on=None)
    ended_later = one(Role(ends_on=DAY + ONE))
    assert compared([theirs], ended_later, columns=("reference", "name", "role"))[0] == {}
    told = compared([theirs], ended_later)[1]
    assert ("ends_on", DAY + ONE, None) in told


def test_on_one_side_alone_and_gone_from_both():
    people = [*one(), (Person("A2"), [Role()]), (Person("A3"), [Role(ends_on=DAY)])]
    rows = [row(), row("A9", name="New starter"), row("A8", ends_on=DAY)]
    parts, told, result = compared(rows, people)
    assert parts == {"only_hr": ["A9"], "only_here": ["A2"]}
    assert (result.agree, result.gone, told) == (1, 1, [])


def test_left_in_the_list_with_a_role_that_runs_here():
    parts, _, result = compared([row(ends_on=DAY)], one(Role(), Role(role="Mentor", pk=2)))
    assert parts == {"left": ["A1"]}
    assert [role.role for role in result.left[0].roles] == ["Social Worker", "Mentor"]
    assert result.left[0].values["ends_on"] == DAY
    parts, _, result = compared([row(ends_on=DAY)], one(Role(ends_on=DAY)))
    assert parts == {} and result.gone == 1


def test_groups_that_the_hr_system_does_not_keep_are_not_looked_for():
    carer = one(Role(group="foster_carer"))
    assert compared([], carer)[0] == {}
    assert compared([], carer, groups=("foster_carer",))[0] == {"only_here": ["A1"]}
    both = one(Role(group="foster_carer", role="Carer"), Role(pk=2))
    assert compared([row()], both)[0] == {}


def test_two_rows_of_one_person_are_matched_to_roles_by_their_titles():
    roles = [Role(), Role(role="Practice Educator", pk=2)]
    rows = [row(role="Practice Educator"), row()]
    assert compared(rows, one(*roles))[0] == {}
    rows = [row(role="Practice Educator", service="Academy"), row()]
    told = compared(rows, one(*roles))[1]
    assert told == [("service", "Child in Need", "Academy")]
    rows = [row(role="Mentor"), row()]
    told = compared(rows, one(*roles))[1]
    assert [name for name, *_ in told] == [""] and told[0][2]["role"] == "Mentor"


def test_a_role_that_ended_here_and_runs_in_the_list_differs():
    parts, told, _ = compared([row()], one(Role(ends_on=DAY - ONE)))
    assert parts == {"differing": ["A1"]} and told == [("ends_on", DAY - ONE, None)]


REFERENCES = st.sampled_from([f"A{number}" for number in range(6)])
DAYS = st.none() | st.sampled_from([DAY - ONE, DAY, DAY + ONE])
TITLES = st.sampled_from(["Social Worker", "Team Manager", None])
ROWS = st.lists(
    st.builds(lambda ref, day, title: row(ref, ends_on=day, role=title), REFERENCES, DAYS, TITLES),
    max_size=8,
)
ROLES = st.lists(
    st.builds(
        lambda title, day, group: Role(title or "Mentor", ends_on=day, group=group),
        TITLES,
        DAYS,
        st.sampled_from(["employee", "agency"]),
    ),
    max_size=3,
)
PEOPLE = st.dictionaries(REFERENCES, ROLES, max_size=6)


@given(ROWS, PEOPLE)
def test_everybody_falls_into_one_part_and_no_one_is_lost(rows, people):
    register = [(Person(reference), roles) for reference, roles in people.items()]
    parts, _, result = compared(rows, register)
    listed = {item["reference"] for item in rows}
    running = {
        reference
        for reference, roles in people.items()
        if any(r.group == "employee" and (not r.ends_on or r.ends_on > DAY) for r in roles)
    }
    employed = {item["reference"] for item in rows if not has_left(item, DAY)}
    assert set(parts.get("only_here", ())) == running - listed
    assert set(parts.get("only_hr", ())) == employed - set(people)
    assert set(parts.get("left", ())) == (listed - employed) & running
    both = employed & set(people)
    assert set(parts.get("differing", ())) <= both
    assert result.agree + len(parts.get("differing", ())) == len(both)
    assert result.gone == len(listed - employed - running)
