"""A command on a database without tables says in a sentence that `migrate` comes first."""

import json
import os
import subprocess
import sys
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import OperationalError, ProgrammingError, connection

from assurance.runtime.command import NOT_READY, REFUSED, DatabaseCommand
from reports.service.management.commands.verify import NO_COUNCIL
from tests.own_database import empty_database, record_migrations, with_migrations
from tests.own_models import PACKAGES
from tests.sources import ROOT

# What each needs to come as far as the database.
WORDS = {
    "apply_retention": [],
    "add_report_template": ["york-2016"],
    "import_files": ["dbs-register", "README.md"],
    "import_waiting": [],
    "check_paper": ["netherby/january-2016"],
    "create_council": ["york", "City of York Council", "--administrator", "a@york.example"],
    "digest_keys": [],
    "export_paper": ["january-2016", "never-written.json"],
    "figures": ["--at", "2016-01-01", "--since", "2015-01-01"],
    "import_paper": ["fixtures/papers/july-2015.json"],
    "load_demonstration": [],
    "publish_site": [],
    "render_paper": ["january-2016", "--to", "a.pdf"],
    "run_jobs": [],
    "send_notices": [],
    "send_reminders": [],
    "verify": [],
}
TRIED = """
import io, json, sys
import django
from django.core.management import CommandError, call_command
django.setup()
said = {}
for name, words in json.load(sys.stdin).items():
    try:
        call_command(name, *words, stdout=io.StringIO(), stderr=io.StringIO())
    except CommandError as refused:
        said[name] = str(refused)
print(json.dumps(said))
"""


def of_ours():
    """The name and class of each command of the project."""
    for name, app in get_commands().items():
        if app.startswith(PACKAGES):
            yield name, import_module(f"{app}.management.commands.{name}").Command


@pytest.mark.long
def test_every_command_that_needs_tables_says_that_there_are_none(tmp_path):
    named = {name for name, command in of_ours() if issubclass(command, DatabaseCommand)}
    assert set(WORDS) == named
    place = {
        "CANDOUR_VAR": str(tmp_path / "new"),
        "DATABASE_URL": "",
        "CANDOUR_TODAY": "2016-01-18",
    }
    run = subprocess.run(
        [sys.executable, "-c", TRIED],
        input=json.dumps(WORDS),
        env={**os.environ, **place, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == dict.fromkeys(WORDS, NOT_READY)


@pytest.mark.long
@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ({"CANDOUR_MODE": "server", "SECRET_KEY": ""}, "Set SECRET_KEY: a server does not start"),
        ({"DATABASE_URL": "postgres://a:b@127.0.0.1:1/c"}, "The database does not answer."),
    ],
)
def test_a_missing_setting_and_a_silent_database_are_sentences(place, sentence):
    words = [sys.executable, "manage.py", "migrate"]
    whole = {**os.environ, "CANDOUR_MODE": "laptop", **place}
    run = subprocess.run(words, env=whole, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 1
    assert run.stderr.startswith(sentence) and "Traceback" not in run.stderr


def test_the_commands_of_the_readme_are_in_the_order_in_which_they_work():
    read = Path(ROOT, "README.md").read_text(encoding="utf-8")
    places = [read.index(f"manage.py {one}") for one in ("migrate", "create_council", "runserver")]
    assert places == sorted(places)


class Asks(DatabaseCommand):
    """A command that asks a table that there is not."""

    def handle(self, **options):
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM nowhere")


class MayNot(DatabaseCommand):
    """A command under a role that has no permission, as PostgreSQL tells it."""

    def handle(self, **options):
        cause = OSError()
        cause.pgcode = REFUSED
        raise ProgrammingError("permission denied for table accounts_council\n") from cause


def test_a_role_without_permission_is_told_which_command_gives_it():
    with pytest.raises(
        CommandError, match=r"for table accounts_council\. Run “manage.py grant_ser"
    ):
        call_command(MayNot())


@pytest.mark.django_db
def test_a_database_of_an_earlier_version_is_told_from_any_other_fault_also_in_a_transaction():
    with with_migrations(), empty_database() as own:
        recorder = record_migrations(own)
        with pytest.raises((OperationalError, ProgrammingError), match="nowhere"):
            call_command(Asks())
        recorder.record_unapplied("sign_in", "0002_sessions_of_accounts")
        with pytest.raises(CommandError, match="of an earlier version"):
            call_command(Asks())
    with pytest.raises((OperationalError, ProgrammingError), match="nowhere"):
        call_command(Asks())


@pytest.mark.django_db
def test_verify_prints_that_an_empty_database_has_no_council(settings, tmp_path):
    disk = "django.core.files.storage.FileSystemStorage"
    published = {"BACKEND": disk, "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "published": published}
    out = StringIO()
    call_command("verify", stdout=out)
    assert out.getvalue().splitlines() == [NO_COUNCIL]
    (tmp_path / "index.html").write_text("x")
    with pytest.raises(CommandError, match="the published folder is missing: There is no list"):
        call_command("verify", stdout=out)
