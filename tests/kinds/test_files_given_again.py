"""Files that were imported before: known without being read, where they would do nothing."""

import hashlib
import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assurance.imports import kinds, operations
from assurance.imports.models import ColumnReading, ImportRun
from assurance.imports.run import same_files
from assurance.imports.run.same_files import imported_before, tables_behind
from assurance.people.models.people import Person
from assurance.records import history
from assurance.records.history import CommandLine
from reports.data_protection.operations.erasure import erase_person
from tests.cast import make_council, officer
from tests.kinds.files import ON, checked, counts, good, imported, what_they_speak_of
from tests.make import dbs, findings, people
from tests.rubbish.reading import Page

pytestmark = pytest.mark.django_db
# What a check reads beside registers: what it keeps of files, and the account that gives them.
# After the last year of which the files have numbers.
AFTER_ALL = date(2025, 4, 1)
BESIDE = ("imports_", "django_", "accounts_user", "accounts_grant", "records_")


def known(*files, user=None):
    """The run that files, paths or bytes, were imported by, where they would do nothing."""
    several = [one if isinstance(one, bytes) else one.read_bytes() for one in files]
    digests = [hashlib.sha256(content).hexdigest() for content in several]
    return imported_before(user or officer(), digests, kinds.KINDS)


def tables_in(queries):
    """The tables of ours that statements name."""
    ours = {model._meta.db_table for model in apps.get_models()}
    return {name for one in queries for name in re.findall(r"\w+", one["sql"]) if name in ours}


def written(change):
    """What an operation of some register leaves: rows, and an entry of history that names them."""
    with transaction.atomic():
        change()
        who = CommandLine("test")
        return history.record("tests.write", about=make_council(), by=who, on=ON).pk


def a_person():
    """One whom the file added."""
    return Person.objects.filter(reference="W3003")


@pytest.mark.long
def test_a_file_of_each_kind_that_is_known_would_do_nothing_on_any_later_date(settings):
    settings.CANDOUR_TODAY = AFTER_ALL.isoformat()
    written(what_they_speak_of)
    found = {}
    for kind in kinds.KINDS:
        files = good(kind.key)
        with CaptureQueriesContext(connection) as queries:
            run = imported(checked(files))
            assert known(*files) == run, kind.key
            for days in (0, 1, 400):
                settings.CANDOUR_TODAY = (AFTER_ALL + timedelta(days=days)).isoformat()
                added, changed, *_ = counts(checked(files))
                assert (added, changed) == (0, 0), (kind.key, days)
        settings.CANDOUR_TODAY = AFTER_ALL.isoformat()
        checks = [one for one in queries if one["sql"].startswith(("SELECT", "WITH"))]
        others = tables_in(checks) - tables_behind(kind)
        found[kind.key] = {one for one in others if not one.startswith(BESIDE)}
        assert known(*files) == run, kind.key
    assert not any(found.values()), found


def remembered(run, **fields):
    """A further reading of columns, for the shape of the file unless stated."""
    usual = {"council": run.council, "kind": "events", "digest": run.files[0]["shape"]}
    return ColumnReading.objects.create(**{**usual, **fields})


LATE = date(2040, 1, 2)
# What came since → what writes it, and whether the file is known all the same.
SINCE = {
    "nothing": (lambda run: None, True),
    "an account": (lambda run: written(officer().save), True),
    "a review, which no rule of people reads": (lambda run: written(findings.review), True),
    "files of another shape": (lambda run: remembered(run, digest="0" * 64), True),
    "a person": (lambda run: written(lambda: a_person().update(name="Another Name")), False),
    "a person added": (lambda run: written(people.person), False),
    "a person removed": (lambda run: written(people.person().delete), False),
    "a person erased": (
        lambda run: erase_person(person=a_person().get(), because="Asked", by=officer(), on=LATE),
        False,
    ),
    "the import undone": (lambda run: operations.undo(run=run, by=officer(), on=ON), False),
    "a policy": (lambda run: written(dbs.policy), False),
    "columns": (lambda run: ColumnReading.objects.update(columns={"name": ""}), False),
    "days": (lambda run: ColumnReading.objects.update(orders={"starts_on": "mdy"}), False),
    "headings of two kinds": (remembered, False),
}


def test_a_file_is_known_until_something_that_it_depends_on_was_written(monkeypatch):
    what_they_speak_of()
    run = imported(checked(good("workforce")))
    found = {}
    for since, (change, _is_known) in SINCE.items():
        with transaction.atomic():
            change(run)
            found[since] = known(*good("workforce")) is not None
            transaction.set_rollback(True)
    assert found == {since: is_known for since, (_change, is_known) in SINCE.items()}
    assert known(*good("workforce"), user=officer(subject="audits")) is None
    assert known(*good("workforce"), user=officer(make_council("elsewhere"))) is None
    monkeypatch.setattr(same_files, "program_digest", lambda: "another program")
    assert known(*good("workforce")) is None


def test_only_the_same_files_together_are_known_and_none_that_may_be_read_otherwise():
    what_they_speak_of()
    [workforce], [findings_file], parts = map(good, ("workforce", "findings", "ssda903"))
    imported(checked(parts))
    assert known(*parts) and not known(*parts[:2]) and not known(*parts, parts[0])
    imported(checked([workforce, findings_file]))
    # Each of two may have changed what the other says.
    assert not known(workforce, findings_file) and not known(workforce) and not known()
    assert not known(workforce.read_bytes() + b" ")
    run = imported(checked(good("risks")))
    assert known(*good("risks")) == run
    # With a refused row, which may be sound by now; and where a day was said of it.
    for fields in ({"refused": 1}, {"as_at": ["2019-03-01"]}, {"covers_to": ON}):
        ImportRun.objects.filter(pk=run.pk).update(**{"refused": 0, **fields})
        assert not known(*good("risks")), fields


def test_files_given_again_are_answered_at_once_or_read_where_that_is_asked(client):
    what_they_speak_of()
    client.force_login(officer())
    run, start = imported(checked(good("risks"))), reverse("imports:start")

    def give(**fields):
        files = [SimpleUploadedFile(one.name, one.read_bytes()) for one in good("risks")]
        return client.post(start, {"files": files, **fields})

    answer = give()
    page = answer.content.decode()
    assert "Nothing in these files is new" in page and "imported them on 1 March 2019" in page
    assert reverse("imports:record", args=[run.pk]) in page and ImportRun.objects.get() == run
    [form] = Page(answer).posted(start)
    assert "again" not in form.sent() and "Check the files again" in page
    assert "Check the files again" not in client.get(start).content.decode()
    # A form that is sent without files has its box still.
    assert 'name="again"' in client.post(start, {"again": "on"}).content.decode()
    assert give(again="on").status_code == 302
    again = ImportRun.objects.latest("pk")
    assert counts(again) == (0, 0, again.rows, 0) and again.state == "checked"
