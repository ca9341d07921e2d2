"""The only reader of the environment: typed getters that fail with the variable's name."""

import json
import os
from datetime import date
from ipaddress import ip_network
from urllib.parse import parse_qsl, unquote, urlsplit

from assurance.runtime.digits import whole


class MissingSetting(Exception):
    """A variable that this mode cannot do without is missing or cannot be read."""


def text(name, default=None):
    """The variable as text, or `default`; raises `MissingSetting` where it is missing and has no
    default.

    A variable `NAME_FILE` names a file with the value, as secret stores hand it over.
    """
    if path := os.environ.get(f"{name}_FILE"):
        return _read_secret(f"{name}_FILE", path)
    value = os.environ.get(name, "")
    if value:
        return value
    if default is None:
        raise MissingSetting(f"Set {name}: a server does not start without it.")
    return default


def text_list(name, default):
    """A comma-separated variable as a list of words."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def address_of(hosts, is_server):
    """The address of a server by the first of its `hosts` that readers know it by; empty where
    there is none, and on a laptop."""
    local = ("localhost", "127.0.0.1", "[::1]", "*")
    names = [host.lstrip(".") for host in hosts if host not in local] if is_server else []
    return f"https://{names[0]}" if names else ""


def networks(name, default):
    """A comma-separated variable as addresses and networks, in their own words."""
    words = text_list(name, default)
    for word in words:
        try:
            ip_network(word, strict=False)
        except ValueError:
            raise MissingSetting(f"{name}: “{word}” is no address and no network.") from None
    return words


def number(name, default):
    """A variable as a whole number from nought."""
    value = text(name, default)
    result = whole(value) if value.isascii() else None
    if result is None:
        raise MissingSetting(f"{name} must be a whole number, not “{value}”.")
    return result


def date_text(name):
    """A variable with a date as 2030-01-31; empty where it is not set."""
    value = text(name, "")
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise MissingSetting(f"{name} must be a date such as 2030-01-31, not “{value}”.") from None


def one_of(name, choices):
    """A variable as one of `choices`, the first being the default."""
    value = text(name, choices[0])
    if value not in choices:
        raise MissingSetting(f"{name} must be one of {', '.join(choices)}, not “{value}”.")
    return value


def entries(name, read):
    """A variable with a list of JSON, as `read` gives it, which raises `ValueError` with what
    is wrong with it."""
    try:
        values = json.loads(text(name, "[]"))
        return read(values if isinstance(values, list) else [values])
    except json.JSONDecodeError:
        # Nothing of it is repeated: it holds secrets.
        raise MissingSetting(f"{name} is not JSON.") from None
    except ValueError as error:
        raise MissingSetting(f"{name}: {error}.") from None


def database(default_path):
    """Django's database settings from `DATABASE_URL`, or SQLite at `default_path`.

    SQLite runs with immediate transactions, a write-ahead log and a busy timeout: without the
    first, two writers fail at once; `synchronous=FULL` keeps an approval through a power cut, and
    `secure_delete` writes noughts over what is erased.
    """
    url = text("DATABASE_URL", "")
    if not url or url.startswith("sqlite:///"):
        path = url.removeprefix("sqlite:///") if url else default_path
        if not path:
            raise MissingSetting("DATABASE_URL names no file after sqlite:///.")
        pragmas = (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; "
            "PRAGMA secure_delete=ON;"
        )
        return {
            "ENGINE": "assurance.runtime.databases.sqlite3",
            "NAME": path,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
            # Django's own choice, which tests make only for the engine of its own name.
            "TEST": {"NAME": ":memory:"},
            # To open the file again takes longer than most pages do.
            "CONN_MAX_AGE": 60,
        }
    if not url.startswith(("postgres://", "postgresql://")):
        raise MissingSetting("DATABASE_URL must begin with postgres:// or sqlite:///.")
    try:
        return _postgresql(urlsplit(url))
    except ValueError:
        # Nothing of the address is repeated: what cannot be read may be its password.
        raise MissingSetting(
            "DATABASE_URL cannot be read: write postgres://user:password@host:5432/name, "
            "with any other sign of the password as %40."
        ) from None


def _read_secret(name, path):
    """The content of the file that the variable `name` names; an empty secret is refused."""
    try:
        with open(path, encoding="utf-8") as file:
            value = file.read().strip()
    except (OSError, UnicodeDecodeError):
        raise MissingSetting(f"{name} names a file that cannot be read: {path}.") from None
    if not value:
        raise MissingSetting(f"{name} names an empty file: {path}.")
    return value


def _postgresql(parts):
    if not parts.path.strip("/"):
        raise ValueError("it names no database")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", parts.hostname or "")
    return {
        "ENGINE": "assurance.runtime.databases.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
