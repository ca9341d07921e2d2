"""Every line that records put before who keeps them: for one and for several, late or not, with a
page that opens, to nobody else; and the days at the two ends of a calendar's year."""

from datetime import date, timedelta

import pytest

from assurance.accounts.access import Subject
from assurance.looked_after.models.censuses import Census
from reports.tasks.all_tasks import in_words, needs_of
from reports.tasks.dates import dates_of
from reports.tasks.task import Need
from tests import cast
from tests.make import audits, dbs, findings, imports, improvements, looked_after, papers, people
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 1, 18), timedelta(days=1)
YEAR = timedelta(days=365)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def past_due():
    """Somebody whose re-check was due last year."""
    dbs.policy(interval_months=36)
    number = people.Engagement.objects.count()
    person = people.engagement(person=people.person(name=f"Somebody {number}")).person
    dbs.dbs_check(person=person, issued_on=date(2012, 1, 20) + ONE * number)


def shared():
    """An audit that was shared with the worker, its discussion not recorded."""
    audits.case_audit(shared_on=date(2015, 3, 20))


def awaiting():
    """A round that was begun, its result not due."""
    kind = audits.audit_kind(f"Kind {audits.AuditKind.objects.count()}")
    days = {"end": date(2016, 6, 30), "begun_on": DAY - ONE, "next_due_on": DAY + ONE}
    made = audits.audit_round(kind=kind, planned=1, **days)
    told = {"shared_on": DAY, "recorded_on": DAY}
    audits.case_audit(round=made, audited_on=DAY - ONE, **told)


def slipped():
    """A round that was to end last year."""
    kind = audits.audit_kind(f"Kind {audits.AuditKind.objects.count()}")
    audits.audit_round(kind=kind)


def unfollowed():
    """A learning meeting whose next was to be held yesterday."""
    number = audits.LearningMeeting.objects.count()
    audits.learning_meeting(forum=f"Forum {number}", next_on=DAY - ONE)


def overdue():
    """An action that was due yesterday."""
    improvements.action(starts_on=date(2015, 1, 18), due_on=DAY - ONE)


def missing():
    """A census day of which there is no census, after one that there is."""
    council = cast.make_council()
    number = council.census_days.count()
    if not number:
        looked_after.census(council=council, date=date(2015, 1, 20))
    council.census_days.create(month=12, day=number + 1)


LINES = [
    (Subject.DBS, past_due, "1 DBS re-check overdue (In no population: 1)",
     "2 DBS re-checks overdue (In no population: 2)", True),
    (Subject.DBS, lambda: dbs.breach(remedy_due_on=DAY - ONE),
     "1 breach of the DBS policy is late to be put right",
     "2 breaches of the DBS policy are late to be put right", True),
    (Subject.DBS, dbs.breach, "1 breach of the DBS policy has no date to be put right by",
     "2 breaches of the DBS policy have no date to be put right by", False),
    (Subject.DBS, lambda: dbs.breach(remedy="Renewed", remedied_on=DAY - ONE),
     "1 breach of the DBS policy was put right and is to be closed",
     "2 breaches of the DBS policy were put right and are to be closed", False),
    (Subject.DBS, lambda: people.engagement(set_aside_from=DAY, set_aside_because="Leave"),
     "1 person was set aside and waits for approval",
     "2 people were set aside and wait for approval", False),
    (Subject.AUDITS, audits.case_audit, "1 audit has not been shared with the worker",
     "2 audits have not been shared with the worker", False),
    (Subject.AUDITS, shared, "1 audit was shared and its discussion is not recorded",
     "2 audits were shared and their discussions are not recorded", False),
    (Subject.AUDITS, slipped, "1 audit round is late", "2 audit rounds are late", True),
    (Subject.AUDITS, awaiting, "1 audit round is awaiting its result",
     "2 audit rounds are awaiting their results", False),
    (Subject.AUDITS, unfollowed,
     "1 learning meeting was to be followed by one that is not recorded",
     "2 learning meetings were to be followed by ones that are not recorded", True),
    (Subject.IMPROVEMENTS, overdue, "1 action is past its due date",
     "2 actions are past their due dates", True),
    (Subject.IMPROVEMENTS, findings.finding, "1 finding has no action and no reason for none",
     "2 findings have no action and no reason for none", False),
    (Subject.LOOKED_AFTER, missing, "1 count of looked-after children is missing: 1 December 2015",
     "2 counts of looked-after children are missing: 1 December 2015, 2 December 2015", False),
    (Subject.SURVEYS, lambda: imports.import_run(state="checked", ended_on=None),
     "1 upload of files has not been imported",
     "2 uploads of files have not been imported", False),
]  # fmt: skip


