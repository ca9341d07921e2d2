"""Whose data an account could have seen between two dates: from its roles over time, from what it
did, and from the access log."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min

from assurance.accounts.access import GRANTS, SUBJECT_OF, Permission
from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import User
from assurance.audits.models.case_audits import CaseAudit
from assurance.people.models.people import Person
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import say_day
from reports.editions.models.exempt import ExemptAnnex
from reports.papers.models.contributions import ContributionRequest

# So many names stand on the page; the count is of all.
NAMED = 500
ERASURES = ("data_protection.erase_person", "data_protection.erase_address")
CANNOT_KNOW = (
    "Which pages were opened: the log has downloads, searches and exempt matter alone.",
    "Print-outs, photographs and copies made from a screen.",
    "Reading by another person who knew the password or used the device.",
    "Searches keep who, when and how many results, not the words.",
)


@dataclass(frozen=True)
class Reach:
    """One kind of data that the account's roles opened: when, how many people or records there were
    by the last date, and the first of their names; `names` is None where none is shown."""

    what: str
    when: str
    count: int
    names: list | None


@dataclass(frozen=True)
class Answer:
    """Whose data the account could have seen, what it is recorded to have done, and the limits."""

    reaches: list[Reach]
    logged: list
    changes: list[tuple[str, int]]
    erased: int
    log_begins: date | None


def answer(account: User, first: date, last: date) -> Answer:
    """Whose data `account` could have seen from `first` to `last`, both included."""
    log = LoggedAccess.objects.of(account.council)
    begins = log.aggregate(first=Min("at"))["first"]
    done = HistoryEntry.objects.of(account.council).filter(on__gte=first)
    own = done.filter(who=account.history_name, on__lte=last).order_by()
    kinds = own.values_list("about_kind").annotate(n=Count("pk")).order_by("about_kind")
    return Answer(
        reaches=list(_reaches(account, first, last)),
        logged=list(LoggedAccess.objects.by_account(account, first, last)),
        changes=list(kinds),
        erased=done.filter(what__in=ERASURES).count(),
        log_begins=begins and begins.date(),
    )


def spans(account: User, permission: Permission, first: date, last: date) -> list[tuple]:
    """The (from, to) between `first` and `last` on which roles of `account` had `permission`."""
    subject = SUBJECT_OF.get(permission)
    grants = [
        grant
        for grant in account.held_grants
        if permission in GRANTS[grant.role] and grant.covers(subject)
    ]
    clipped = [(max(grant.from_date, first), min(grant.to_date or last, last)) for grant in grants]
    return sorted((start, end) for start, end in clipped if start <= end)


def _reaches(account, first, last):
    for permission, what, rows, name in _OPENED:
        if periods := spans(account, permission, first, last):
            yield _reach(what, periods, rows(account.council, periods[-1][1]), name)
    own = ExemptAnnex.objects.filter(
        edition__paper__exempt_readers__reader=account,
        edition__paper__exempt_readers__named_on__lte=last,
        edition__issued_on__lte=last,
    )
    if own.exists():
        yield _reach("Exempt annexes, as a named reader", [(first, last)], own, str)


def _reach(what, periods, rows, name):
    when = "; ".join(f"{say_day(start)} to {say_day(end)}" for start, end in periods)
    names = [name(row) for row in rows[:NAMED]] if name else None
    return Reach(what, when, rows.count(), names)


def _people(council, last):
    return Person.objects.of(council).filter(created_on__lte=last)


def _audits(council, last):
    return CaseAudit.objects.of(council).filter(created_on__lte=last).order_by("pk")


def _annexes(council, last):
    return ExemptAnnex.objects.filter(edition__paper__council=council, edition__issued_on__lte=last)


def _accounts(council, last):
    return User.objects.filter(council=council, date_joined__date__lte=last)


def _contributors(council, last):
    rows = ContributionRequest.objects.filter(paper__council=council, asked_on__lte=last)
    return rows.exclude(email="").order_by("pk")


def _person_name(row):
    return f"{row.name} ({row.reference})"


_OPENED: tuple[tuple[Permission, str, Callable, Callable | None], ...] = (
    (Permission.RECORD_DBS, "People in the DBS register", _people, _person_name),
    (Permission.PROTECT_DATA, "Everybody, for access requests and erasure", _people, None),
    (Permission.RECORD_AUDITS, "Case audits, by reference", _audits, None),
    (Permission.READ_RESTRICTED, "Exempt annexes of published reports", _annexes, str),
    (Permission.READ_DRAFTS, "Contributors without an account", _contributors, lambda row: row.who),
    (Permission.MANAGE_ACCOUNTS, "Accounts, with names and addresses", _accounts, str),
)
