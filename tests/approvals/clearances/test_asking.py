"""Clearances asked for with one press, and chased: each e-mail once, and nobody without need."""

from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.core import mail

from assurance.accounts.access import permissions
from assurance.records.email import OutgoingEmail
from assurance.records.history import HistoryEntry
from assurance.runtime.email_states import NO_ANSWER
from assurance.runtime.periods import say_day
from reports.approvals.clearances import operations
from reports.approvals.clearances.reminders import send_due, send_waiting
from reports.approvals.clearances.states import due_of, entry_states
from reports.approvals.models.clearances import ClearanceRequest
from reports.editor.outline import arranged
from reports.papers.models.papers import Paper
from reports.tasks.job.lines import JobContext, clearance_lines
from tests import cast
from tests.approvals.clearances.steps import DAY, ON, clear, fresh, refusal, state, write
from tests.make import clearances as make
from tests.make import papers
from tests.make.clearances import FINANCIAL, LEGAL
from tests.records.failing_server import silent

pytestmark = pytest.mark.django_db
ADDRESS = "/reports/assurance/january-2016/clearances/implications/Legal/"


@pytest.fixture
def ahead(paper):
    """The report for a meeting in March, to be cleared by 2 March."""
    paper.meeting = papers.meeting(ON + 60 * DAY, council=paper.council)
    paper.save()
    return fresh(paper)


def ask(paper, by, on=ON):
    """What was asked for with one press, each told."""
    rows = operations.ask_for_clearances(paper=paper, by=by, on=on)
    for row in rows:
        send_waiting(row, by=by, on=on)
    return rows


@pytest.mark.long
def test_one_press_asks_for_all_by_the_day_of_sending(ahead, lawyer, clerk):
    treasurer = cast.make_user("approver", council=clerk.council, name="Treasurer")
    make.rule(FINANCIAL, "finance", council=clerk.council, approver=treasurer)
    rows = ask(ahead, clerk)
    due = due_of(ahead, ON)
    assert [(row.scope, row.due_on, row.asked_on) for row in rows] == [
        (LEGAL, due, ON),
        (FINANCIAL, due, ON),
    ]
    assert [letter.to for letter in mail.outbox] == [[lawyer.email], [treasurer.email]]
    assert ADDRESS in mail.outbox[0].body
    assert f"asks you to clear the legal implications of “{ahead.title}”" in mail.outbox[0].body
    assert state(ahead).status == "Written, not cleared"
    assert state(ahead).hint.startswith("Asked on 18 January 2016. To clear by ")
    assert state(ahead, scope=FINANCIAL).status == "Asked"
    assert HistoryEntry.objects.filter(what="papers.ask_for_clearances").count() == 1
    again = refusal(operations.ask_for_clearances, paper=ahead, by=clerk, on=ON + DAY)
    assert again == "Everything has been asked for already."


@pytest.mark.long
def test_what_changed_since_it_was_cleared_is_asked_for_again_once(ahead, lawyer, clerk):
    ask(ahead, clerk)
    clear(ahead, lawyer)
    assert not state(ahead).to_ask
    write(ahead, "Other words.", clerk)
    assert state(ahead).to_ask
    [row] = ask(ahead, clerk)
    assert len(mail.outbox) == 2 and ClearanceRequest.objects.count() == 1
    assert row.ended == state(ahead).last and not state(ahead).to_ask
    clear(ahead, lawyer)
    write(ahead, "Yet others.", clerk)
    assert state(ahead).to_ask


def test_a_person_without_an_address_is_asked_without_an_e_mail(ahead, lawyer, clerk):
    lawyer.email = ""
    lawyer.save()
    [row] = ask(ahead, clerk)
    assert not mail.outbox and not OutgoingEmail.objects.exists()
    assert row.last_email is None and state(ahead).request == row
    assert send_due(by=clerk, on=row.due_on) == []


def test_a_report_without_a_meeting_has_no_day_and_a_late_one_today(paper, clerk):
    [row] = ask(paper, clerk)
    assert row.due_on == ON > due_of(paper, ON)
    ClearanceRequest.objects.all().delete()
    paper.meeting = None
    paper.save()
    [row] = ask(fresh(paper), clerk)
    assert row.due_on is None and not state(paper, ON + 100 * DAY).is_late
    assert send_due(by=clerk, on=ON + 100 * DAY) == []


def test_each_is_reminded_once_before_its_day_and_no_more_once_cleared(ahead, lawyer, clerk):
    [row] = ask(ahead, clerk)
    mail.outbox.clear()
    assert send_due(by=clerk, on=row.due_on - 4 * DAY) == []
    assert len(send_due(by=clerk, on=row.due_on - 3 * DAY)) == 1
    assert send_due(by=clerk, on=row.due_on - 2 * DAY) == []
    [letter] = mail.outbox
    assert letter.subject == "Implications of a council report wait for you"
    assert ADDRESS in letter.body
    clear(ahead, lawyer)
    OutgoingEmail.objects.filter(kind="reminder").delete()
    assert send_due(by=clerk, on=row.due_on) == []