@pytest.mark.long
def test_a_line_counts_what_waits_and_leads_to_a_page_that_opens(client):
    for subject, make, one, two, late in LINES:
        user = people.holder(account=cast.officer(subject=subject)).account
        client.force_login(user)
        for words in (one, two):
            with NamedCase(words):
                make()
                found = {need.words: need for need in needs_of(user, DAY)}
                assert words in found, list(found)
                assert found[words].late is late
        assert client.get(found[two].address).status_code == 200, two
    elsewhere = cast.officer(cast.make_council("elsewhere"))
    for other in (cast.clerk(), cast.member(), elsewhere):
        assert needs_of(other, DAY) == []


def test_what_is_late_comes_before_the_rest_whatever_it_is_of():
    for make in (audits.case_audit, missing, overdue, slipped):
        make()
    found = needs_of(cast.officer(), DAY)
    assert [one.late for one in found] == sorted((one.late for one in found), reverse=True)
    assert sum(one.late for one in found) == 2


def test_three_censuses_are_named_and_of_more_it_is_said_that_there_are():
    for _ in range(4):
        missing()
    keeper = cast.officer(subject=Subject.LOOKED_AFTER)
    [told] = [one.words for one in needs_of(keeper, DAY)]
    named = ", ".join(f"{number} December 2015" for number in (1, 2, 3))
    assert told == f"4 counts of looked-after children are missing: {named}, and others"
    assert Census.objects.count() == 1


@pytest.mark.long
def test_papers_are_told_to_whom_they_wait_for_with_how_they_stand():
    clerk, approver = cast.clerk(), cast.approver()
    sent = {"sent_by": clerk, "sent_on": DAY, "frozen": {"blocks": []}}
    papers.paper(title="Being written")
    papers.paper(title="Sent", status="sent", **sent)
    papers.paper(title="Approved", status="approved", **sent)
    papers.paper(title="Elsewhere", council=cast.make_council("elsewhere"))
    told = {user: [(one.words, one.status) for one in needs_of(user, DAY)]
            for user in (clerk, approver)}  # fmt: skip
    assert sorted(told[clerk]) == [
        ("Approved", "Approved: can be published"),
        ("Being written", "Being written"),
        ("Sent", "Sent for approval"),
    ]
    waiting = "Waiting for your approval"
    assert sorted(told[approver]) == [("Approved", waiting), ("Sent", waiting)]
    # Each opens the page on which it is decided; an author who writes has one to sign off.
    assert all(one.address.endswith("/approve/") for one in needs_of(approver, DAY))
    author = papers.approval_rule("author", approver=cast.clerk()).approver
    pages = [one.address for one in needs_of(author, DAY) if one.status == waiting]
    assert len(pages) == 2 and all(page.endswith("/sign-off/") for page in pages)
    [review] = needs_of(cast.administrator(), DAY)
    assert review.words == "3 roles are overdue for their yearly review"


@pytest.mark.parametrize(
    ("said", "state", "status", "line"),
    [
        ({}, "todo", "To do", "Read it (to do)"),
        ({"late": True}, "problem", "Overdue", "Read it (overdue)"),
        ({"status": "Sent"}, "todo", "Sent", "Read it (Sent)"),
        ({"late": True, "status": "Sent"}, "problem", "Sent", "Read it (Sent)"),
    ],
)
def test_a_need_is_a_task_of_the_page_and_a_line_of_the_letter(said, state, status, line):
    need = Need("Read it", "/read/", hint="Soon", **said)
    told = {"words": "Read it", "address": "/read/", "hint": "Soon"}
    assert need.as_task() == {**told, "state": state, "status": status}
    assert in_words([need]) == [line]


@pytest.mark.parametrize(
    ("due", "stands"),
    [
        (DAY - YEAR - ONE, False),
        (DAY - YEAR, True),
        (DAY - ONE, True),
        (DAY, True),
        (DAY + ONE, True),
        (DAY + YEAR, True),
        (DAY + YEAR + ONE, False),
    ],
)
def test_a_calendar_reaches_a_year_back_and_a_year_on(due, stands):
    improvements.action(starts_on=date(2014, 1, 1), due_on=due)
    said = {"start": date(2014, 1, 1), "end": DAY, "next_due_on": due, "report_due_on": due}
    audits.audit_round(**said)
    keepers = [cast.officer(subject=one) for one in (Subject.AUDITS, Subject.IMPROVEMENTS)]
    found = [one.on for user in keepers for one in dates_of(user, DAY)]
    assert found.count(due) == (3 if stands else 0) + (due == DAY), found
    assert DAY in found


def test_each_census_day_comes_once_from_the_day_itself_to_a_year_on():
    council = cast.make_council()
    for month, day in ((1, 18), (2, 28), (12, 31)):
        council.census_days.create(month=month, day=day)
    keeper = cast.officer(subject=Subject.LOOKED_AFTER)
    found = [one.on for one in dates_of(keeper, DAY)]
    # From the day itself to a year on: 2016 has 366 days, so the day comes once.
    assert found == [DAY, date(2016, 2, 28), date(2016, 12, 31)]
