"""The history of several records of one council, read at once: newest first, each with its record,
those of files included, in as many queries as of one."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from assurance.accounts import history_page
from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Engagement, Person
from assurance.records import operations
from assurance.records.history import HistoryEntry
from tests.cast import make_council, officer
from tests.dbs.importing.test_files import imported
from tests.make import dbs, people

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
HEADINGS = (
    "Reference,Name,Group,Service,Role,Role began on,Certificate number,Certificate issued on\n"
)
ROW = "A1,Robin Ashdown,Employee,Child in Need,Social Worker,2014-03-01,001234567890,2015-03-02\n"


def change(record, **fields):
    """Changes a record as an officer."""
    return operations.change(record=record, version=record.version, by=officer(), on=DAY, **fields)


def test_entries_of_several_kinds_come_newest_first_with_their_records():
    role, check = people.engagement(), dbs.dbs_check()
    change(role, service="Fostering")
    change(check, seen_on=DAY)
    change(role.person, name="Robin Ashdown")
    role.refresh_from_db()
    change(role, service="Leaving care")
    found = history_page.about_all([role.person, role, check])
    assert [record for record, _ in found] == [role, role.person, check, role]
    assert next(line.changes for record, line in found if record == role) == {
        "Service": {"from": "Fostering", "to": "Leaving care"}
    }
    for record in (role, role.person, check):
        own = [line for of, line in found if of == record]
        assert own == history_page.about(record)


def test_records_of_two_kinds_with_one_number_are_told_apart():
    person = people.person()
    role = people.engagement(person=person, pk=person.pk)
    check = dbs.dbs_check(person=person, pk=person.pk)
    change(role, service="Fostering")
    change(check, seen_on=DAY)
    whose = {type(record) for record, _ in history_page.about_all([person, role, check])}
    assert whose == {Engagement, DbsCheck}


def test_what_came_from_a_file_is_told_of_each_record_that_it_wrote():
    imported(("register.csv", HEADINGS + ROW))
    records = [model.objects.get() for model in (Person, Engagement, DbsCheck)]
    found = history_page.about_all(records)
    assert {type(record) for record, _ in found} == {Person, Engagement, DbsCheck}
    assert {line.what for _, line in found} == {"Added from a file: DBS register"}
    assert all(line.run and line.file == "register.csv" for _, line in found)
    change(records[1], service="Fostering")
    newest, line = history_page.about_all(records)[0]
    assert newest == records[1] and line.run is None


def test_as_many_queries_are_asked_of_many_as_of_one(django_assert_max_num_queries):
    rows = [people.engagement() for _ in range(6)]
    for row in rows:
        change(row, service="Fostering")
    counts = []
    for some in (rows[:1], rows):
        with django_assert_max_num_queries(10) as queries:
            assert len(history_page.about_all(some)) == len(some)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_another_council_s_entries_of_the_same_name_are_never_among_them():
    role = people.engagement()
    change(role, service="Fostering")
    entry = HistoryEntry.objects.about(role).get()
    other = make_council("otherby")
    theirs = people.engagement(person=people.person(council=other))
    assert not HistoryEntry.objects.about(theirs).exists()
    assert entry.council == make_council().slug


def test_a_page_prints_the_day_that_an_entry_is_of_and_its_time_on_that_day():
    role = people.engagement()
    change(role, service="Fostering")
    [line] = [one for one in history_page.about(role) if one.on == DAY]
    assert line.at.date() != DAY
    page = render_to_string("govuk/history.html", {"entries": [line]})
    assert "18 January 2016</time>" in page
    today = replace(line, on=line.at.date(), changes={})
    assert f"{line.at:%H:%M}</time>" in render_to_string("govuk/history.html", {"entries": [today]})


def test_no_page_names_a_field_of_the_program():
    changes = {name: {"from": None, "to": name} for name in ("slug", "block", "title")}
    entry = SimpleNamespace(seq=1, changes=changes)
    assert history_page.field_changes(entry, {}) == {"title": changes["title"]}
