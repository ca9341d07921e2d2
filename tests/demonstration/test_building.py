"""What the demonstration is built from, before it meets a database."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest

from assurance.dbs.rules import faults, positions
from assurance.dbs.rules.statuses import PersonRecords
from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.counts import describing, whole_years
from assurance.looked_after.rules.returns import put_together, why_not_read
from reports.demonstration import texts as wording
from reports.demonstration.children import OPENING, children, files
from reports.demonstration.courses import FIRST, LAST, MIDDLE, courses
from reports.demonstration.programme import LATER_ROUNDS, ROUNDS, case_audits
from reports.demonstration.register import IMPORTED, Register, events_of

GROUPS = {
    "R": {"U1", "U3"},
    "O": {"U4", "U6"},
    "A": {"U4", "U6"},
    "D": {"A3", "A5", "A6"},
    "P": {"P1"},
    "K": {"K2"},
    "S": {"S1"},
    "H": {"H5"},
    "F": {"R3"},
}
ENGAGEMENT = {
    "level": "enhanced_barred",
    "workforce": "child",
    "needs_check": True,
    **dict.fromkeys(("ends_on", "set_aside_from", "set_aside_until", "risk_assessed_on")),
    **dict.fromkeys(("absent_from", "absent_until", "set_aside_approver_id")),
}


@pytest.fixture(scope="module")
def register():
    return Register(wording.read("register"), wording.read("names"))


@pytest.fixture(scope="module")
def told():
    return children()


def on(told, day):
    """Child → the stay that describes them at the end of `day`."""
    found = {}
    for child in told:
        rows = [
            SimpleNamespace(decom=one.first, dec=one.last, ls=one.status, line=line, stay=one)
            for line, one in enumerate(child.stays)
        ]
        if latest := describing(rows, day):
            found[child] = latest.stay
    return found


def test_it_is_built_alike_each_time(register, told):
    assert told == children()
    assert register.entries == Register(wording.read("register"), wording.read("names")).entries
    said = wording.read("case-audits")
    assert case_audits(said) == case_audits(said)


@pytest.mark.parametrize(("place", "day"), [(0, FIRST), (1, MIDDLE), (2, LAST)])
def test_each_child_is_where_the_course_says(told, place, day):
    wanted = Counter()
    for course in courses():
        if course.places[place : place + 1] in GROUPS and not course.places.endswith("<<"):
            wanted[course.places[place]] += course.children
    found = on(told, day)
    assert len(found) == sum(wanted.values())
    for group, number in wanted.items():
        ours = [one for one in found.values() if one.place in GROUPS[group]]
        if group in "OA":
            ours = [one for one in ours if (one.provider == "PR1") == (group == "O")]
        assert len(ours) == number
        assert number >= 6


def test_a_child_is_in_one_place_at_a_time_and_grows_up_outside_care(told):
    assert len({child.reference for child in told}) == len(told)
    for child in told:
        days = [(one.first, one.last or date.max) for one in child.stays]
        assert all(first < last for first, last in days)
        assert all(before[1] == after[0] for before, after in pairwise(days))
        assert child.born_on <= days[0][0]
        last = min(days[-1][1], LAST)
        assert whole_years(child.born_on, last) < 18 or last == child.stays[-1].last
    for child in told:
        for one in child.stays:
            assert one.place != "H5" or whole_years(child.born_on, one.first) >= 16
    sexes = Counter(child.sex for child in told)
    assert abs(sexes["1"] - sexes["2"]) < 20
    assert sum(child.alone for child in told) == 7


def test_a_return_is_read_without_a_fault_and_knows_nothing_of_what_came_after_it(told):
    for opening, closing in ((OPENING, date(2015, 3, 31)), (date(2015, 3, 31), date(2015, 12, 14))):
        made = files(told, opening, closing)
        whole = put_together([return_files.read(name, content) for name, content in made.items()])
        assert why_not_read(whole, leave_out_refused=False) is None
        assert not whole.notices
    made = files(told, OPENING, date(2015, 3, 31))
    days = re.findall(rb"\d\d/\d\d/\d{4}", made["episodes.csv"])
    assert max(day[6:] + day[3:5] + day[:2] for day in days) <= b"20150331"
    assert b",,,,,," in made["episodes.csv"]


def lived(one):
    """(reference, engagements, held) of an entry once all of its events have happened."""
    role = SimpleNamespace(**{**ENGAGEMENT, **one.engagement})
    checks = [SimpleNamespace(workforce="child", **said) for said in one.checks]
    applied = [SimpleNamespace(**{"closed_on": None, **said}) for said in one.applications]
    for _day, what, said in one.events:
        if what == "check":
            checks.append(SimpleNamespace(workforce="child", **said))
        elif what == "apply":
            applied.append(SimpleNamespace(closed_on=None, **said))
        elif what == "close":
            applied[-1].closed_on = said["closed_on"]
        else:
            role.ends_on = said["ends_on"]
    return one.reference, [role], PersonRecords(checks, applied)


@pytest.mark.parametrize(
    ("audited", "day", "needing", "follow_up"),
    [
        (date(2015, 6, 15), IMPORTED, 346, (10, 8, 6)),
        (date(2016, 1, 5), date(2016, 1, 15), 351, (14, 16, 0)),
    ],
)
def test_the_register_gives_the_audits(register, audited, day, needing, follow_up):
    staff = [
        lived(one)
        for one in register.entries
        if one.engagement["group"] in ("employee", "agency", "contractor")
    ]
    counted = positions.count(staff, {}, audited, day)
    assert counted.needing == needing
    assert tuple(counted.follow_up[name] for name in positions.FOLLOW_UP) == follow_up
    small = {
        key: people
        for key, people in counted.counts.items()
        if key[0] == positions.POSITION and not key[1] and key[2] in positions.PARTS
    }
    assert all(not 1 <= people <= 5 for people in small.values())


def test_every_certificate_has_a_number_of_its_own_and_comes_after_the_one_before(register):
    checks = [
        [*one.checks, *(said for _, what, said in one.events if what == "check")]
        for one in register.entries
    ]
    numbers = [said["certificate_number"] for several in checks for said in several]
    assert len(numbers) == len(set(numbers)) > 1000
    assert not any(faults.why_not_number(number) for number in numbers)
    for several in checks:
        days = [said["issued_on"] for said in several]
        assert days == sorted(set(days))
        assert all(said["issued_on"] < said["seen_on"] for said in several)


def test_what_was_imported_was_known_by_then_and_events_come_in_their_order(register):
    for one in register.entries:
        if one.starts_on <= IMPORTED:
            assert all(said["issued_on"] <= IMPORTED for said in one.checks)
            assert all(said["submitted_on"] <= IMPORTED for said in one.applications)
    days = [day for day, *_ in events_of(register.entries)]
    assert days == sorted(days)
    assert IMPORTED < days[0] <= days[-1] <= date(2016, 1, 15)
    assert all(re.fullmatch(r"[A-Z]\w+ [A-Z]\w+", one.name) for one in register.entries)
    assert len({one.name for one in register.entries}) == len(register.entries) > 470


def test_audits_are_of_working_days_and_come_in_order():
    made = case_audits(wording.read("case-audits"), ROUNDS + LATER_ROUNDS)
    for one in made:
        assert bool(one["moderator_role"]) == bool(one["moderated_on"])
        assert one["moderator_role"] != one["auditor_role"]
        assert not one["moderated_on"] or one["audited_on"] < one["moderated_on"]
    named = [one for one in made if one["moderated_grade"] and one["audited_on"].year > 2016]
    assert named and all(one["moderator_role"] for one in named)
    made = case_audits(wording.read("case-audits"))
    days = [one["audited_on"] for one in made]
    assert days == sorted(days)
    assert len({one["reference"] for one in made}) == len(made) == 167
    for one in made:
        dated = [one[name] for name in ("audited_on", "shared_on", "recorded_on") if one[name]]
        assert dated == sorted(dated)
        assert all(day.weekday() < 5 for day in dated)


def test_each_finding_and_action_is_told_once():
    said = wording.read("inspection")
    texts = [text for theme in said["themes"] for text in theme["strengths"]]
    texts += [area["text"] for theme in said["themes"] for area in theme["areas"]]
    texts += [one["text"] for one in said["recommendations"]]
    assert len(texts) == len(set(texts)) == 83
    actions = [
        action
        for plan in wording.read("plans")
        for priority in plan["priorities"]
        for action in priority["actions"]
    ]
    assert len({one["reference"] for one in actions}) == len(actions) == 34


def test_every_recommendation_and_every_area_but_two_is_answered():
    plan = next(one for one in wording.read("plans") if one["slug"] == "inspection-2017")
    answered = {
        name
        for priority in plan["priorities"]
        for action in priority["actions"]
        for name in action["findings"]
    }
    assert {one for one in answered if one.startswith("rec")} == {
        f"recommendation {number}" for number in range(1, 11)
    }
    assert {one for one in answered if one.startswith("area")} == {
        f"area {number}" for number in range(3, 13)
    }
