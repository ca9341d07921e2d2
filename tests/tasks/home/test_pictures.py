"""The pictures of home: each number counted a second time in plain Python, and who sees which."""

from datetime import date, timedelta
from html import unescape
from itertools import product

import pytest

from assurance.accounts.access import Subject
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.statuses import register, standing_of
from assurance.dbs.rules.statuses import NO_POLICY, Status
from assurance.improvement.models.actions import Action
from assurance.looked_after.models.censuses import Census
from reports.tasks.home_parts.pictures import MONTHS
from tests import cast
from tests.make import audits, compared, dbs, improvements, looked_after, people
from tests.page_requests import browser_of
from tests.sweeping import NamedCase
from tests.tasks.home.homes import DAY, body, part, pictures

pytestmark = pytest.mark.django_db
ONE, YEAR = timedelta(days=1), timedelta(days=365)
TITLES = {
    "dbs": "DBS re-checks, 19 January 2016",
    "audits": "Case audits recorded one by one since 1 October 2015",
    "looked_after": "Children looked after",
    "improvements": "Actions by state, 19 January 2016",
}


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def texts(picture):
    """(title, description) of a drawing as a screen reader takes them."""
    drawing = str(picture["drawing"])
    both = (drawing.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0] for tag in ("title", "desc"))
    return tuple(map(unescape, both))


def crowd():
    """People of two populations and of none, of every age of certificate and state of role."""
    dbs.policy(interval_months=36)
    people.cohort(title="Staff", groups=["employee", "agency"])
    people.cohort("carers", title="Carers", groups=["foster_carer"])
    people.cohort("empty", title="Nobody", groups=["panel"])
    due = date(2013, 1, 19)
    issues = (None, due - YEAR, due - ONE, due, due + ONE, due + 20 * ONE, due + YEAR)
    groups = ("employee", "agency", "foster_carer", "contractor")
    for issued, group, ended in product(issues, groups, (None, DAY - ONE)):
        role = people.engagement(group=group, ends_on=ended)
        if issued:
            dbs.dbs_check(person=role.person, issued_on=issued)
    set_aside = {"set_aside_from": DAY - ONE, "set_aside_because": "Leave"}
    people.engagement(group="employee", **set_aside, set_aside_approver="Director")
    people.engagement(group="employee", needs_check=False, not_eligible_because="No contact")


def by_hand(groups):
    """Overdue, due soon, other and all people in scope with a role in `groups`, one by one."""
    late = soon = other = total = 0
    for person in register(cast.make_council()):
        if not any(role.group in groups for role in person.engagements.all()):
            continue
        status = standing_of(person, DAY).status
        if status in (Status.NOT_IN_SCOPE, Status.NOT_STARTED, Status.EXCLUDED):
            continue
        total += 1
        late += status in (Status.OVERDUE, Status.OVERDUE_IN_PROGRESS)
        soon += status == Status.DUE_SOON
        other += status in (Status.NO_CHECK, Status.UNKNOWN, Status.NOT_CURRENT)
    return late, soon, other, total


@pytest.mark.long
def test_re_checks_are_drawn_for_each_population_as_people_one_by_one_have_them():
    crowd()
    picture = pictures(cast.officer(subject=Subject.DBS))[TITLES["dbs"]]
    expected = []
    for title, groups in (("Carers", ["foster_carer"]), ("Staff", ["employee", "agency"])):
        late, soon, other, total = by_hand(groups)
        assert late and soon and other and total
        text = f"{late} of {total} overdue, {soon} due soon, {other} no check, or not known"
        expected.append((title, text))
    assert list(picture["lines"]) == expected
    facts = "; ".join(f"{title}: {text}" for title, text in expected)
    assert texts(picture) == (TITLES["dbs"], f"{facts}.")


def test_re_checks_that_no_policy_counts_are_not_drawn_without_saying_so():
    people.cohort(title="Staff", groups=["employee"])
    people.engagement(group="employee")
    officer = cast.officer(subject=Subject.DBS)
    assert pictures(officer)[TITLES["dbs"]]["lines"][-1] == ("Re-check policy", NO_POLICY)
    dbs.policy(interval_months=36)
    assert [label for label, _ in pictures(officer)[TITLES["dbs"]]["lines"]] == ["Staff"]


