"""What the records lack that an account keeps. Each line leads to the list that shows it."""

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import LATE as ROUND_LATE
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules.rounds import AWAITING
from assurance.dbs.models.breaches import LATE, UNDATED, Breach
from assurance.dbs.models.every_population import numbers_by_status
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.reminders import ReminderWording
from assurance.dbs.rules.statuses import PAST_DUE_STATUSES, Status
from assurance.imports.models import ImportRun
from assurance.improvement.models.actions import Action
from assurance.looked_after.models.censuses import Census
from assurance.people.models.owned_actions import OF_OTHERS, TO_CHECK
from assurance.people.models.people import Cohort, Engagement
from assurance.public_pages.models.statements import AccessibilityStatement
from assurance.reviews.models.findings import Finding, Review
from assurance.runtime.periods import half_year, say_day
from reports.editions.models.editions import Edition
from reports.tasks.task import Need, first_due

MANY = 3


def of_records(user, day):
    """What the records that `user` keeps need on `day`: what is late first."""
    needs = [
        need
        for permission, counts in SUBJECTS
        if may(user, permission)
        for need in counts(user, day)
        if need
    ]
    return sorted(needs, key=lambda need: not need.late)


def _count(number, single, several, address, late=False, hint=""):
    """The line that leads to the list of so many records that wait; None of none."""
    if not number:
        return None
    text = single if number == 1 else f"{number:,} {several}"
    return Need(text, address, late=late, hint=hint)


def _dbs(user, day):
    here, people = reverse("dbs:list"), _Recheck(user.council, day)
    late, parts = people.number(PAST_DUE_STATUSES)
    yield _count(
        late,
        f"1 DBS re-check overdue ({parts})",
        f"DBS re-checks overdue ({parts})",
        f"{here}?status=past_due",
        late=True,
    )
    soon, parts = people.number({Status.DUE_SOON})
    yield _count(
        soon,
        f"1 DBS re-check due soon ({parts})",
        f"DBS re-checks due soon ({parts})",
        f"{here}?status={Status.DUE_SOON.value}",
    )
    yield _count(
        Breach.objects.visible_to(user).late_on(day).count(),
        "1 breach of the DBS policy is late to be put right",
        "breaches of the DBS policy are late to be put right",
        f"{reverse('dbs:breach-list')}?state={LATE}",
        late=True,
    )
    yield _count(
        Breach.objects.visible_to(user).without_date().count(),
        "1 breach of the DBS policy has no date to be put right by",
        "breaches of the DBS policy have no date to be put right by",
        f"{reverse('dbs:breach-list')}?state={UNDATED}",
    )
    yield from _second_persons(user, day)


def _second_persons(user, day):
    """What waits for another person than who recorded it."""
    yield _count(
        Breach.objects.visible_to(user).yours("close", user, day).count(),
        "1 breach of the DBS policy was put right and is to be closed",
        "breaches of the DBS policy were put right and are to be closed",
        f"{reverse('dbs:breach-list')}?yours=close",
    )
    yield _count(
        Engagement.objects.visible_to(user).yours("approve", user, day).count(),
        "1 person was set aside and waits for approval",
        "people were set aside and wait for approval",
        f"{reverse('dbs:set-asides')}?yours=approve",
    )


def _policies(user, day):
    """The re-check policies and the wordings that wait for the approval of `user`."""
    yield _count(
        RecheckPolicy.objects.visible_to(user).yours("approve", user, day).count(),
        "1 re-check policy waits for approval",
        "re-check policies wait for approval",
        f"{reverse('dbs:policy-list')}?yours=approve",
    )
    yield _count(
        ReminderWording.objects.visible_to(user).yours("approve", user, day).count(),
        "1 wording of reminders waits for approval",
        "wordings of reminders wait for approval",
        f"{reverse('dbs:wording-list')}?yours=approve",
    )


class _Recheck:
    """The people of the whole register by status on a day, and of each population: the position
    page counts a population, and a task everybody."""

    def __init__(self, council, day):
        cohorts = Cohort.objects.of(council).counted_on(day).order_by("title", "pk")
        populations = [(row.title, row.groups) for row in cohorts]
        covered = {group for _, groups in populations for group in groups}
        rest = [group for group, _ in Engagement.GROUPS if group not in covered]
        parts = [row for row in (*populations, ("In no population", rest)) if row[1]]
        query = [None, *(groups for _, groups in parts)]
        self.everybody, *numbers = numbers_by_status(council, day, query)
        self.parts = list(zip((title for title, _ in parts), numbers, strict=True))

    def number(self, among):
        """(how many people have a status in `among`, how many of each population in words)."""
        numbers = [(title, _sum(part, among)) for title, part in self.parts]
        text = "; ".join(f"{title}: {number:,}" for title, number in numbers if number)
        return _sum(self.everybody, among), text


def _sum(numbers, among):
    return sum(numbers.get(status, 0) for status in among)


