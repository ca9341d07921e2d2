"""The environment: what is read, what is refused with the variable's name, what a server needs."""

import ast
import json
import os
import subprocess
import sys

import pytest

from config import env
from tests.sources import ROOT, product

SECRETS = {
    "SECRET_KEY": "a" * 60,
    "CANDOUR_DIGEST_KEY": "b" * 60,
    "ALLOWED_HOSTS": "netherby.example",
}
ASKED = """
import json
from config import settings as s
print(json.dumps({name: getattr(s, name) for name in dir(s) if name.isupper()}, default=str))
"""


@pytest.fixture
def say(monkeypatch):
    """Sets a variable as the machine would."""
    for name in ("NAME", "NAME_FILE", "DATABASE_URL", "DATABASE_URL_FILE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch.setenv


@pytest.mark.parametrize(
    "value", ["10.1.0.0/33", "localhost", "127.0.0.1,nginx", "::1/129", "10.1"]
)
def test_a_network_that_is_none_is_refused_by_its_words(say, value):
    say("NAME", value)
    with pytest.raises(env.MissingSetting, match=f"NAME: “{value.split(',')[-1]}” is no address"):
        env.networks("NAME", "127.0.0.1")


def test_networks_are_as_they_were_written_and_none_of_them_is_allowed_too(say):
    assert env.networks("NAME", "127.0.0.1,::1") == ["127.0.0.1", "::1"]
    say("NAME", " 10.1.7.9/16, fd00::/8 ,")
    assert env.networks("NAME", "") == ["10.1.7.9/16", "fd00::/8"]
    say("NAME", ",")
    assert env.networks("NAME", "127.0.0.1") == []


def started(**told):
    """How settings come up in a process of their own: (what they hold, the last line said)."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "-c", ASKED],
        env={**kept, **told},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    said = run.stderr.strip().splitlines()
    return json.loads(run.stdout) if run.returncode == 0 else None, said[-1] if said else ""


def test_a_variable_is_read_or_its_default_stands_and_an_empty_one_is_none(say):
    assert env.text("NAME", "usual") == "usual"
    say("NAME", "said")
    assert env.text("NAME", "usual") == "said"
    say("NAME", "")
    assert env.text("NAME", "usual") == "usual"
    with pytest.raises(env.MissingSetting, match="Set NAME:"):
        env.text("NAME")
    assert env.text_list("NAME", "x,y") == ["x", "y"]
    with pytest.raises(env.MissingSetting):
        env.text_list("NAME", None)


def test_a_file_holds_a_secret_and_outranks_the_variable(say, tmp_path):
    file = tmp_path / "secret"
    file.write_text("  from the file\n", encoding="utf-8")
    say("NAME_FILE", str(file))
    say("NAME", "from the variable")
    assert env.text("NAME") == "from the file"


def test_an_empty_secret_file_is_refused_and_never_a_secret_of_nothing(say, tmp_path):
    file = tmp_path / "secret"
    file.write_text("\n", encoding="utf-8")
    say("NAME_FILE", str(file))
    with pytest.raises(env.MissingSetting, match="NAME_FILE"):
        env.text("NAME", "usual")


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_secret_file_that_cannot_be_read_is_named(say, tmp_path, content):
    file = tmp_path / "secret"
    if content:
        file.write_bytes(content)
    say("NAME_FILE", str(file))
    with pytest.raises(env.MissingSetting, match="NAME_FILE"):
        env.text("NAME", "usual")


@pytest.mark.parametrize(
    ("said", "words"), [("a,b", ["a", "b"]), (" a , ,b,", ["a", "b"]), ("a", ["a"]), (" , ", [])]
)
def test_words_are_parted_by_commas(say, said, words):
    say("NAME", said)
    assert env.text_list("NAME", "usual") == words


@pytest.mark.parametrize(("said", "number"), [("587", 587), ("25", 25)])
def test_a_number_is_read(say, said, number):
    say("NAME", said)
    assert env.number("NAME", "1") == number


def test_a_date_is_read_and_what_is_none_refused_by_its_name(say):
    assert env.date_text("NAME") == ""
    say("NAME", "2030-01-31")
    assert env.date_text("NAME") == "2030-01-31"
    for value in ("31/01/2030", "2030-02-30", "soon"):
        say("NAME", value)
        with pytest.raises(env.MissingSetting, match=f"NAME must be a date .* not “{value}”"):
            env.date_text("NAME")


def test_every_variable_that_is_read_is_on_the_page_of_an_operator():
    page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    read = {
        ast.literal_eval(call.args[0])
        for module in product()
        for call in module.calls
        if ast.unparse(call.func).startswith("env.") and call.args
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }
    assert len(read) > 30
    # Of tests and the demonstration alone.
    assert {name for name in read if name not in page} == {"CANDOUR_TODAY", "CANDOUR_MODE"}


@pytest.mark.parametrize("said", ["smtp", "5 87", "-1", "1.5", "٢٥"])
def test_what_is_no_number_is_refused_by_its_name(say, said):
    say("NAME", said)
    with pytest.raises(env.MissingSetting, match="NAME must be a whole number"):
        env.number("NAME", "1")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("", "usual.sqlite3"),
        ("sqlite:///other.sqlite3", "other.sqlite3"),
        ("sqlite:////srv/candour.sqlite3", "/srv/candour.sqlite3"),
    ],
)
def test_sqlite_is_a_file_with_a_log_and_transactions_that_write_at_once(say, url, path):
    say("DATABASE_URL", url)
    found = env.database("usual.sqlite3")
    assert (found["ENGINE"], found["NAME"]) == ("assurance.runtime.databases.sqlite3", path)
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_every_part_of_a_postgresql_address_is_read(say, scheme):
    say(
        "DATABASE_URL",
        f"{scheme}://clerk:p%40ss%2Fword@db.example:5433/candour%20one?sslmode=require",
    )
    found = env.database("unused")
    names = ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "NAME", "OPTIONS")
    assert [found[name] for name in names] == [
        *("assurance.runtime.databases.postgresql", "clerk", "p@ss/word", "db.example", "5433"),
        *("candour one", {"sslmode": "require"}),
    ]


def test_a_socket_is_a_host_and_what_is_left_out_is_left_to_postgresql(say):
    say("DATABASE_URL", "postgres:///candour?host=/run/postgresql")
    found = env.database("unused")
    assert [found[name] for name in ("HOST", "USER", "PASSWORD", "PORT", "OPTIONS")] == [
        *("/run/postgresql", "", "", ""),
        {},
    ]


@pytest.mark.parametrize(
    "url",
    [
        *("mysql://a/b", "candour.sqlite3", "postgres:/a/b", "sqlite:", "sqlite:///"),
        *("sqlite://candour.sqlite3", "postgres://host:port/b", "postgres://host:99999/b"),
        *("postgres://host/", "postgres://host", "postgres://[::1/b", "//", "postgres"),
    ],
)
def test_an_address_that_names_no_database_is_refused_by_its_name(say, url):
    say("DATABASE_URL", url)
    with pytest.raises(env.MissingSetting, match="DATABASE_URL"):
        env.database("unused")


@pytest.mark.parametrize("url", ["postgres://u:se/cret@h/b", "postgres://u:se[cret@h/b"])
def test_a_password_that_spoils_the_address_is_not_said_aloud(say, url):
    say("DATABASE_URL", url)
    with pytest.raises(env.MissingSetting) as refused:
        env.database("unused")
    assert "cret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_nothing_set_is_a_laptop_on_localhost():
    held, _ = started()
    assert held["DEBUG"] is False
    assert set(held["ALLOWED_HOSTS"]) == {"localhost", "127.0.0.1", "[::1]", "testserver"}
    assert "SECURE_SSL_REDIRECT" not in held
    assert held["PUBLIC_ADDRESS"] == ""


def test_a_server_starts_with_its_secrets_and_keeps_to_https():
    held, said = started(CANDOUR_MODE="server", **SECRETS)
    assert said == ""
    assert held["SECRET_KEY"] == SECRETS["SECRET_KEY"]
    assert held["ALLOWED_HOSTS"] == ["netherby.example"]
    # E-mails are written where no request names a host.
    assert held["PUBLIC_ADDRESS"] == "https://netherby.example"
    own = {**SECRETS, "ALLOWED_HOSTS": "localhost,.netherby.example"}
    held, _ = started(CANDOUR_MODE="server", **own)
    assert held["PUBLIC_ADDRESS"] == own["ALLOWED_HOSTS"].replace("localhost,.", "https://")
    own["CANDOUR_PUBLIC_ADDRESS"] = "https://papers.example"
    held, _ = started(CANDOUR_MODE="server", **own)
    assert held["PUBLIC_ADDRESS"] == own["CANDOUR_PUBLIC_ADDRESS"]
    kept = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    kept += ("SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY", "EMAIL_USE_TLS")
    assert {held[name] for name in kept} == {True}
    cache = held["CACHES"]["default"]
    assert cache["BACKEND"].endswith("FileBasedCache") and cache["LOCATION"].endswith("limits")
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME")
    assert [held[name] for name in names] == ["__Host-session", "__Host-csrf"]
    assert held["SECURE_HSTS_SECONDS"] > 0
    assert held["EMAIL_BACKEND"].endswith("dummy.EmailBackend")


@pytest.mark.parametrize(
    ("told", "jobs"),
    [
        ({}, "thread"),
        ({"CANDOUR_MODE": "server", **SECRETS}, "thread"),
        ({"CANDOUR_MODE": "server", **SECRETS, "DATABASE_URL": "postgres:///candour"}, "worker"),
        ({"JOBS": "inline"}, "inline"),
    ],
)
def test_jobs_run_beside_a_server_on_postgresql_and_else_within_the_one_process(told, jobs):
    assert started(**told)[0]["JOBS"] == jobs


@pytest.mark.parametrize("missing", SECRETS)
def test_a_server_does_not_start_without_a_secret_and_says_which(missing):
    told = {name: value for name, value in SECRETS.items() if name != missing}
    held, said = started(CANDOUR_MODE="server", **told)
    assert held is None
    assert f"Set {missing}:" in said


def test_a_mode_that_is_misspelt_is_refused_and_never_a_laptop():
    held, said = started(CANDOUR_MODE="Server", **SECRETS)
    assert held is None
    assert "CANDOUR_MODE" in said and "“Server”" in said
