"""What is asked of every register, found by itself: its declaration fits its form and model, its
pages show a record whole, an empty form is refused in sentences of its own, two people do not lose
each other's words, and what was withdrawn leaves its lists and stays as it was."""

import csv
import importlib
import io
import re

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.db.models import ForeignKey
from django.test import Client
from django.utils.html import escape

from assurance.records.history import HistoryEntry
from assurance.registers.declaration import Register
from assurance.tables.cells import as_words
from assurance.tables.clean import plain
from assurance.tables.reader import read
from tests.cast import ROLES, make_council, make_user
from tests.page_requests import browser_of
from tests.pages_by_role import PAGES
from tests.sources import product
from tests.sweeping import swept

# What Django says of itself; a person is told what to do instead.
DJANGOS_OWN = re.compile(r"This field is required|Select a valid choice|Enter a valid")

ID = re.compile(r'\bid="([^"]+)"')


def registers():
    """Every `Register` that a subject's views declare, by its name in addresses."""
    views = [one.name for one in product() if "views" in one.name.split(".")]
    return {
        f"{thing.namespace}:{thing.name}".rstrip(":"): thing
        for name in sorted(views)
        for thing in vars(importlib.import_module(name)).values()
        if isinstance(thing, Register)
    }


REGISTERS = [pytest.param(one, id=name) for name, one in registers().items()]
LISTED = [case for case in REGISTERS if case.values[0].filters]
WITHDRAWN = [case for case in REGISTERS if case.values[0].withdraw]

every = pytest.mark.parametrize("register", REGISTERS)
WHY = "Entered for another council"


@pytest.fixture(scope="module")
def keeper(django_db_setup, django_db_blocker):
    """The browser of somebody with every role in the usual council, the same for all registers."""
    with django_db_blocker.unblock(), transaction.atomic():
        client = Client()
        client.force_login(make_user(*ROLES, council=make_council()))
        yield client
        transaction.set_rollback(True)


def made(register):
    """A record of the register, of the usual council."""
    arguments = PAGES[f"{register.namespace}:{register.page_name('record')}"].made(make_council())
    key = arguments["pk"] if isinstance(arguments, dict) else arguments[0]
    return register.model.objects.get(pk=key)


def adding(register, record):
    """The address of the add page, beneath the parent of `record` where there has to be one."""
    if register.parent is None:
        return register.address("add")
    return register.address("add", getattr(record, register.parent.field).pk)


def withdraw(client, register, record, version=None, because=WHY):
    """Withdraws a record by its page, as it was at `version`."""
    typed = {"because": because, "version": record.version if version is None else version}
    return client.post(register.address("withdraw", record.pk), typed)


def listed(client, register, query=""):
    """The keys of the records on the list."""
    page = client.get(f"{register.address('list')}{query}")
    return [line["record"].pk for line in page.context["lines"]]


def rows_filed(client, register, query=""):
    """How many rows the file of the list has, each as wide as its headings at most."""
    file = client.get(f"{register.address('csv')}{query}").getvalue().decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(file))
    assert {len(row) for row in rows} <= {len(head)}
    return len(rows)


@swept([case.values[0] for case in REGISTERS])
def test_what_a_register_declares_fits_its_form_and_its_model(register):
    asked = {item.field for item in register.summary if item.field}
    assert asked <= set(register.form.base_fields)
    links = {f.name for f in register.model._meta.fields if isinstance(f, ForeignKey)}
    asked = set(register.form.base_fields) & links
    assert asked <= set(register.model.personal), "history has to know what is personal"
    if register.filters:
        assert [column.link for column in register.columns].count(True) == 1
        assert register.columns[0].link or not register.columns[0].file_only
    for field in register.sorts.values() if register.filters else ():
        if not isinstance(field, str):
            continue  # An expression of the database, which test_sorts asks.
        model = register.model
        for part in field.split("__"):
            try:
                model = model._meta.get_field(part).related_model
            except FieldDoesNotExist:
                # A sum that the filter annotates is sorted by its name.
                assert model is register.model


