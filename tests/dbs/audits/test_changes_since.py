"""The position page's change since the last audit, of a made crowd: who is in which list is
reckoned again the slow way, by names."""

from datetime import date
from itertools import product
from types import SimpleNamespace

import pytest

from assurance.dbs.rules import overview
from assurance.dbs.rules.captions import KIND_LABELS
from assurance.dbs.rules.populations import Days, look, months_ahead
from assurance.dbs.rules.statuses import Interval, PersonRecords, due_on, policy_of, status_of
from tests.dbs.crowd import Application, Check, Role

SINCE, AUDIT, NOW = date(2015, 7, 15), date(2016, 1, 5), date(2016, 1, 15)
POLICIES = {"": Interval(), "agency": Interval(12, 10, 6)}
LABELS = {"employee": "Employee", "agency": "Agency worker", "foster_carer": "Foster carer"}
DAYS = Days(AUDIT, NOW, POLICIES, SINCE, POLICIES)
# Kind of a status → the page's word for it, written out again.
KINDS = {
    "compliant": ("IN_DATE", "DUE_SOON", "UPDATE_CURRENT"),
    "overdue": ("OVERDUE", "OVERDUE_IN_PROGRESS"),
    "without": ("NO_CHECK", "FIRST_CHECK_IN_PROGRESS"),
    "other": ("UNKNOWN", "NOT_CURRENT"),
}
ROLES = (
    Role(),
    Role(group="agency"),
    Role(starts_on=date(2015, 7, 16)),
    Role(starts_on=date(2015, 7, 15), ends_on=NOW),
    Role(ends_on=date(2016, 1, 16)),
    Role(starts_on=date(2016, 1, 16)),
    Role(set_aside_from=AUDIT),
    Role(needs_check=False),
)
CHECKS = (
    (),
    (Check(date(2012, 7, 14)),),
    (Check(date(2012, 7, 15)),),
    (Check(date(2013, 1, 14)),),
    (Check(date(2013, 1, 15)),),
    (Check(date(2012, 1, 1)), Check(date(2016, 1, 6))),
    (Check(None),),
)
APPLICATIONS = ((), (Application(date(2016, 1, 6)),))
# Somebody who went from one group of the population to another, and one who came the other way.
MOVED = (
    (Role(ends_on=AUDIT), Role(group="agency", starts_on=AUDIT)),
    (Role(group="agency", ends_on=AUDIT), Role(group="foster_carer", starts_on=AUDIT)),
)


def crowd():
    """(person, roles, what is held) of everybody."""
    every = [((role,), checks, sent) for role, checks, sent in product(ROLES, CHECKS, APPLICATIONS)]
    every += [(roles, checks, ()) for roles, checks in product(MOVED, CHECKS)]
    return [
        (SimpleNamespace(pk=number), roles, PersonRecords(checks, sent))
        for number, (roles, checks, sent) in enumerate(every)
    ]


def in_scope(roles, held, day):
    """(kind, group) of somebody at the end of `day` by their roles in scope, or None: here nobody
    has two at once."""
    found = []
    for role in roles:
        begun = role.starts_on <= day
        ended = role.ends_on is not None and role.ends_on <= day
        aside = role.set_aside_from is not None and role.set_aside_from <= day
        if role.needs_check and begun and not ended and not aside:
            status = status_of(role, held, policy_of(role.group, POLICIES), day)
            [kind] = [name for name, members in KINDS.items() if status in members]
            found.append((kind, role.group))
    assert len(found) < 2
    return found[0] if found else None


CROWD = crowd()
THEN = {who.pk: in_scope(roles, held, SINCE) for who, roles, held in CROWD}
SINCE_THEN = {who.pk: in_scope(roles, held, NOW) for who, roles, held in CROWD}
PICTURE = look(CROWD, DAYS)


def named(key):
    """Who is in the list of a key."""
    return {one.person.pk for one in PICTURE.lists.get(key, ())}


def those(fits):
    """Who fits, of what each was then and is now."""
    return {pk for pk in THEN if fits(THEN[pk], SINCE_THEN[pk])}


def test_the_crowd_holds_some_of_everything_that_is_told_of_below():
    assert those(lambda then, now: then and now and then[1] != now[1])
    for kind in ("compliant", "overdue", "without", "other"):
        assert those(lambda then, now, kind=kind: then and then[0] == kind), kind
        assert those(lambda then, now, kind=kind: now and now[0] == kind), kind


@pytest.mark.parametrize(
    ("key", "fits"),
    [
        ("before", lambda then, now: then),
        ("scope", lambda then, now: now),
        ("left", lambda then, now: then and not now),
        ("joined", lambda then, now: now and not then),
        ("moved", lambda then, now: then and now and then[1] != now[1]),
        ("still.overdue", lambda then, now: then and now and then[0] == now[0] == "overdue"),
    ],
)
def test_who_was_there_who_is_and_who_came_and_went(key, fits):
    assert named(key) == those(fits)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_those_who_were_are_left_joined_became_or_ceased_to_be_it(kind):
    assert named(f"before.{kind}") == those(lambda then, now: then and then[0] == kind)
    assert named(f"kind.{kind}") == those(lambda then, now: now and now[0] == kind)
    assert named(f"left.{kind}") == those(lambda then, now: then and not now and then[0] == kind)
    assert named(f"joined.{kind}") == those(lambda then, now: now and not then and now[0] == kind)
    stayed = {pk: (THEN[pk][0], SINCE_THEN[pk][0]) for pk in THEN if THEN[pk] and SINCE_THEN[pk]}
    assert named(f"went.{kind}") == {pk for pk, (a, b) in stayed.items() if a == kind != b}
    assert named(f"came.{kind}") == {pk for pk, (a, b) in stayed.items() if a != kind == b}
    for other in set(KINDS) - {kind}:
        wanted = {pk for pk, pair in stayed.items() if pair == (kind, other)}
        assert named(f"from.{kind}.{other}") == wanted, other