def test_an_overdue_one_is_reminded_of_by_hand_once_a_day(ahead, lawyer, clerk):
    [row] = ask(ahead, clerk)
    late = row.due_on + DAY
    assert (state(ahead, late).status, state(ahead, row.due_on).status) == (
        "Overdue",
        "Written, not cleared",
    )
    for day in (late, late + DAY):
        operations.remind(request=row, by=clerk, on=day)
        [done] = send_waiting(row, by=clerk, on=day)
        assert done.state == "sent"
        assert "today already" in refusal(operations.remind, request=row, by=clerk, on=day)
    clear(ahead, lawyer)
    said = {"request": row, "by": clerk, "on": late + 2 * DAY}
    assert "cleared already" in refusal(operations.remind, **said)


def test_what_was_cleared_before_its_e_mail_went_is_not_sent(ahead, lawyer, clerk):
    [row] = operations.ask_for_clearances(paper=ahead, by=clerk, on=ON)
    clear(ahead, lawyer)
    [done] = send_waiting(row, by=clerk, on=ON)
    assert (mail.outbox, done.state) == ([], "")


def test_a_deputy_is_written_to_on_their_days(ahead, rule, lawyer, clerk):
    deputy = cast.make_user("approver", council=clerk.council, name="Solicitor")
    rule.deputy, rule.deputy_from, rule.deputy_to = deputy, ON, ON + DAY
    rule.save()
    ask(ahead, clerk)
    assert mail.outbox[0].to == [lawyer.email, deputy.email]
    assert state(ahead).required.who == f"{lawyer.name} or Solicitor for {lawyer.name}"


def test_the_worker_sends_the_reminders_and_marks_what_broke_off(ahead, clerk):
    assert "reports.approvals.clearances.reminders.send_due" in configured.SENT_WITH_REMINDERS
    [row] = operations.ask_for_clearances(paper=ahead, by=clerk, on=ON)
    OutgoingEmail.objects.about(row).update(state="sending")
    send_due(by=clerk, on=ON + DAY)
    assert row.last_trouble.state == "unknown"


def test_a_report_of_another_council_or_removed_is_chased_by_nobody(ahead, clerk):
    [row] = ask(ahead, clerk)
    stranger = cast.clerk(cast.make_council("elsewhere"))
    assert list(ClearanceRequest.objects.visible_to(clerk)) == [row]
    assert not ClearanceRequest.objects.visible_to(stranger).exists()
    Paper.objects.update(withdrawn_on=ON)
    assert not ClearanceRequest.objects.visible_to(clerk).exists()
    assert send_due(by=clerk, on=row.due_on + timedelta(days=1)) == []


def test_a_council_that_names_no_entry_is_asked_for_nothing(clerk):
    council = cast.make_council("elsewhere")
    papers.approval_rule(council=council)
    paper = papers.paper(council=council)
    assert entry_states(paper, ON) == ()
    assert "asked for already" in refusal(
        operations.ask_for_clearances, paper=paper, by=clerk, on=ON
    )


def test_where_nobody_can_clear_it_nobody_is_asked(ahead, lawyer, clerk):
    lawyer.grants.update(to_date=ON - DAY)
    assert not state(ahead).to_ask
    assert "asked for already" in refusal(
        operations.ask_for_clearances, paper=ahead, by=clerk, on=ON
    )


def hints_of(paper, user, day):
    """What the job page says of its clearances, in one text."""
    paper = fresh(paper)
    context = JobContext(paper, arranged(paper), True, frozenset(permissions(user, day)))
    return " ".join(line.hint for line in clearance_lines(context, entry_states(paper, day)))


@pytest.mark.long
def test_a_reminder_that_failed_is_tried_on_three_days_and_then_somebody_acts(
    ahead, clerk, settings
):
    [row] = ask(ahead, clerk)
    mail.outbox.clear()
    first = row.due_on - 3 * DAY
    with silent(settings):
        assert len(send_due(by=clerk, on=first)) == 1
        assert send_due(by=clerk, on=first) == []
        assert row.reminder_trouble.startswith(f"Reminder of {say_day(first)}: not sent.")
        assert row.reminder_trouble.endswith(f"It is tried again on {say_day(first + DAY)}")
        assert row.reminder_trouble in hints_of(ahead, clerk, first)
        assert len(send_due(by=clerk, on=first + DAY)) == 1
        assert len(send_due(by=clerk, on=first + 3 * DAY)) == 1
        assert send_due(by=clerk, on=first + 4 * DAY) == []
    assert send_due(by=clerk, on=first + 5 * DAY) == []
    assert row.reminder_trouble.endswith("It is not tried again: tell them yourself")
    assert mail.outbox == []


def test_a_reminder_goes_at_the_next_try_and_never_of_what_was_cleared_meanwhile(
    ahead, lawyer, clerk, settings
):
    [row] = ask(ahead, clerk)
    mail.outbox.clear()
    first = row.due_on - 3 * DAY
    with silent(settings):
        send_due(by=clerk, on=first)
    assert len(send_due(by=clerk, on=first + DAY)) == 1 and len(mail.outbox) == 1
    assert row.reminder_trouble == "" and send_due(by=clerk, on=first + 2 * DAY) == []
    OutgoingEmail.objects.filter(kind="reminder").update(state="failed", error=NO_ANSWER, tries=1)
    clear(ahead, lawyer)
    assert send_due(by=clerk, on=first + 3 * DAY) == []
    assert "tried again" not in hints_of(ahead, clerk, first + 3 * DAY)
