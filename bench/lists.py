"""Lists: each list page as it opens, with a filter, sorted, its second page and as files, against
the bare query and a plain template of the same rows; then every other list page as it opens."""

import html
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from python_calamine import CalamineWorkbook

from assurance.audits.models.case_audits import CaseAudit
from assurance.govuk.lists import ROWS_TO_A_PAGE
from assurance.improvement.models.actions import Action
from bench import bare
from bench.comparison import NO_LIMIT, Comparison, Limit
from bench.database import Prepared
from bench.list_queries import filled, list_pages
from bench.rows import TODAY
from tests import cast

AUDIT = (
    *("reference", "audited_on", "team__name", "first_grade__label", "moderated_grade__label"),
    *("shared_on", "recorded_on", "team__service", "method", "auditor__title"),
    *("auditor_team__name", "round__theme", "withdrawn_on"),
)
ACTION = (
    *("reference", "text", "owner__title", "due_on", "status", "priority__plan__title"),
    *("priority__title", "starts_on", "impact", "done_on", "checker__title", "next_report_on"),
)


@dataclass(frozen=True)
class List:
    """A list: its name on pages, the namespace of its addresses, the filter and the sort that a
    person chooses, and its rows by hand: (council, filtered, sorted) → rows with a `count`. The
    first or the second cell of each is its reference."""

    name: str
    namespace: str
    query: str
    sort: str
    rows: Callable
    reference: int = 0


def people(council, is_filtered, is_sorted):
    """Everybody on the register, or who is overdue."""
    status = bare.OVERDUE if is_filtered else None
    return bare.People(council, status, "reference" if is_sorted else "name")


def audits(council, is_filtered, is_sorted):
    """Every case audit, or those that were not shared with the worker."""
    rows = CaseAudit.objects.filter(council=council, withdrawn_on__isnull=True)
    rows = rows.filter(shared_on__isnull=True) if is_filtered else rows
    order = ("team__name", "pk") if is_sorted else ("-audited_on", "-pk")
    return rows.order_by(*order).values_list(*AUDIT)


def actions(council, is_filtered, is_sorted):
    """Every improvement action, or the overdue ones."""
    rows = Action.objects.filter(council=council, withdrawn_on__isnull=True)
    rows = rows.filter(Q(due_on__lt=TODAY) & ~Q(status="done")) if is_filtered else rows
    order = ("owner__title", "pk") if is_sorted else ("-due_on", "-pk")
    return rows.order_by(*order).values_list(*ACTION)


LISTS = (
    List("people by DBS status", "dbs", "status=past_due", "sort=reference", people, 1),
    List("case audits", "audits", "shared=no", "sort=team_name", audits),
    List("actions", "improvement", "overdue=yes", "sort=owner_title", actions),
)


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of lists, each as it is wanted."""
    client = made.client("officer")
    for one in LISTS:
        yield from _pages(client, made, one)
        yield from _files(client, made, one)
    shown = {f"{one.namespace}:list" for one in LISTS}
    for name in sorted(set(list_pages()) - shown):
        yield from _as_it_opens(made, name)


def _pages(client, made, one):
    address = reverse(f"{one.namespace}:list")
    asked = (
        ("opened", "", partial(one.rows, made.council, False, False), 0),
        ("filtered", one.query, partial(one.rows, made.council, True, False), 0),
        ("sorted", one.sort, partial(one.rows, made.council, False, True), 0),
        ("second page", "page=2", partial(one.rows, made.council, False, False), 1),
    )
    for how, query, rows, page in asked:
        yield Comparison(
            f"list of {one.name}, {how}",
            partial(client.get, f"{address}?{query}"),
            partial(_page, rows, page),
            partial(_agree_on_page, one.reference),
        )


def _files(client, made, one):
    rows = partial(one.rows, made.council, False, False)
    limits = {"csv": Limit(seconds=0.5)} if one.rows is people else {}
    readers = {"csv": _lines_of_csv, "xlsx": _lines_of_xlsx}
    for kind, write in (("csv", bare.as_csv), ("xlsx", bare.as_xlsx)):
        yield Comparison(
            f"list of {one.name}, as {kind.upper()}",
            partial(client.get, reverse(f"{one.namespace}:{kind}")),
            lambda write=write: write(rows()),
            partial(_agree_on_file, readers[kind]),
            limits.get(kind, NO_LIMIT),
        )


def _page(rows, page):
    first = page * ROWS_TO_A_PAGE
    shown = list(rows()[first : first + ROWS_TO_A_PAGE])
    return shown, bare.table(shown, rows().count()), rows().count


def _agree_on_page(place, ours, plain):
    text = html.unescape(ours.content.decode())
    shown, _drawn, count = plain
    assert ours.status_code == 200 and shown
    assert all(row[place] in text for row in shown), "other rows"
    number = count()
    assert re.search(rf"\b({number}|{number:,})\b", text), "another number of rows"


def _agree_on_file(lines, ours, plain):
    assert ours.status_code == 200
    # Ours has a line of headings.
    assert lines(ours.getvalue()) == lines(plain) + 1 > 1, "another number of rows"


def _lines_of_csv(content):
    return content.count(b"\r\n")


def _lines_of_xlsx(content):
    return len(
        CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    )


def _as_it_opens(made, name):
    """A list page over rows that are taken back, so that none fills another page's filter."""
    with transaction.atomic():
        client = made.client()
        client.force_login(cast.make_user(*cast.ROLES))
        model = type(filled(name, made.sizes.listed))
        yield Comparison(
            f"{name} of {made.sizes.listed:,} rows",
            partial(client.get, reverse(name)),
            partial(_plain, model),
            _agree_on_answer,
        )
        transaction.set_rollback(True)


def _plain(model):
    rows = model._base_manager.order_by("-pk")
    shown = rows.values_list(*(one.attname for one in model._meta.concrete_fields))
    return bare.table(shown[:ROWS_TO_A_PAGE], rows.count())


def _agree_on_answer(ours, plain):
    assert ours.status_code == 200 and "<td>" in plain
