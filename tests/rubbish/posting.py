"""Posting to every address that takes a form, and what has to be true of each answer."""

from functools import cache

from django.core.cache import cache as kept
from django.db import connection, transaction
from django.http import QueryDict

from assurance.accounts.models.access_log import LoggedAccess
from tests import cast
from tests.everybody import address_of, somebody_who_may
from tests.own_models import LABELS, models_of
from tests.rubbish.reading import Page
from tests.rubbish.values import MARK

# The answer to a press on a button, that shows once what was made and cannot be shown again.
SHOWN_ONCE = {
    "accounts/sign_in_link.html",
    "tasks/calendar.html",
    "contributions/link.html",
    "approvals/early_link.html",
}
ANSWERS = {200, 302, 400, 403, 404, 405, 409, 429}
SIGNS_OF_FAILURE = ("Traceback (most recent call last)", "OperationalError", "DataError")


def prepared(name, everybody):
    """(a client that may, the address, the page's post form or None) for the page `name`."""
    client, address, answer = opened(name, everybody)
    is_page = answer.headers.get("Content-Type", "").startswith("text/html")
    forms = Page(answer).posted(address) if answer.status_code == 200 and is_page else []
    return client, address, (forms[0] if forms else None)


def opened(name, everybody):
    """(a client that may, the address, the answer to it) for the page `name`."""
    client, address = client_of(name, everybody)
    return client, address, client.get(address)


def client_of(name, everybody):
    """(a client that may, the address) for the page `name`."""
    address = address_of(name, cast.make_council())
    client = everybody[somebody_who_may(name)]
    # An error is to be an answer here, as it is to a person.
    client.raise_request_exception = False
    return client, address


def post(client, address, typed):
    """The answer to one posting, (what it changed, whatever it answered) being taken back."""
    kept.clear()
    before = state()
    with transaction.atomic():
        answer = client.post(
            address, _encoded(typed), content_type="application/x-www-form-urlencoded"
        )
        after = None if answer.status_code >= 500 else state()
        transaction.set_rollback(True)
    return answer, before, after


def faults(answer, before, after, typed, form=None):
    """What is wrong with the answer, as sentences."""
    found = []
    if not _is_answered(answer):
        return [f"answered {answer.status_code}: {_reason(answer)}"]
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return found
    text = answer.content.decode()
    found += [f"shows {sign!r}" for sign in SIGNS_OF_FAILURE if sign in text]
    drawn = {one.name for one in getattr(answer, "templates", ())}
    if answer.status_code != 302 and before != after and not drawn & SHOWN_ONCE:
        found.append(f"answered {answer.status_code} and yet something was saved")
    if answer.status_code in (200, 409) and form:
        found += _faults_of_page(answer, typed, form)
    return found


def _is_answered(answer):
    # What a stranger posts is shown, to be sent again once they are signed in.
    is_held = answer.status_code == 401 and not answer.wsgi_request.user.is_authenticated
    return is_held or answer.status_code in ANSWERS


def _faults_of_page(answer, typed, form):
    page = Page(answer)
    found = [f"draws {one}" for one in page.forbidden]
    text = answer.content.decode()
    if answer.status_code == 200 and "govuk-error-summary" not in text and form.fields:
        # A form that shows what it will do and asks again is an answer as well.
        found += [] if page.forms else ["says neither that it was saved nor what is wrong"]
    found += [
        f"its summary leads to {link}, which is not on the page"
        for link in page.links
        if link.startswith("#") and link[1:] not in page.ids
    ]
    again = {name: one for each in page.forms for name, one in each.fields.items()}
    for name, one in form.fields.items():
        if one.is_kept and name in typed and name in again:
            was, now = _plain(typed[name][-1]), _plain((again[name].sent or [""])[-1])
            if was != now:
                found.append(f"{name} was typed as {was!r:.60} and is shown as {now!r:.60}")
    return found


def state():
    """The number of rows of every table of ours, and of changes to those that count them."""
    with connection.cursor() as cursor:
        cursor.execute(_sql())
        return cursor.fetchone()


@cache
def _sql():
    asked = []
    for model in models_of(*LABELS, with_links=True):
        # That somebody looked is noted whatever came of it.
        if model is LoggedAccess:
            continue
        table = f'"{model._meta.db_table}"'
        asked.append(f"(SELECT COUNT(*) FROM {table})")
        if any(one.column == "version" for one in model._meta.concrete_fields):
            asked.append(f"(SELECT COALESCE(SUM(version), 0) FROM {table})")
    return f"SELECT {', '.join(asked)}"


def _encoded(typed):
    query = QueryDict(mutable=True)
    for name, values in typed.items():
        query.setlist(name, values)
    return query.urlencode()


def _plain(value):
    # A page may say a line's end in either way, and no page can hold a null byte.
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip("\n")


def _reason(answer):
    info = getattr(answer, "exc_info", None)
    return f"{info[0].__name__}: {info[1]}"[:200] if info else ""


def logged(records):
    """What the log repeats of what was typed."""
    return [one.getMessage()[:200] for one in records if MARK in one.getMessage()]
