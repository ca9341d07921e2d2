"""What is asked of every register, found by itself: its declaration fits its form and its model,
its pages show a record whole, and an empty form is refused in sentences of its own.
"""

import csv
import importlib
import io
import re

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey
from django.test import Client

from assurance.records.history import HistoryEntry
from assurance.registers.declaration import Register
from assurance.tables.cells import as_words
from assurance.tables.clean import plain
from assurance.tables.reader import read
from tests.cast import ROLES, make_council, make_user
from tests.pages_by_role import PAGES
from tests.sources import product

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
ADDED = [case for case in REGISTERS if case.values[0].add]
CHANGED = [case for case in REGISTERS if case.values[0].change]
# What has no version is changed by one administrator at a time.
VERSIONED = [case for case in CHANGED if hasattr(case.values[0].model, "version")]
WITHDRAWN = [case for case in REGISTERS if case.values[0].withdraw]

every = pytest.mark.parametrize("register", REGISTERS)
every_listed = pytest.mark.parametrize("register", LISTED)


@pytest.fixture
def client(db):
    """Somebody with every role in the usual council."""
    client = Client()
    client.force_login(make_user(*ROLES, council=make_council()))
    return client


def made(register):
    """A record of the register, of the usual council."""
    arguments = PAGES[f"{register.namespace}:{register.page_name('record')}"].made(make_council())
    key = arguments["pk"] if isinstance(arguments, dict) else arguments[0]
    return register.model.objects.get(pk=key)


def adding(register):
    """The address of the add page, beneath a parent where there has to be one."""
    if register.parent is None:
        return register.address("add")
    parent = getattr(made(register), register.parent.field)
    return register.address("add", parent.pk)


@every
def test_a_change_link_names_a_field_of_the_form(register):
    asked = {item.field for item in register.summary if item.field}
    assert asked <= set(register.form.base_fields)


@pytest.mark.parametrize("register", CHANGED)
def test_every_change_link_leads_to_a_place_on_the_form(register, client):
    rows = client.get(register.address("record", made(register).pk)).context["rows"]
    links = [row["change"] for row in rows if row["change"]]
    forms = {link.partition("#")[0] for link in links}
    ids = {found for one in forms for found in ID.findall(client.get(one).content.decode())}
    assert links and {link.partition("#")[2] for link in links} <= ids


@every_listed
def test_a_list_has_one_column_that_leads_to_the_record(register):
    assert [column.link for column in register.columns].count(True) == 1
    assert register.columns[0].link or not register.columns[0].file_only


@every_listed
def test_a_list_is_sorted_by_fields_of_the_model(register):
    for field in register.sorts.values():
        model = register.model
        for part in field.split("__"):
            try:
                model = model._meta.get_field(part).related_model
            except FieldDoesNotExist:
                # A sum that the filter annotates is sorted by its name.
                assert model is register.model


@every
def test_what_a_form_asks_for_is_classed_so_that_history_knows_what_is_personal(register):
    links = {f.name for f in register.model._meta.fields if isinstance(f, ForeignKey)}
    asked = set(register.form.base_fields) & links
    assert asked <= set(register.model.personal) or not asked


@every_listed
def test_a_list_its_file_and_a_record_show_what_was_made(register, client):
    record = made(register)
    answer = client.get(f"{register.address('list')}?withdrawn=every")
    assert record.pk in [line["record"].pk for line in answer.context["lines"]]
    name = register.address("record", record.pk)
    assert f'href="{name}"' in answer.content.decode()
    answer = client.get(register.address("csv"))
    head, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert rows and {len(row) for row in rows} == {len(head)}


@every_listed
def test_a_workbook_of_a_list_holds_what_its_csv_file_holds(register, client):
    made(register)
    tables = [
        read(kind, client.get(f"{register.address(kind)}?free_text=yes").content)[0]
        for kind in ("csv", "xlsx")
    ]
    headings = [[plain(heading) for heading in table.headings] for table in tables]
    assert headings[0] == headings[1]
    words = [
        [as_words(one) if one is not None else "" for one in table.rows[0].cells]
        for table in tables
    ]
    assert words[0] == words[1]


@every
def test_a_record_page_says_every_row_of_its_summary_and_its_history(register, client):
    record = made(register)
    answer = client.get(register.address("record", record.pk))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "History" in page
    assert page.count("govuk-summary-list__key") >= len(register.summary)


@pytest.mark.dialect
@every_listed
@pytest.mark.parametrize("turn", ["", "-"])
def test_every_header_sorts(register, client, turn):
    made(register)
    for name in register.sorts:
        answer = client.get(f"{register.address('list')}?sort={turn}{name}")
        assert answer.status_code == 200


@pytest.mark.parametrize("register", ADDED)
def test_an_empty_form_is_refused_in_sentences_of_its_own(register, client):
    address = adding(register)
    before = register.model.objects.count(), HistoryEntry.objects.count()
    answer = client.post(address, {})
    assert answer.status_code == 200
    said = [one for field in answer.context["form"].errors.values() for one in field]
    assert said
    assert not [one for one in said if DJANGOS_OWN.search(one)]
    assert (register.model.objects.count(), HistoryEntry.objects.count()) == before


@pytest.mark.parametrize("register", CHANGED)
def test_a_form_for_a_change_shows_what_is_kept_and_carries_its_version(register, client):
    record = made(register)
    answer = client.get(register.address("change", record.pk))
    form = answer.context["form"]
    assert answer.status_code == 200
    assert not form.is_bound
    if hasattr(record, "version"):
        assert form.fields["version"].initial == record.version


@pytest.mark.parametrize("register", WITHDRAWN)
def test_a_record_is_withdrawn_with_a_reason_and_stays(register, client):
    record = made(register)
    before = HistoryEntry.objects.about(record).count()
    address = register.address("withdraw", record.pk)
    assert client.post(address, {"version": record.version, "because": ""}).status_code == 200
    answer = client.post(address, {"version": record.version, "because": "Entered twice"})
    assert answer.status_code == 302
    record.refresh_from_db()
    assert record.withdrawn_because == "Entered twice"
    assert HistoryEntry.objects.about(record).count() == before + 1
    page = client.get(register.address("record", record.pk)).content.decode()
    assert "Entered twice" in page
    assert not register.change or register.address("change", record.pk) not in page


@pytest.mark.parametrize("register", VERSIONED)
def test_the_second_of_two_people_is_answered_409(register, client):
    record = made(register)
    address = register.address("change", record.pk)
    form = client.get(address).context["form"]
    typed = _as_typed(form)
    register.model.objects.filter(pk=record.pk).update(version=record.version + 1)
    answer = client.post(address, typed)
    if answer.status_code == 200:
        errors = answer.context["form"].errors
        pytest.fail(f"What is kept cannot be saved as it stands: {errors}")
    assert answer.status_code == 409
    assert answer.context["rows"]


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
