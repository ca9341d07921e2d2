"""Why somebody's data are not erased on a day, by which law; and what goes and what stays."""

from collections.abc import Callable
from datetime import date

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.retention import has_open_action, with_words_since
from assurance.looked_after.models.returns import Return
from reports.approvals.models.guests import EarlyReader, OutsideApprover
from reports.data_protection import rules
from reports.data_protection.models import LegalHold, RetentionPolicy
from reports.data_protection.subjects import DataSubject
from reports.papers.models.contributions import ContributionRequest
from reports.publication.models.format_requests import FormatRequest

KNOWN_AGAIN = (
    "A fingerprint of the reference stays, by which an import refuses rows of an old file."
)
STAYS = {
    LegalHold.PERSON: f"Counts and DBS audits stay: they name no one. {KNOWN_AGAIN}",
    LegalHold.ACCOUNT: (
        "Texts, approvals and publications of the account stay, under “Former account”. Names in "
        "the directory of posts stay: change them there."
    ),
    LegalHold.CHILD: "Counts of children stay: they name no one.",
    LegalHold.AUDIT: (
        "Date, team, posts, grades and themes of the audit and the dates of its actions stay, so "
        f"that counts stay true. {KNOWN_AGAIN}"
    ),
    LegalHold.ADDRESS: (
        "The text of contributions stays. The name and the decision of an approver stay, and so do "
        "the post and the readings of an early reader."
    ),
}
ALWAYS_STAYS = (
    "Published editions stay and can still be verified (Local Government Act 1972, section 100C).",
    "History keeps a fingerprint of each value removed, and one entry that names this erasure.",
)


def usual_policy(kind: rules.Kind) -> RetentionPolicy:
    """The usual policy of a kind of record, unsaved."""
    return RetentionPolicy(kind=kind.key, length=kind.length, unit=kind.unit, reason=kind.reason)


def child_rows_end(council, day: date) -> Callable[[date], date] | None:
    """The function from the date of import to the end of the period of children's rows by the
    policy in force on `day`, or None without one."""
    policy = RetentionPolicy.objects.in_force(council, day).get(rules.CHILD_ROWS)
    return policy and policy.end_of


def why_not_erase(subject: DataSubject, day: date) -> str:
    """Why the data are not erased on `day`, with the law, or nothing."""
    if hold := subject.hold(day):
        return rules.why_not_erase_held(hold.reason)
    return _REASONS[subject.kind](subject, day)


def stays(subject: DataSubject) -> list[str]:
    """What an erasure leaves, in sentences."""
    return [STAYS[subject.kind], *ALWAYS_STAYS]


def last_end(person) -> date | None:
    """The day on which the last role of a person ended; None while one has no end, and where there
    is none."""
    ends = [role.ends_on for role in person.engagements.all() if not role.is_withdrawn]
    return max(ends) if ends and all(ends) else None


def _of_person(subject, day):
    person = subject.rows[0]
    # Recorded by mistake: what is not accurate is not kept for its period (article 5(1)(d)).
    if person.is_withdrawn or not person.engagements.active().exists():
        return ""
    end = last_end(person)
    if end is None or end > day:
        return rules.IN_WORK
    policy = RetentionPolicy.objects.in_force(subject.council, day).get(rules.STAFF)
    policy = policy or usual_policy(rules.BY_KEY[rules.STAFF])
    return rules.why_not_kept(day, policy.end_of(end), policy.reason)


def _of_account(subject, _day):
    user = subject.rows[0]
    if user.is_erased:
        return rules.CLOSED
    return rules.CAN_SIGN_IN if user.is_active else ""


def _of_child(subject, day):
    rows = Return.objects.of(subject.council).active().filter(episodes__child=subject.rows[0])
    record = rows.order_by("-created_on").first()
    if record is None:
        return ""
    own = child_rows_end(subject.council, day)
    end = own or usual_policy(rules.BY_KEY[rules.CHILD_ROWS]).end_of
    until, sentence = end(record.created_on), rules.COUNTED if own else rules.COUNTED_BY_USUAL
    return sentence.format(record=record, day=rules.say_day(until)) if until > day else ""


def _of_audit(subject, day):
    audit = subject.rows[0]
    if audit.words_removed_on:
        return rules.NO_WORDS
    if has_open_action(audit):
        return rules.WAITS.format(what="An action of this audit")
    # Recorded by mistake: what is not accurate is not kept for its period (article 5(1)(d)).
    if audit.is_withdrawn:
        return ""
    policy = RetentionPolicy.objects.in_force(subject.council, day).get(rules.AUDITS)
    policy = policy or usual_policy(rules.BY_KEY[rules.AUDITS])
    started = with_words_since(CaseAudit.objects.filter(pk=audit.pk)).get().started
    return rules.why_not_kept(day, policy.end_of(started), policy.reason)


def _of_address(subject, _day):
    for row in subject.rows:
        if what := _still_open(row):
            return rules.WAITS.format(what=what)
    return ""


def _still_open(row):
    if isinstance(row, ContributionRequest):
        return f"The contribution “{row.title}”" if row.is_open else ""
    if isinstance(row, EarlyReader):
        return "" if row.ended_on or row.is_issued else "An early reading"
    if isinstance(row, OutsideApprover):
        return "" if row.ended_on or row.decision else "An approval from outside"
    if isinstance(row, FormatRequest):
        return "" if row.closed_on else "A request for another format"
    return ""


_REASONS = {
    LegalHold.PERSON: _of_person,
    LegalHold.ACCOUNT: _of_account,
    LegalHold.CHILD: _of_child,
    LegalHold.AUDIT: _of_audit,
    LegalHold.ADDRESS: _of_address,
}
