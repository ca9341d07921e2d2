"""The days by which something needs an account, as its calendar holds them (RFC 5545)."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules.rounds import AWAITING, PLANNED, UNDER_WAY, state_of
from assurance.dbs.models.statuses import due_months, policies_of
from assurance.improvement.models.actions import Action
from assurance.looked_after.rules.days import own_days
from assurance.reviews.models.findings import Review
from assurance.runtime.periods import months_after, say_day
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.papers.models.papers import Paper
from reports.tasks.clearances import dates_of_clearances
from reports.tasks.commitments import A_YEAR, dates_of_asked, dates_of_promises
from reports.tasks.task import Date

icalendar = LazyModule("icalendar")

MONTHS = 12
OPEN = (PLANNED, UNDER_WAY, AWAITING)


def dates_of(user, day):
    """Every `Date` of `user` from a year before `day` to a year after it, earliest first."""
    matches = [
        date
        for permission, dates in SUBJECTS
        if may(user, permission, day)
        for date in dates(user, day)
    ]
    return sorted(matches, key=lambda item: (item.on, item.key))


def _rechecks(user, day):
    numbers = due_months(user.council, day, policies_of(user.council, day))
    for month in sorted(numbers):
        if month > months_after(day.replace(day=1), MONTHS - 1):
            return
        number = numbers[month]
        falls = "re-check falls" if number == 1 else "re-checks fall"
        text = f"{number:,} DBS {falls} due in {month:%B %Y}"
        here = f"{reverse('dbs:list')}?status=DUE_SOON"
        yield Date(max(month, day), text, here, f"rechecks-{month:%Y-%m}")


def _actions(user, day):
    for action in Action.objects.visible_to(user).due_within(day - A_YEAR, day + A_YEAR):
        text = f"{action} is due ({action.priority.plan})"
        address = reverse("improvement:record", args=[action.pk])
        yield Date(action.due_on, text, address, f"action-{action.pk}")


def _rounds(user, day):
    for audit_round in AuditRound.objects.visible_to(user).on_the_programme(day - A_YEAR):
        address = reverse("audits:round-record", args=[audit_round.pk])
        entries = [("result is due", audit_round.report_due_on), ("ends", audit_round.end)]
        for text, on in entries if state_of(audit_round, day) in OPEN else []:
            if _is_near(on, day):
                yield Date(
                    on,
                    f"{audit_round}: {text}",
                    address,
                    f"round-{audit_round.pk}-{text.split()[0]}",
                )
        if (
            audit_round.is_last
            and not audit_round.cancelled_on
            and _is_near(audit_round.next_due_on, day)
        ):
            text = f"The next round after “{audit_round}” is due"
            yield Date(audit_round.next_due_on, text, address, f"round-{audit_round.pk}-next")
    for meeting in LearningMeeting.objects.visible_to(user).followed_by_another():
        if _is_near(meeting.next_on, day):
            address = reverse("audits:meeting-record", args=[meeting.pk])
            text = f"The next {meeting.forum} after {say_day(meeting.held_on)}"
            yield Date(meeting.next_on, text, address, f"learning-{meeting.pk}")


def _reviews(user, day):
    for review in Review.objects.visible_to(user).active():
        address = reverse("reviews:record", args=[review.pk])
        due = review.reply_due_on
        if review.response_sent_on is None and _is_near(due, day):
            yield Date(due, f"Reply to “{review}” is due", address, f"reply-{review.pk}")
        window = review.follow_up_window
        if window and review.followed_up_on is None and _is_near(window[0], day):
            text = f"Follow-up of “{review}” is due"
            yield Date(window[0], text, address, f"follow-up-{review.pk}")


def _is_near(on, day):
    return on is not None and day - A_YEAR <= on <= day + A_YEAR


def _censuses(user, day):
    queries = [(census_day.month, census_day.day) for census_day in user.council.census_days.all()]
    for own in own_days(queries, day, day + A_YEAR):
        text = "Date of a count of looked-after children"
        yield Date(own, text, reverse("looked_after:list"), f"census-{own}")


def _meetings(user, day):
    for paper in Paper.objects.visible_to(user).without_content().before_meeting(day):
        address = reverse("editor:draft", args=[paper.series.slug, paper.slug])
        text = f"“{paper.title}” goes to {paper.meeting.committee}"
        yield Date(paper.meeting.date, text, address, f"paper-{paper.pk}")


SUBJECTS = (
    (Permission.SEE_HOME, dates_of_asked),
    (Permission.RECORD_DBS, _rechecks),
    (Permission.RECORD_AUDITS, _rounds),
    (Permission.RECORD_REVIEWS, _reviews),
    (Permission.RECORD_ACTIONS, _actions),
    (Permission.RECORD_LOOKED_AFTER, _censuses),
    (Permission.READ_DRAFTS, _meetings),
    (Permission.READ_DRAFTS, dates_of_clearances),
    (Permission.COMPOSE_PAPERS, dates_of_promises),
)


def as_ical(dates, *, name, root, made_at):
    """The bytes of a calendar `name` that holds each `Date` as an event of its whole day.

    `root` is the service's address without its last slash; `made_at` a moment with its zone.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Candour//Your tasks//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), {"value": "DURATION"})
    host = root.partition("://")[2]
    for date in dates:
        event = icalendar.Event()
        event.add("uid", f"{date.key}@{host}")
        event.add("dtstamp", made_at)
        event.add("dtstart", date.on)
        event.add("summary", date.words)
        event.add("url", f"{root}{date.address}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