@pytest.mark.sampled(2)
@every
def test_a_record_page_leads_to_forms_that_show_what_is_kept_and_refuse_an_empty_one(
    register, db, keeper
):
    record = made(register)
    if register.add:
        _refuses_an_empty_form(keeper, register, record)
    answer = keeper.get(register.address("record", record.pk))
    page = answer.content.decode()
    assert answer.status_code == 200 and "History" in page
    rows = answer.context["rows"]
    shown = [row["key"] for row in rows if row["value"] and not row.get("folded")]
    lacking = page.partition("Not recorded: ")[2].partition("</p>")[0]
    assert len(rows) >= len(register.summary)
    assert all(f'govuk-summary-list__key">{escape(key)}</dt>' in page for key in shown)
    gaps = [row for row in rows if not row["value"] and not row.get("lapses")]
    empty = [row["key"] for row in gaps if not row.get("folded")]
    assert all(escape(key) in lacking for key in empty)
    folded = [item for item in register.summary if item.folded]
    assert all(f">{item.label}</span></summary>" in page for item in folded)
    if not register.change:
        return
    address = register.address("change", record.pk)
    form_page = keeper.get(address)
    form = form_page.context["form"]
    assert not form.is_bound
    links = [row["change"] for row in answer.context["rows"] if row["change"]]
    others = {link.partition("#")[0] for link in links} - {address}
    ids = {one for page in (form_page, *map(keeper.get, others)) for one in ID.findall(page.text)}
    assert links and {link.partition("#")[2] for link in links} <= ids
    # What has no version is changed by one administrator at a time.
    if hasattr(register.model, "version"):
        assert form.fields["version"].initial == record.version
        typed = _as_typed(form)
        register.model.objects.filter(pk=record.pk).update(version=record.version + 1)
        answer = keeper.post(address, typed)
        if answer.status_code == 200:
            errors = answer.context["form"].errors
            pytest.fail(f"What is kept cannot be saved as it stands: {errors}")
        assert answer.status_code == 409 and answer.context["rows"]


@pytest.mark.sampled(2)
@pytest.mark.dialect
@pytest.mark.parametrize("register", LISTED)
def test_a_list_and_its_files_show_what_was_made_and_every_header_sorts(register, db, keeper):
    record = made(register)
    answer = keeper.get(register.address("list"))
    assert [line["record"].pk for line in answer.context["lines"]] == [record.pk]
    assert f'href="{register.address("record", record.pk)}"' in answer.content.decode()
    tables = [
        read(kind, keeper.get(f"{register.address(kind)}?free_text=yes").getvalue())[0]
        for kind in ("csv", "xlsx")
    ]
    headings = [[plain(heading) for heading in table.headings] for table in tables]
    assert headings[0] == headings[1]
    words = [
        [as_words(one) if one is not None else "" for row in table.rows for one in row.cells]
        for table in tables
    ]
    assert words[0] == words[1] and [len(table.rows) for table in tables] == [1, 1]
    for name in register.sorts:
        # A file is sorted as its list is, and is written sooner than a page.
        assert keeper.get(f"{register.address('csv')}?sort=-{name}").status_code == 200


def _refuses_an_empty_form(keeper, register, record):
    """An empty form is refused in sentences of its own, and nothing is kept."""
    before = register.model.objects.count(), HistoryEntry.objects.count()
    answer = keeper.post(adding(register, record), {})
    assert answer.status_code == 200
    sentences = [one for field in answer.context["form"].errors.values() for one in field]
    assert sentences
    assert not [one for one in sentences if DJANGOS_OWN.search(one)]
    assert (register.model.objects.count(), HistoryEntry.objects.count()) == before


