"""The demonstration's rows for tests: loaded once as long as the product stays as it is, however
many workers and runs there are, and put into a test's own transaction in a moment.
"""

import fcntl
import pickle
import shutil
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import override_settings

from assurance.runtime.databases.statistics import count_all
from reports.demonstration import load
from reports.documents.pdf.engine import MAKER

# Made again for each database, under keys of their own.
OWN = {"django_content_type", "auth_permission", "django_migrations"}
# A published edition takes no further rows, so what belongs to one goes in ahead of it.
FIRST = ("editions_editionfile", "editions_provenance")


@dataclass(frozen=True)
class Loaded:
    """What the command said in an empty database, table → (columns, rows) of it after, and name →
    bytes of each attached file."""

    said: str
    tables: dict
    files: dict


# All that the rows follow from; what a run keeps of another product is taken away.
SOURCES = ("assurance", "config", "fixtures", "reports", "static", "templates")
LOCKED = Path("requirements.txt")
KEPT = Path("var/tests/demonstration").absolute()
# What most tests use; the same with a draft of the autumn after next; all of it.
JANUARY = {"day": "2016-01-18"}
WITH_DRAFT = {"day": "2017-09-08", "reports": ("july-2015", "january-2016", "september-2017")}
WHOLE = {"day": str(load.LAST_DAY)}
# To set a report as a PDF takes longer than all the rest of it: only what reads them has them.
WITH_PDFS = (JANUARY, WITH_DRAFT)
# Each database has to load it once; more of it is the same rows.
OF_EACH_DATABASE = (JANUARY,)


@pytest.fixture(scope="session")
def load_once(django_db_setup, django_db_blocker):
    """Gives the demonstration as its command made it with some options, each once."""
    folder = KEPT / digest_of_sources()

    def loaded(name, options):
        folder.mkdir(parents=True, exist_ok=True)
        vendor = f"-{connection.vendor}" if options in OF_EACH_DATABASE else ""
        place = folder / f"{name}{vendor}.pickle"
        with place.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not place.exists():
                # What a run that was broken off left of it is no part of it.
                shutil.rmtree(made := place.with_suffix(""), ignore_errors=True)
                with django_db_blocker.unblock():
                    content = pickle.dumps(_loaded(made, options))
                part = place.with_suffix(".part")
                part.write_bytes(content)
                part.replace(place)
        return pickle.loads(place.read_bytes())

    return loaded


def digest_of_sources():
    """What stands for the product as it is, in hexadecimal; what was kept of another is removed."""
    digest = sha256(Path(__file__).read_bytes() + LOCKED.read_bytes())
    for top in SOURCES:
        for path in sorted(Path(top).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path}\0".encode() + sha256(path.read_bytes()).digest())
    name = digest.hexdigest()[:16]
    for other in KEPT.glob("*"):
        if other.name != name:
            shutil.rmtree(other, ignore_errors=True)
    return name


@pytest.fixture(scope="session")
def loaded_demonstration(load_once):
    """The demonstration of January 2016."""
    return load_once("demonstration", JANUARY)


@pytest.fixture
def demonstration(db, loaded_demonstration):
    """Puts the demonstration into the test's database; gives what the command said."""
    put_in(loaded_demonstration)
    return loaded_demonstration.said


@pytest.fixture
def demonstration_with_draft(db, load_once):
    """The same, with the report of September 2017 as a draft, and the records up to then."""
    loaded = load_once("with-draft", WITH_DRAFT)
    put_in(loaded)
    return loaded.said


@pytest.fixture(scope="module")
def whole_once(load_once, django_db_blocker):
    """The rows of the whole demonstration, in a transaction that is taken back after the last test
    of the file: every test of a file that asks for it has them."""
    with django_db_blocker.unblock(), transaction.atomic():
        loaded = load_once("whole", WHOLE)
        put_in(loaded)
        count_all()
        yield loaded.said
        transaction.set_rollback(True)


@pytest.fixture
def whole_demonstration(whole_once, db):
    """What the command said that loaded the whole demonstration; what a test does to it is its
    own."""
    return whole_once


def put_in(loaded):
    """Puts every row that was loaded into the database, and each file into its folder."""
    for name, content in loaded.files.items():
        place = settings.ATTACHMENTS_ROOT / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    with transaction.atomic(), connection.cursor() as cursor:
        tables = loaded.tables
        for table in sorted(tables, key=lambda table: table not in FIRST):
            _insert(cursor, table, *tables[table])
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)


def _loaded(folder, options):
    said, attached = StringIO(), folder.with_name(f"{folder.name}-attachments")
    with (
        override_settings(ATTACHMENTS_ROOT=attached),
        nullcontext() if options in WITH_PDFS else mock.patch(f"{MAKER}.to_pdf", _no_pdf),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        call_command("load_demonstration", to=folder, stdout=said, **options)
        names = set(connection.introspection.django_table_names(only_existing=True)) - OWN
        found = {name: _select(cursor, name) for name in sorted(names)}
        transaction.set_rollback(True)
    kept = {name: told for name, told in found.items() if told[1]}
    paths = [path for path in attached.rglob("*") if path.is_file()]
    files = {str(path.relative_to(attached)): path.read_bytes() for path in paths}
    return Loaded(said.getvalue(), kept, files)


def _no_pdf(html, **_more):
    """What stands for a PDF where none is read: other bytes for other words."""
    return b"%PDF-1.7 not set " + sha256(html.encode()).hexdigest().encode()


def _select(cursor, table):
    cursor.execute(f"SELECT * FROM {table}")
    columns = [
        column.name if hasattr(column, "name") else column[0] for column in cursor.description
    ]
    return columns, [tuple(map(_plain, row)) for row in cursor.fetchall()]


def _insert(cursor, table, columns, rows):
    # Details of a meeting have a key of their own beside the meeting's.
    key = "id" if "id" in columns else "key"
    cursor.execute(f"SELECT {key} FROM {table}")
    held = {row[0] for row in cursor.fetchall()}
    place = columns.index(key)
    rows = _with_truth(cursor, table, columns, rows)
    marks = ", ".join(["%s"] * len(columns))
    names = ", ".join(f'"{name}"' for name in columns)
    wanted = [row for row in rows if row[place] not in held]
    cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", wanted)


def _with_truth(cursor, table, columns, rows):
    """The rows as PostgreSQL takes them, whose columns of yes and no take no numbers."""
    if connection.vendor != "postgresql":
        return rows
    described = connection.introspection.get_table_description(cursor, table)
    kinds = {
        one.name: connection.introspection.get_field_type(one.type_code, one) for one in described
    }
    places = {at for at, name in enumerate(columns) if kinds[name] == "BooleanField"}
    return [
        tuple(
            bool(value) if at in places and value is not None else value
            for at, value in enumerate(row)
        )
        for row in rows
    ]


def _plain(value):
    # As either database reads them again, whichever of its types they came as.
    if isinstance(value, date | time):
        return str(value)
    return bytes(value) if isinstance(value, memoryview) else value