@pytest.mark.long
def test_the_tasks_count_the_same_people_with_their_populations():
    crowd()
    groups = (["employee", "agency"], ["foster_carer"], ["contractor"])
    staff, carers, rest = (by_hand(some) for some in groups)
    [(_, late), (_, soon)] = part(cast.officer(subject=Subject.DBS), "tasks")["groups"]
    for tasks, place, text in ((late, 0, "overdue"), (soon, 1, "due soon")):
        numbers = carers[place], staff[place], rest[place]
        parts = "Carers: {}; Staff: {}; In no population: {}".format(*numbers)
        assert f"{sum(numbers)} DBS re-checks {text} ({parts})" in [task["words"] for task in tasks]


def test_audits_of_the_half_year_are_drawn_by_how_far_each_has_come():
    start = date(2015, 10, 1)
    for done in (start - ONE, start, DAY, DAY + ONE):
        for shared, recorded in ((None, None), (DAY, None), (DAY, DAY), (DAY + ONE, DAY + ONE)):
            times = {"shared_on": shared, "recorded_on": recorded}
            if shared is None or shared >= done:
                audits.case_audit(audited_on=done, **times)
    wrong = {"withdrawn_by": cast.officer(), "withdrawn_because": "Entered twice"}
    audits.case_audit(audited_on=DAY, withdrawn_on=DAY, **wrong)
    # Figures add what was entered as a total; the picture is of audits that its pages list.
    audits.audit_total(start=start, end=DAY, done=40, shared=20)
    rows = [
        row
        for row in CaseAudit.objects.filter(withdrawn_on=None)
        if start <= row.audited_on <= date(2016, 3, 31)
    ]
    shared = [row for row in rows if row.shared_on and row.shared_on <= DAY]
    recorded = [row for row in shared if row.recorded_on and row.recorded_on <= DAY]
    picture = pictures(cast.officer(subject=Subject.AUDITS))[TITLES["audits"]]
    assert 0 < len(recorded) < len(shared) < len(rows)
    text = f"{len(rows)} done, {len(shared)} of them shared, {len(recorded)} discussions recorded."
    assert texts(picture) == (TITLES["audits"], text)
    [(_, share)] = picture["lines"]
    assert share == f"{len(shared)} of {len(rows)} shared by 19 January 2016"


def test_children_are_a_line_through_the_counted_dates_with_the_last_two_as_text():
    old = date(2013, 1, 18)
    days = [old, old + ONE, date(2014, 6, 30), date(2015, 6, 30), date(2015, 12, 1), DAY + ONE]
    for place, day in enumerate(days):
        looked_after.census(date=day, total=180 + place)
    replaced = looked_after.census(date=date(2015, 3, 31), total=999)
    Census.objects.filter(pk=replaced.pk).update(replaced_on=date(2015, 4, 1))
    other = looked_after.children_looked_after("others", title="Others")
    looked_after.census(cohort=other, date=date(2015, 9, 30), total=50)
    picture = pictures(cast.officer(subject=Subject.LOOKED_AFTER))[TITLES["looked_after"]]
    assert MONTHS == 36
    text = "19 January 2013: 181; 30 June 2014: 182; 30 June 2015: 183; 1 December 2015: 184."
    change = "rose from 181 to 184 between 19 January 2013 and 1 December 2015"
    assert texts(picture) == (f"Children looked after {change}", text)
    assert picture["lines"] == [
        ("1 December 2015", "184 children"),
        ("30 June 2015", "183 children"),
    ]
    assert str(picture["drawing"]).count("<circle") == 2 * 4


def test_the_rate_of_the_last_count_is_shown_with_that_of_england():
    looked_after.census(date=date(2015, 12, 1), total=184)
    reader = cast.officer(subject=Subject.LOOKED_AFTER)
    assert len(pictures(reader)[TITLES["looked_after"]]["lines"]) == 1
    compared.compared_area(role="own", area_code="E1", area_name="Netherby")
    compared.published("E1", "Netherby", rate=None, population=36_800)
    [_, rate] = pictures(reader)[TITLES["looked_after"]]["lines"]
    assert rate == ("Per 10,000 children", f"{184 * 10_000 / 36_800:.0f}")
    compared.published(rate="60")
    [*_, england] = pictures(reader)[TITLES["looked_after"]]["lines"]
    assert england == ("England per 10,000 children, 31 March 2015", "60")


