"""The data that an account could have seen between two dates: from its roles over time, from what
it did, and from the access log."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min

from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import User
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import say_day
from reports.data_protection.labels import title_of_kind
from reports.data_protection.reach.lists import open_lists
from reports.data_protection.reach.roles import all_spans
from reports.editions.models.exempt import ExemptAnnex

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
    is_about_people: bool = True


@dataclass(frozen=True)
class Answer:
    """The data that an account could have seen, and what it is recorded to have done; `when` is the
    whole time that was asked about."""

    when: str
    reaches: list[Reach]
    others: list[Reach]
    logged: list
    changes: list[tuple[str, int]]
    erased: int
    log_begins: date | None


def answer(account: User, first: date, last: date) -> Answer:
    """The data that `account` could have seen from `first` to `last`, both included."""
    log = LoggedAccess.objects.of(account.council)
    begins = log.aggregate(first=Min("at"))["first"]
    done = HistoryEntry.objects.of(account.council).filter(on__gte=first)
    own = done.filter(who=account.history_name, on__lte=last).order_by()
    kinds = own.values_list("about_kind").annotate(n=Count("pk")).order_by("about_kind")
    every = list(_reaches(account, first, last))
    return Answer(
        when=_in_words([(first, last)]),
        reaches=[row for row in every if row.is_about_people],
        others=[row for row in every if row.count and not row.is_about_people],
        logged=list(LoggedAccess.objects.by_account(account, first, last)),
        changes=[(title_of_kind(kind), number) for kind, number in kinds],
        erased=done.filter(what__in=ERASURES).count(),
        log_begins=begins and begins.date(),
    )


def _reaches(account, first, last):
    spans = all_spans(account, first, last)
    for item in open_lists():
        if periods := spans[item.permission]:
            rows = item.rows(account, periods[-1][1])
            yield _reach(item.what, periods, rows, item.name, item.is_about_people)
    own = ExemptAnnex.objects.filter(
        edition__paper__exempt_readers__reader=account,
        edition__paper__exempt_readers__named_on__lte=last,
        edition__issued_on__lte=last,
    )
    if own.exists():
        yield _reach("Exempt annexes, as a named reader", [(first, last)], own, str)


def _reach(what, periods, rows, name=None, is_about_people=True):
    names = [name(row) for row in rows[:NAMED]] if name else None
    return Reach(what, _in_words(periods), rows.count(), names, is_about_people)


def _in_words(periods):
    return "; ".join(f"{say_day(start)} to {say_day(end)}" for start, end in periods)
