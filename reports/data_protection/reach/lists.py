"""The lists that each permission opens: every list of a register, by the register's own rows, and
those on pages of other kinds. Withdrawn records count, since they could be seen too."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, QuerySet

from assurance.accounts.access import Permission
from assurance.accounts.models.access_log import LoggedAccess
from assurance.accounts.models.accounts import User
from assurance.imports.models import ImportRun
from assurance.looked_after.models.returns import Child, Return
from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.people import Person
from assurance.records.history import HistoryEntry
from assurance.records.personal import Personal
from assurance.registers.declaration import REGISTERS
from assurance.runtime.typography import with_capital
from reports.approvals.models.guests import EarlyReader, OutsideApprover
from reports.data_protection.labels import names_of_model
from reports.data_protection.subjects import ADDRESSES
from reports.editions.models.exempt import ExemptAnnex
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from reports.papers.models.part_writers import PartWriter
from reports.publication.models.format_requests import FormatRequest

# The classes of a field that make a record one about a person.
ABOUT_A_PERSON = {Personal.IDENTIFIES, Personal.ABOUT, Personal.PSEUDONYM, Personal.SPECIAL}
# Records that name people by their accounts.
BY_ACCOUNT = {PostHolder, Absence}
IN_REGISTER = "People in the DBS register"
ADDED = ("accounts.add_account", "sign_in.admit")


@dataclass(frozen=True)
class OpenList:
    """One list that a permission opens: `rows(account, last)` are those of the page that were
    entered by a date; `name` gives the words for one row, where they are shown."""

    permission: Permission
    what: str
    rows: Callable[[User, date], QuerySet]
    name: Callable | None = None
    is_about_people: bool = True


def open_lists() -> Iterator[OpenList]:
    """The lists of every permission, those about people first."""
    lists = [*map(_of_register, REGISTERS), *OTHERS]
    unique = {(item.permission, item.what): item for item in lists}
    yield from sorted(unique.values(), key=lambda item: not item.is_about_people)


def _of_register(register):
    def rows(account, last):
        entered = {"created_on__lte": last} if hasattr(register.model, "created_on") else {}
        return register.rows(account).filter(**entered)

    is_register = register.model is Person
    return OpenList(
        register.reads_with,
        IN_REGISTER if is_register else with_capital(register.plural),
        rows,
        _person_name if is_register else None,
        register.model in BY_ACCOUNT
        or not ABOUT_A_PERSON.isdisjoint(register.model.personal.values()),
    )


def _people(account, last):
    return Person.objects.of(account.council).filter(created_on__lte=last)


def _accounts(account, last):
    # By history: the moment on an account is by the real clock, which no demonstration follows.
    later = HistoryEntry.objects.of(account.council).filter(what__in=ADDED, on__gt=last)
    keys = [about.rpartition(" ")[2] for about in later.values_list("about", flat=True)]
    return User.objects.visible_to(account).exclude(pk__in=keys)


def _returns(account, last):
    return Return.objects.visible_to(account).filter(created_on__lte=last)


def _children(account, last):
    first = Min("episodes__held_return__created_on")
    rows = Child.objects.of(account.council).annotate(first_read=first)
    return rows.filter(first_read__lte=last).order_by("pk")


def _runs(account, last):
    return ImportRun.objects.of(account.council).filter(started_on__lte=last)


def _log(account, last):
    return LoggedAccess.objects.of(account.council).filter(at__date__lte=last)


def _annexes(account, last):
    return ExemptAnnex.objects.filter(
        edition__paper__council=account.council, edition__issued_on__lte=last
    )


def _reports(account, last):
    return Paper.objects.of(account.council).filter(created_on__lte=last)


def _of_papers(model):
    def rows(account, last):
        requests = model.objects.filter(paper__council=account.council, asked_on__lte=last)
        return requests.exclude(email="").order_by("pk")

    return rows


def _part_writers(account, _last):
    rows = PartWriter.objects.filter(template__council=account.council)
    return rows.exclude(email="").order_by("pk")


def _format_requests(account, last):
    return FormatRequest.objects.filter(council=account.council, asked_on__lte=last)


def _person_name(row):
    return f"{row.name} ({row.reference})"


def _rows_with_address(model, field, way):
    def rows(account, _last):
        return model.objects.filter(**{way: account.council}).exclude(**{field: ""}).order_by("pk")

    return rows


FOR_REQUESTS = "For access requests and erasure: "
PROTECT, DRAFTS = Permission.PROTECT_DATA, Permission.READ_DRAFTS
OTHERS = (
    OpenList(Permission.MANAGE_ACCOUNTS, "Accounts, with names and addresses", _accounts, str),
    OpenList(
        Permission.RECORD_LOOKED_AFTER, "Returns, without children’s rows", _returns, None, False
    ),
    OpenList(Permission.IMPORT_FILES, "Imports of files", _runs),
    OpenList(Permission.READ_RESTRICTED, "Exempt annexes of published reports", _annexes, str),
    OpenList(DRAFTS, "Reports, with drafts", _reports, None, False),
    OpenList(
        DRAFTS,
        "Contributors without an account",
        _of_papers(ContributionRequest),
        lambda row: row.who,
    ),
    OpenList(
        DRAFTS, "Early readers without an account", _of_papers(EarlyReader), lambda row: row.post
    ),
    OpenList(DRAFTS, "Outside approvers", _of_papers(OutsideApprover), str),
    OpenList(
        Permission.KEEP_REPORT_TEMPLATES, "Writers of parts of report templates", _part_writers
    ),
    OpenList(Permission.ISSUE_PAPERS, "Requests for other formats", _format_requests),
    OpenList(PROTECT, f"{FOR_REQUESTS}people in the DBS register", _people),
    OpenList(PROTECT, f"{FOR_REQUESTS}accounts", _accounts),
    OpenList(PROTECT, f"{FOR_REQUESTS}children in returns", _children),
    *(
        OpenList(
            PROTECT,
            f"{FOR_REQUESTS}addresses in {names_of_model(model)[1]}",
            _rows_with_address(model, field, way),
        )
        for model, field, way in ADDRESSES
    ),
    OpenList(PROTECT, "Lines of the access log", _log),
)