def _audits(user, day):
    yield from _rounds(user, day)
    audits = CaseAudit.objects.visible_to(user)
    here = reverse("audits:list")
    shared = audits.waiting_to_be_shared()
    number = shared.count()
    recent = shared.done_in(half_year(day)).count() if number else 0
    yield _count(
        number,
        "1 audit has not been shared with the worker",
        "audits have not been shared with the worker",
        f"{here}?shared=no",
        hint=f"{recent:,} done this half-year, {number - recent:,} before",
    )
    yield _count(
        audits.yours("moderate", user, day).count(),
        "1 audit waits for its moderation",
        "audits wait for their moderation",
        f"{here}?yours=moderate",
    )
    yield _count(
        audits.waiting_to_be_recorded().count(),
        "1 audit was shared and its discussion is not recorded",
        "audits were shared and their discussions are not recorded",
        f"{here}?recorded=no",
    )


def _rounds(user, day):
    rounds, here = AuditRound.objects.visible_to(user), reverse("audits:round-list")
    yield _count(
        rounds.yours(ROUND_LATE, user, day).count(),
        "1 audit round is late",
        "audit rounds are late",
        f"{here}?yours={ROUND_LATE}",
        late=True,
    )
    yield _count(
        rounds.yours(AWAITING, user, day).count(),
        "1 audit round is awaiting its result",
        "audit rounds are awaiting their results",
        f"{here}?yours={AWAITING}",
    )
    actions = AuditAction.objects.visible_to(user)
    number, earliest = actions.yours(OF_OTHERS, user, day).number_and_earliest()
    yield _count(
        number,
        "1 action of an audit is past its due date",
        "actions of audits are past their due dates",
        f"{reverse('audits:action-list')}?yours={OF_OTHERS}",
        late=True,
        hint=first_due(earliest),
    )
    yield _count(
        actions.yours(TO_CHECK, user, day).count(),
        "1 action of an audit was marked as done and waits for its check",
        "actions of audits were marked as done and wait for their checks",
        f"{reverse('audits:action-list')}?yours={TO_CHECK}",
    )
    yield _count(
        LearningMeeting.objects.visible_to(user).overdue_on(day).count(),
        "1 learning meeting was to be followed by one that is not recorded",
        "learning meetings were to be followed by ones that are not recorded",
        f"{reverse('audits:meeting-list')}?following=late",
        late=True,
    )


def _reviews(user, day):
    reviews = Review.objects.visible_to(user)
    replies = list(reviews.waiting_for_reply(day))
    here = reverse("reviews:waiting")
    yield _count(
        len(replies),
        "1 review waits for a reply",
        "reviews wait for a reply",
        f"{here}#replies",
        late=any(reply.reply_due_on and reply.reply_due_on < day for reply in replies),
    )
    yield _count(
        reviews.due_for_follow_up(day).count(),
        "1 review is due for a follow-up",
        "reviews are due for a follow-up",
        f"{here}#follow-ups",
    )


def _files(user, _day):
    yield _count(
        ImportRun.objects.visible_to(user).open().count(),
        "1 upload of files has not been imported",
        "uploads of files have not been imported",
        reverse("imports:start"),
    )


def _actions(user, day):
    actions = Action.objects.visible_to(user)
    number, earliest = actions.yours(OF_OTHERS, user, day).number_and_earliest()
    total = actions.as_at(day).exclude(status_then="done").count() if number else 0
    yield _count(
        number,
        "1 action is past its due date",
        "actions are past their due dates",
        f"{reverse('improvement:list')}?yours={OF_OTHERS}",
        late=True,
        hint=f"Of {total:,} that {'is' if total == 1 else 'are'} not done. {first_due(earliest)}",
    )
    yield _count(
        actions.yours(TO_CHECK, user, day).count(),
        "1 action was marked as done and waits for its check",
        "actions were marked as done and wait for their checks",
        f"{reverse('improvement:list')}?yours={TO_CHECK}",
    )
    yield _count(
        actions.leave_unanswered(Finding.objects.visible_to(user)).count(),
        "1 finding has no action and no reason for none",
        "findings have no action and no reason for none",
        reverse("improvement:unanswered"),
    )


def _censuses(user, day):
    missing = Census.objects.visible_to(user).days_missing(user.council, day)
    text = ", ".join(say_day(item) for item in missing[:MANY])
    more = ", and others" if len(missing) > MANY else ""
    yield _count(
        len(missing),
        f"1 count of looked-after children is missing: {text}",
        f"counts of looked-after children are missing: {text}{more}",
        reverse("looked_after:missing"),
    )


def _statements(user, day):
    """The accessibility statement of a council that publishes: missing, or a year old."""
    statement = AccessibilityStatement.objects.current(user.council, day)
    here = reverse("public_pages:accessibility-list")
    if statement and statement.review_due_on <= day:
        since = say_day(statement.reviewed_on)
        hint = f"It was last reviewed on {since}, and is reviewed each year."
        address = reverse("public_pages:accessibility-change", args=[statement.pk])
        yield Need("Review the accessibility statement", address, late=True, hint=hint)
    elif statement is None and Edition.objects.public_in(user.council.slug).exists():
        hint = "The law asks for one of each website of a council."
        yield Need("Enter the accessibility statement", here, late=True, hint=hint)


SUBJECTS = (
    (Permission.MANAGE_POLICIES, _statements),
    (Permission.RECORD_DBS, _dbs),
    (Permission.RECORD_AUDITS, _audits),
    (Permission.RECORD_REVIEWS, _reviews),
    (Permission.RECORD_ACTIONS, _actions),
    (Permission.RECORD_LOOKED_AFTER, _censuses),
    (Permission.IMPORT_FILES, _files),
    (Permission.MANAGE_POLICIES, _policies),
)