def test_two_counts_of_children_are_words_alone():
    for day in (date(2015, 6, 30), date(2015, 12, 1)):
        looked_after.census(date=day)
    picture = pictures(cast.officer(subject=Subject.LOOKED_AFTER))[TITLES["looked_after"]]
    assert picture["drawing"] == "" and len(picture["lines"]) == 2


def test_actions_are_drawn_by_the_state_that_each_has_today():
    begun, rated = {"starts_on": date(2015, 1, 18)}, ("not_started", "on_track", "at_risk")
    # What is rated red before its due date will miss it, and is not overdue.
    for status, due in product((*rated, "overdue"), (DAY - ONE, DAY, DAY + ONE)):
        improvements.action(status=status, due_on=due, **begun)
    improvements.action(status="done", done_on=DAY - ONE, due_on=DAY, **begun)
    improvements.action(status="on_track", starts_on=DAY + ONE, due_on=DAY + YEAR)
    numbers = {}
    for row in Action.objects.all():
        if row.starts_on <= DAY:
            late = row.due_on < DAY and row.status != "done"
            rating = "will_miss" if row.status == "overdue" else row.status
            state = "overdue" if late else rating
            numbers[state] = numbers.get(state, 0) + 1
    picture = pictures(cast.officer(subject=Subject.IMPROVEMENTS))[TITLES["improvements"]]
    labels = dict(Action.STATUSES) | {"overdue": "Overdue", "will_miss": "Will miss its date"}
    order = ("not_started", "on_track", "at_risk", "will_miss", "overdue", "done")
    parts = ", ".join(f"{labels[code]}: {numbers[code]}" for code in order)
    assert texts(picture) == (TITLES["improvements"], f"{parts}, of {sum(numbers.values())}.")
    assert list(picture["lines"]) == [("Overdue", f"4 of {sum(numbers.values())}")]
    listed = browser_of(cast.officer()).get(picture["address"]).context["page"].paginator.count
    assert listed == numbers["overdue"] == 4


def everything():
    """Something to draw of each subject."""
    dbs.policy(interval_months=36)
    people.cohort(title="Staff", groups=["employee"])
    people.engagement()
    audits.case_audit(audited_on=DAY)
    improvements.action(starts_on=DAY - YEAR, due_on=DAY)
    for day in (date(2014, 12, 1), date(2015, 6, 30), date(2015, 12, 1)):
        looked_after.census(date=day)


@pytest.mark.long
def test_a_picture_is_shown_to_who_keeps_its_records_or_sees_every_count_and_to_nobody_else():
    everything()
    expected = {
        cast.officer(): set(TITLES),
        cast.officer(subject=Subject.SURVEYS): set(),
        **{cast.officer(subject=name): {name} for name in TITLES},
        cast.clerk(): set(TITLES) - {"improvements"},
        cast.approver(): set(TITLES) - {"improvements"},
        cast.member(): set(),
        cast.administrator(): set(),
        cast.make_user(): set(),
        cast.officer(cast.make_council("elsewhere")): set(),
    }
    for user, names in expected.items():
        with NamedCase(f"{user}"):
            assert set(pictures(user)) == {TITLES[name] for name in names}


@pytest.mark.long
def test_each_picture_is_named_described_and_leads_to_a_page_that_opens(client):
    everything()
    user = cast.officer()
    client.force_login(user)
    page = body(user)
    for title, picture in pictures(user).items():
        drawing = str(picture["drawing"])
        assert drawing and drawing.count('role="img"') == drawing.count("<svg") > 0
        for told in (title, *(text for line in picture["lines"] for text in line)):
            assert told in unescape(page), told
        assert texts(picture)[0].startswith(title) and texts(picture)[1].endswith(".")
        assert client.get(picture["address"]).status_code == 200, title


@pytest.mark.long
def test_where_nothing_is_recorded_there_is_no_empty_picture():
    assert pictures(cast.officer()) == {}
    assert "At a glance" not in body(cast.officer())
