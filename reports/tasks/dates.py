"""The days by which something needs an account, from a day on: what its calendar holds."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules.rounds import BEGUN, PLANNED, state_of
from assurance.dbs.models.statuses import policies_of, register
from assurance.improvement.models.actions import Action
from assurance.looked_after.rules.days import own_days
from assurance.reviews.models.findings import Review
from assurance.runtime.periods import month_of, say_day
from reports.papers.models.papers import Paper
from reports.tasks.commitments import dates_of_promises
from reports.tasks.contributions import dates_of_asked
from reports.tasks.task import Date

A_YEAR = timedelta(days=365)
MONTHS = 12
OPEN = (PLANNED, BEGUN)


def dates_of(user, day):
    """Every `Date` of `user` from a year before `day` to a year after it, earliest first."""
    found = [
        date
        for permission, dates in SUBJECTS
        if may(user, permission, day)
        for date in dates(user, day)
    ]
    return sorted(found, key=lambda one: (one.on, one.key))


def _rechecks(user, day):
    policies = policies_of(user.council, day)
    people, month = register(user.council), month_of(day)
    # Asked once for the year: most accounts that may keep people keep none.
    if not people.due_between(day, day + A_YEAR, day, policies).exists():
        return
    for _ in range(MONTHS):
        first = max(month.start, day)
        number = people.due_between(first, month.end, day, policies).count()
        if number:
            falls = "re-check falls" if number == 1 else "re-checks fall"
            words = f"{number:,} DBS {falls} due in {month.start:%B %Y}"
            here = f"{reverse('dbs:list')}?status=DUE_SOON"
            yield Date(first, words, here, f"rechecks-{month.start:%Y-%m}")
        month = month_of(month.end + timedelta(days=1))


def _actions(user, day):
    for action in Action.objects.visible_to(user).due_within(day - A_YEAR, day + A_YEAR):
        words = f"{action} is due ({action.priority.plan})"
        address = reverse("improvements:record", args=[action.pk])
        yield Date(action.due_on, words, address, f"action-{action.pk}")


def _rounds(user, day):
    for one in AuditRound.objects.visible_to(user).on_the_programme(day - A_YEAR):
        address = reverse("audits:round-record", args=[one.pk])
        told = [("result is due", one.report_due_on), ("ends", one.end)]
        for words, on in told if state_of(one) in OPEN else []:
            if _is_near(on, day):
                yield Date(on, f"{one}: {words}", address, f"round-{one.pk}-{words.split()[0]}")
        if one.is_last and not one.cancelled_on and _is_near(one.next_due_on, day):
            words = f"The next round after “{one}” is due"
            yield Date(one.next_due_on, words, address, f"round-{one.pk}-next")
    for meeting in LearningMeeting.objects.visible_to(user).followed_by_another():
        if _is_near(meeting.next_on, day):
            address = reverse("audits:meeting-record", args=[meeting.pk])
            words = f"The next {meeting.forum} after {say_day(meeting.held_on)}"
            yield Date(meeting.next_on, words, address, f"learning-{meeting.pk}")


def _reviews(user, day):
    for review in Review.objects.visible_to(user).active():
        address = reverse("findings:record", args=[review.pk])
        due = review.reply_due_on
        if review.response_sent_on is None and _is_near(due, day):
            yield Date(due, f"Reply to “{review}” is due", address, f"reply-{review.pk}")
        window = review.follow_up_window
        if window and review.followed_up_on is None and _is_near(window[0], day):
            words = f"Follow-up of “{review}” is due"
            yield Date(window[0], words, address, f"follow-up-{review.pk}")


def _is_near(on, day):
    return on is not None and day - A_YEAR <= on <= day + A_YEAR


def _censuses(user, day):
    asked = [(one.month, one.day) for one in user.council.census_days.all()]
    for own in own_days(asked, day, day + A_YEAR):
        words = "Day of a census of looked-after children"
        yield Date(own, words, reverse("looked_after:list"), f"census-{own}")


def _meetings(user, day):
    for paper in Paper.objects.visible_to(user).without_content().before_meeting(day):
        address = reverse("papers:draft", args=[paper.series.slug, paper.slug])
        words = f"“{paper.title}” goes to {paper.meeting.committee}"
        yield Date(paper.meeting.date, words, address, f"paper-{paper.pk}")


SUBJECTS = (
    (Permission.SEE_HOME, dates_of_asked),
    (Permission.RECORD_DBS, _rechecks),
    (Permission.RECORD_AUDITS, _rounds),
    (Permission.RECORD_REVIEWS, _reviews),
    (Permission.RECORD_ACTIONS, _actions),
    (Permission.RECORD_LOOKED_AFTER, _censuses),
    (Permission.READ_DRAFTS, _meetings),
    (Permission.COMPOSE_PAPERS, dates_of_promises),
)