@pytest.mark.sampled(3)
@pytest.mark.parametrize("register", WITHDRAWN)
def test_a_withdrawal_says_why_and_what_was_seen_and_happens_once(register, db, keeper):
    record, entries = made(register), HistoryEntry.objects.count()
    if register.filters:
        assert listed(keeper, register, "?withdrawn=withdrawn") == []
    else:
        address, home = register.address("record", record.pk), register.home_of(record)
        assert f'href="{address}"' in keeper.get(home).content.decode()
    answer = withdraw(keeper, register, record, "1.5", because=" \t\n")
    errors = answer.context["form"].errors
    assert errors.keys() == {"because", "version"}
    assert errors["because"] == ["Explain why it is withdrawn"]
    assert answer.status_code == 200 and "Open the page again" in answer.content.decode()
    register.model.objects.filter(pk=record.pk).update(version=record.version + 1)
    answer = withdraw(keeper, register, record)
    page = answer.content.decode()
    assert answer.status_code == 409 and "Someone else changed this record" in page and WHY in page
    record.refresh_from_db()
    assert not record.is_withdrawn and HistoryEntry.objects.count() == entries
    version = answer.context["form"]["version"].value()
    assert int(version) == record.version
    assert withdraw(keeper, register, record, version).status_code == 302
    record.refresh_from_db()
    assert record.withdrawn_because == WHY
    assert HistoryEntry.objects.count() == entries + 1
    [sentences] = withdraw(keeper, register, record).context["form"].errors.values()
    assert any("withdrawn" in one for one in sentences)
    _is_shown_as_withdrawn(keeper, register, record)


def _is_shown_as_withdrawn(keeper, register, record):
    """Its page says why and offers no change; it leaves its list, or is marked where it lies."""
    address = register.address("record", record.pk)
    answer = keeper.get(address)
    assert WHY in answer.content.decode()
    shown = answer.context
    assert (shown["change"], shown["withdraw"]) == ("", "")
    assert not any(row["change"] for row in shown["rows"])
    assert not register.change or register.address("change", record.pk) not in str(answer.content)
    if register.filters:
        assert (listed(keeper, register), rows_filed(keeper, register)) == ([], 0)
        assert listed(keeper, register, "?withdrawn=withdrawn") == [record.pk]
        assert rows_filed(keeper, register, "?withdrawn=every") == 1
        return
    page = keeper.get(register.home_of(record)).content.decode()
    _, link, beside = page.partition(f'href="{address}"')
    assert not link or re.match(r"[^<]*</a>\s*<strong[^>]*>Withdrawn<", beside)


def _as_typed(form):
    """The names and values that a browser would send of `form` as it was drawn."""
    typed = {}
    for field in form:
        html = str(field)
        for tag in re.findall(r"<input[^>]*>", html):
            name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
            ticked = 'type="radio"' not in tag and 'type="checkbox"' not in tag
            if name and (ticked or "checked" in tag):
                typed.setdefault(name[1], []).append(value[1] if value else "")
        for area in re.finditer(
            r'<textarea[^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>', html, re.S
        ):
            typed[area[1]] = [area[2]]
        for name, inside in re.findall(
            r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.S
        ):
            typed[name] = re.findall(r'value="([^"]*)" selected', inside)[:1]
    # Why a position is corrected is asked anew each time.
    new = [
        name for name, field in form.fields.items() if field.required and typed.get(name) == [""]
    ]
    return typed | dict.fromkeys(new, "It was counted again")


@pytest.mark.django_db
@pytest.mark.parametrize("register", LISTED)
def test_a_list_leads_to_where_a_record_of_it_is_added(register):
    user = make_user(*ROLES)
    page = browser_of(user).get(register.address("list")).content.decode()
    parent = register.parent and register.parent.register
    if not register.add or not register.may_change(user) or (parent and not parent.filters):
        return
    place = parent.address("list") if parent else register.address("add")
    assert f'href="{place}"' in page.partition("<main")[2]