@pytest.mark.parametrize("group", LABELS)
def test_each_group_has_those_who_were_are_left_joined_or_moved(group):
    assert named(f"before..{group}") == those(lambda then, now: then and then[1] == group)
    assert named(f"scope..{group}") == those(lambda then, now: now and now[1] == group)
    assert named(f"left..{group}") == those(lambda then, now: then and not now and then[1] == group)
    assert named(f"joined..{group}") == those(
        lambda then, now: now and not then and now[1] == group
    )
    both = {pk: (THEN[pk][1], SINCE_THEN[pk][1]) for pk in THEN if THEN[pk] and SINCE_THEN[pk]}
    assert named(f"moved_out.{group}") == {pk for pk, (a, b) in both.items() if a == group != b}
    assert named(f"moved_in.{group}") == {pk for pk, (a, b) in both.items() if a != group == b}


def test_the_rows_of_the_change_count_the_lists_and_balance():
    scope = overview.scope_changes(PICTURE, LABELS)
    assert [row.words for row in scope] == ["All", *LABELS.values()]
    position = overview.position_changes(PICTURE)
    assert [row.words for row in position] == list(KIND_LABELS.values())
    for row in (*scope, *position):
        assert row.balances, row.words
        for one in (row.before, *row.less, *row.more, row.now):
            assert one.people == len(named(one.key)), one.key
    assert (scope[0].before.people, scope[0].now.people) == (
        sum(map(bool, THEN.values())),
        sum(map(bool, SINCE_THEN.values())),
    )


def test_a_group_that_nobody_is_or_was_in_has_no_row_of_change():
    rows = overview.scope_changes(PICTURE, {**LABELS, "governor": "School governor"})
    assert "School governor" not in [row.words for row in rows]
    assert [row.words for row in overview.scope_changes(look([], DAYS), LABELS)] == ["All"]


def test_three_changes_are_always_told_and_the_others_where_they_happened():
    found = overview.transitions(PICTURE)
    assert [one.words for one in found[:3]] == [
        *("Newly overdue", "Re-checked: overdue then, in date now", "Overdue then and now")
    ]
    for one in found:
        assert one.people == len(named(one.key))
    assert all(one.people for one in found[3:])
    nobody = overview.transitions(look([], DAYS))
    assert [(one.key, one.people) for one in nobody] == [
        *(("from.compliant.overdue", 0), ("from.overdue.compliant", 0), ("still.overdue", 0))
    ]


def test_the_months_to_come_hold_each_of_the_compliant_by_their_due_day():
    wanted = {}
    for who, _, held in CROWD:
        now = SINCE_THEN[who.pk]
        if now and now[0] == "compliant":
            months = policy_of(now[1], POLICIES).interval_months
            days = [check.issued_on for check in held.checks if check.issued_on <= NOW]
            wanted.setdefault(due_on(max(days), months).strftime("due.%Y-%m"), set()).add(who.pk)
    ahead = {f"due.{month:%Y-%m}" for month in months_ahead(NOW)}
    later = set().union(*(some for key, some in wanted.items() if key not in ahead))
    cells = {one.key: one.people for one in overview.coming(PICTURE, NOW)}
    assert len(cells) == 14 and cells["due.undated"] == 0
    assert named("due.later") == later and cells["due.later"] == len(later)
    for key in ahead:
        assert named(key) == wanted.get(key, set()), key


def test_what_came_of_those_overdue_at_the_audit_is_what_each_holds_since():
    rechecked, sent, nothing = set(), set(), set()
    for who, roles, held in CROWD:
        then, now = in_scope(roles, held, AUDIT), SINCE_THEN[who.pk]
        if then and now and then[0] == "overdue":
            renewed = now[0] == "compliant"
            (rechecked if renewed else sent if held.applications else nothing).add(who.pk)
    assert rechecked and sent and nothing
    cells = {one.key: one.people for one in overview.cells_of(PICTURE, "followup")}
    for key, wanted in (("rechecked", rechecked), ("in_progress", sent), ("not_started", nothing)):
        assert named(f"followup.{key}") == wanted, key
        assert cells[f"followup.{key}"] == len(wanted)


def test_everybody_not_in_scope_is_left_out_for_one_reason():
    reasons = {one.key: named(one.key) for one in overview.cells_of(PICTURE, "out")}
    assert set().union(*reasons.values()) == those(lambda then, now: not now)
    assert sum(map(len, reasons.values())) == len(those(lambda then, now: not now))
    for who, roles, _ in CROWD:
        [role, *more] = roles
        if not more and not role.needs_check:
            assert who.pk in reasons["out.needs_none"]
        if not more and role.set_aside_from:
            assert who.pk in reasons["out.excluded"]
        if not more and role.starts_on > NOW:
            assert who.pk in reasons["out.not_started"]
        if not more and role.ends_on == NOW:
            assert who.pk in reasons["out.ended"]


def test_the_share_is_of_those_in_scope_of_a_group_or_of_all():
    for group in ("", *LABELS):
        scope = those(lambda then, now, group=group: now and group in ("", now[1]))
        good = {pk for pk in scope if SINCE_THEN[pk][0] == "compliant"}
        said, *_ = overview.share(PICTURE, group).split(" (")
        assert said == f"{len(good)} of {len(scope)}"
    assert overview.share(look([], DAYS)) == "0 of 0"
