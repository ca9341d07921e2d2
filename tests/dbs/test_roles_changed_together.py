"""Many people's roles changed together: what stands afterwards, against a slow reading."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from assurance.dbs.rules import bulk
from tests.cases import random_cases
from tests.sweeping import swept

DAY, ONE = date(2016, 3, 31), timedelta(days=1)
NOT_BEFORE = "It starts on 1 April 2016: it cannot end before that date"


def role(**said):
    """A role as the rules see it, begun long ago and without an end."""
    usual = {"role": "Social Worker", "service": "North", "starts_on": date(2014, 1, 1)}
    usual |= {"needs_check": True, "not_eligible_because": "", "withdrawn_on": None}
    usual |= dict.fromkeys(("ends_on", "set_aside_from", "set_aside_until"))
    usual |= {"set_aside_because": ""}
    return SimpleNamespace(**{**usual, **said})


def some_roles():
    """Up to four roles of a person, begun and ended around the day, some of them withdrawn."""
    near = st.integers(-3, 3).map(lambda number: DAY + number * ONE)
    one = st.builds(
        role,
        starts_on=near,
        ends_on=st.none() | near,
        service=st.sampled_from(("North", "South")),
        withdrawn_on=st.sampled_from((None, None, DAY)),
    )
    return st.lists(one, max_size=4)


def told():
    """What is said of many: an end, a service, or both."""
    near = st.integers(-3, 3).map(lambda number: DAY + number * ONE)
    both = st.fixed_dictionaries(
        {}, optional={"ends_on": near, "service": st.sampled_from(("North", "East"))}
    )
    return both.filter(bool)


@given(some_roles(), told())
@random_cases(60)
def test_only_open_roles_change_and_each_of_them_holds_what_was_said(roles, said):
    open_before = [
        one for one in roles
        if not one.withdrawn_on and (not one.ends_on or one.ends_on > DAY)
    ]  # fmt: skip
    assert bulk.open_roles(roles, DAY) == open_before
    refused = bulk.faults_of(roles, said, DAY)
    for one in open_before:
        had_end, before = one.ends_on, dict(vars(one))
        values = bulk.values_for(one, said)
        assert all(before[name] != value for name, value in values.items())
        after = before | values
        assert after["service"] == said.get("service", before["service"])
        assert after["ends_on"] == (had_end or said.get("ends_on"))
        if not refused and after["ends_on"]:
            assert after["starts_on"] <= after["ends_on"]
        assert bulk.values_for(SimpleNamespace(**after), said) == {}
    assert bool(refused) is (not open_before or any(
        (one.ends_on or said.get("ends_on") or one.starts_on) < one.starts_on
        for one in open_before
    ))  # fmt: skip


@swept(
    [
        ([role(starts_on=DAY + ONE)], {"ends_on": DAY}, [f"Social Worker: {NOT_BEFORE}"]),
        ([role(starts_on=DAY)], {"ends_on": DAY}, []),
        ([role(starts_on=DAY + ONE)], {"service": "South"}, []),
        (
            [role(starts_on=DAY + ONE, role="Manager"), role(starts_on=DAY + ONE)],
            {"ends_on": DAY},
            [f"Manager: {NOT_BEFORE}", f"Social Worker: {NOT_BEFORE}"],
        ),
        # One that ends later of itself keeps its end, so nothing is wrong with it.
        ([role(starts_on=DAY + ONE, ends_on=DAY + 9 * ONE)], {"ends_on": DAY}, []),
        ([role(withdrawn_on=DAY)], {"ends_on": DAY}, [bulk.NO_ROLE]),
        ([role(ends_on=DAY)], {"service": "South", "ends_on": DAY + ONE}, [bulk.NO_ROLE]),
        ([role(ends_on=DAY), role()], {"service": "South"}, []),
        (
            [role(needs_check=False)],
            {"service": "South"},
            ["Social Worker: Explain why this role needs no check"],
        ),
        ([role(needs_check=False, not_eligible_because="Office only")], {"service": "South"}, []),
        (
            [role(set_aside_until=DAY)],
            {"ends_on": DAY},
            ["Social Worker: Enter the date from which this person is set aside"],
        ),
    ]
)
def test_what_stands_of_a_role_is_weighed_with_what_is_said(roles, said, sentences):
    assert bulk.faults_of(roles, said, DAY) == sentences


def test_what_is_held_is_said_of_open_roles_alone_in_their_order():
    roles = [
        role(role="B", service="East", ends_on=DAY + ONE),
        role(role="A", service=""),
        role(role="Gone", ends_on=DAY),
        role(role="Withdrawn", withdrawn_on=DAY),
    ]
    assert bulk.current_text(roles, "service", DAY) == "B: East; A: "
    assert bulk.current_text(roles, "ends_on", DAY) == "B: 1 April 2016; A: no end"
    assert (
        bulk.current_text(roles[2:], "ends_on", DAY) == bulk.current_text([], "service", DAY) == ""
    )


def test_any_change_of_a_person_or_of_a_role_is_another_version():
    def versions(*numbers):
        return [SimpleNamespace(version=one) for one in numbers]

    for count in range(4):
        person, roles = versions(2)[0], versions(*[1] * count)
        seen = bulk.version_of(person, roles)
        assert seen == 2 + count
        assert bulk.version_of(versions(3)[0], roles) != seen
        assert bulk.version_of(person, [*roles, *versions(1)]) != seen
        for changed in roles:
            changed.version += 1
            assert bulk.version_of(person, roles) != seen
            changed.version -= 1
