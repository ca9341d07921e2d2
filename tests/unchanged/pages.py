"""Every address with its answer to each role, by its path: names of views and of addresses may
change, what is answered may not."""

import json

from django.db import transaction
from django.test import Client

from tests import cast
from tests.everybody import address_of
from tests.pages_by_role import PAGES
from tests.unchanged import addresses
from tests.unchanged.bodies import content_of, head, is_text, sha256, title
from tests.unchanged.pins import model, pins

ROLES = ("officer", "approver", "clerk", "member", "administrator")
OTHER_COUNCIL = "netherby"
DEMONSTRATED, MADE = "of the demonstration", "of records made"
SHORT = 16


def clients(council, elsewhere):
    """A dict of person → browser: nobody signed in, an account without a role, one of each role
    of `council`, and one with every role of the council `elsewhere`."""
    users = {
        "no-role": cast.make_user(council=council),
        **{role: _first_with(role, council) for role in ROLES},
        "elsewhere": cast.make_user(*ROLES, council=elsewhere),
    }
    return {"signed-out": Client(), **{who: _signed_in(user) for who, user in users.items()}}


def pages(paths=None):
    """A dict of part → path → person → answer, and the texts that answers name by their number.

    `paths` of the demonstration are those that links lead to, unless given.
    """
    texts = Texts()
    with transaction.atomic():
        demonstrated = _demonstrated(texts, paths)
        transaction.set_rollback(True)
    instanced = {addresses.name_of(path) for path in demonstrated}
    names = [name for name in sorted(PAGES) if name not in instanced]
    parts = {DEMONSTRATED: demonstrated, MADE: _made(texts, names)}
    return {"parts": parts, "texts": list(texts.numbers)}


def summary(answers):
    """A dict of part → path → title, statuses in the order of `clients`, SHA-256 of the answers."""
    texts = answers["texts"]
    return {
        part: {path: _line(rows, texts) for path, rows in paths.items()}
        for part, paths in answers["parts"].items()
    }


class Texts:
    """Each text once, by its number in order of first use."""

    def __init__(self):
        self.numbers = {}

    def number(self, text):
        """The number of `text`."""
        return self.numbers.setdefault(text, len(self.numbers))


def _demonstrated(texts, paths):
    council = model("Council").objects.get()
    browsers = clients(council, cast.make_council(OTHER_COUNCIL))
    if paths is None:
        with transaction.atomic():
            paths = addresses.instances(browsers)
            transaction.set_rollback(True)
    rows = {}
    for path in paths:
        with pins(path):
            rows[path] = _answers(path, browsers, texts)
    return rows


def _made(texts, names):
    rows = {}
    with transaction.atomic():
        council, elsewhere = cast.make_council(OTHER_COUNCIL), cast.make_council("elsewhere")
        browsers = clients(council, elsewhere)
        for name in names:
            with transaction.atomic(), pins(name):
                path = address_of(name, council)
                rows[path] = _answers(path, browsers, texts)
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    return rows


def _answers(path, browsers, texts):
    rows = {}
    for who, client in browsers.items():
        with transaction.atomic():
            response = client.get(path)
            content = content_of(response)
            rows[who] = [head(response), sha256(content)]
            if is_text(response):
                rows[who] = [head(response), texts.number(content.decode())]
            transaction.set_rollback(True)
    return rows


def _line(rows, texts):
    contents = {
        who: (line, texts[content] if isinstance(content, int) else content)
        for who, (line, content) in rows.items()
    }
    digest = sha256(json.dumps(contents).encode())
    opened = [text for line, text in contents.values() if line.startswith("200 text/html")]
    statuses = " ".join(line[:3] for line, _ in contents.values())
    return [title(opened[0]) if opened else "", statuses, digest[:SHORT]]


def _first_with(role, council):
    user = model("User").objects.filter(council=council, grants__role=role).order_by("pk").first()
    return user or cast.make_user(role, council=council)


def _signed_in(user):
    # What allauth shows depends on whether there is a password; making a real one is slow.
    user.password = user.password or "anything that is not marked as unusable"
    user.save()
    client = Client()
    client.force_login(user)
    return client
