"""The council's own watch learns of each sign-in, of each change of how a person signs in, of what
was refused, and of what was done with personal data; by keys alone."""

import ast
import json
import logging
import re
from datetime import date
from types import SimpleNamespace

import pytest
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.test import Client, TestCase
from django.urls import reverse

from assurance.accounts.sign_in_changes import SIGNALS
from assurance.accounts.sign_in_links import sign_in_address
from assurance.runtime.watch import security_events
from assurance.runtime.watch.log_lines import JsonLines
from assurance.sign_in.library_forms.passkeys import PasskeyAgainForm, PasskeyForm
from assurance.sign_in.operations.two_step import reset_two_step
from reports.data_protection.operations import erasure
from tests import cast
from tests.make import people
from tests.sign_in.one_time_codes import code_of
from tests.sources import ROOT, product

DAY = date(2016, 2, 1)
NEW = "quite another pass phrase"
# Kinds of history about accounts and personal data that tell a watch nothing → why.
NO_EVENTS = {
    "accounts.change_sign_in": "The signal of the change is the event, with what was changed.",
    "accounts.make_calendar": "One's own calendar.",
    "accounts.stop_calendar": "One's own calendar.",
    "accounts.choose_email": "One's own e-mails.",
    "accounts.begin_email": "An e-mail that is sent.",
    "accounts.note_email": "An e-mail that was sent.",
    "sign_in.begin_email": "An e-mail that is sent.",
    "sign_in.note_email": "An e-mail that was sent.",
    "data_protection.add_policy": "How long records are kept.",
    "data_protection.change_policy": "How long records are kept.",
    "data_protection.end_policy": "How long records are kept.",
    "data_protection.prune_sign_in": "A part of the schedule.",
    "data_protection.prune_access_log": "A part of the schedule.",
    "data_protection.erase_history": "A part of the schedule.",
    "data_protection.erase_lookup": "A part of the schedule.",
    "data_protection.erase_sample": "A part of the schedule.",
    "history.later_rows": "Rows of the entry before it.",
    "history.migrate": "An upgrade of the program.",
}
OF_WATCH = {"accounts", "sign_in", "data_protection", "history"}
# What an event may have: keys, numbers, and words of the program.
FIELDS = {
    *("account", "council", "entry", "by", "view", "step", "steps", "change", "kind", "results"),
    *("address", "faults", "size", "why"),
}


class Lines(logging.Handler):
    """Keeps each event as a SIEM reads it."""

    def __init__(self):
        super().__init__()
        self.setFormatter(JsonLines())
        self.texts = []

    def emit(self, record):
        """Keeps the line."""
        self.texts.append(self.format(record))

    def take(self):
        """The events since the last time, without those that have the same in every line."""
        events, self.texts = [json.loads(text) for text in self.texts], []
        return [
            {name: value for name, value in event.items() if name not in ("at", "level", "logger")}
            for event in events
        ]


@pytest.fixture
def log(monkeypatch):
    """The lines of the security log; an event is written without waiting for a commit."""
    lines, logger = Lines(), logging.getLogger("candour.security")
    at_once = SimpleNamespace(on_commit=lambda call: call())
    monkeypatch.setattr(security_events, "transaction", at_once)
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(lines)
    yield lines
    logger.removeHandler(lines)
    logger.setLevel(level)


def of(events, *names):
    """The named fields of each event."""
    return [tuple(event.get(name) for name in ("event", *names)) for event in events]


def post(client, name, *args, **fields):
    """The answer to a form from one address, under the name of its request."""
    address = reverse(name, args=args)
    headers = {"X-Request-ID": "request-of-the-test"}
    # The library sends its signals after a commit.
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, fields, REMOTE_ADDR="203.0.113.9", headers=headers)


@pytest.mark.django_db
def test_a_sign_in_and_each_change_of_it_is_an_event(client, log):
    user = cast.with_password(cast.approver())
    log.take()
    post(client, "account_login", login=user.email, password=cast.PASSWORD)
    [event] = log.take()
    named = {"account": user.pk, "address": "203.0.113.9", "request": "request-of-the-test"}
    assert event == {"event": "signed in", "steps": ["password"], **named}
    post(client, "account_reauthenticate", password=cast.PASSWORD)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    post(client, "mfa_activate_totp", code=code_of(secret))
    post(client, "mfa_generate_recovery_codes")
    changes = [
        ("sign-in changed", "second step added", step) for step in ("totp", "recovery_codes")
    ]
    changes += [("sign-in changed", "second step replaced", "recovery_codes")]
    assert of(log.take(), "change", "step") == changes
    other = Client()
    post(other, "account_login", login=user.email, password=cast.PASSWORD)
    post(other, "mfa_authenticate", code="000000")
    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    post(other, "mfa_authenticate", code=codes[0])
    assert of(log.take(), "account", "step", "steps") == [
        ("second step failed", user.pk, "totp", None),
        ("signed in", user.pk, None, ["password", "recovery_codes"]),
    ]
    typed = {"oldpassword": cast.PASSWORD, "password1": NEW, "password2": NEW}
    assert post(other, "account_change_password", **typed).status_code == 302
    log.take()
    admin = cast.administrator()
    reset_two_step(user=user, because="Lost telephone", by=admin, on=DAY)
    assert of(log.take(), "by", "account") == [("two-step sign-in reset", "account", admin.pk)]


@pytest.mark.django_db
@pytest.mark.parametrize("form", [PasskeyForm, PasskeyAgainForm])
def test_a_wrong_passkey_is_an_event(form, rf, log):
    user = cast.clerk()
    with context.request_context(rf.post("/", REMOTE_ADDR="203.0.113.9")):
        assert not form({"credential": '{"id": 1}'}, user=user).is_valid()
    assert of(log.take(), "account", "address", "step") == [
        ("second step failed", user.pk, "203.0.113.9", "webauthn")
    ]


@pytest.mark.django_db
def test_a_password_is_changed_or_set_by_a_link(client, log):
    user = cast.with_password(cast.clerk())
    log.take()
    link = sign_in_address(user)
    page = client.get(link, follow=True)
    post_to = page.redirect_chain[-1][0]
    client.post(post_to, {"password1": NEW, "password2": NEW})
    post(client, "account_login", login=user.email, password=NEW)
    typed = {"oldpassword": NEW, "password1": NEW + "s", "password2": NEW + "s"}
    post(client, "account_change_password", **typed)
    assert of(log.take(), "account", "change") == [
        ("sign-in changed", user.pk, "password reset"),
        ("signed in", user.pk, None),
        ("sign-in changed", user.pk, "password changed"),
    ]


@pytest.mark.django_db
def test_a_page_that_is_refused_is_an_event_by_its_name(client, log):
    member = cast.member()
    client.force_login(member)
    client.get(reverse("accounts:list"), {"q": "Secret Name"})
    client.get(reverse("home"))
    Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a@b.example"})
    events = log.take()
    assert of(events, "account", "view") == [
        ("access refused", member.pk, "accounts:list"),
        ("access refused", None, "account_login"),
    ]
    assert "Secret" not in json.dumps(events) and "@" not in json.dumps(events)


@pytest.mark.django_db
def test_personal_data_that_leaves_or_goes_is_an_event_without_a_name(client, log):
    lead, person = cast.data_protection_lead(), people.person()
    client.force_login(lead)
    log.take()
    client.post(reverse("data_protection:export", args=["person", person.pk]))
    erasure.erase_person(person=person, because="Asked", by=lead, on=DAY)
    events = log.take()
    assert of(events, "account") == [
        ("personal data exported", lead.pk),
        ("access logged", lead.pk),
        ("person erased", lead.pk),
    ]
    assert person.name not in json.dumps(events) and person.reference not in json.dumps(events)


def kinds_of_history():
    """Each kind of history of accounts, sign-in, data protection and history itself."""
    written = re.compile(rf'"((?:{"|".join(sorted(OF_WATCH))})\.[a-z_]+)"')
    urls = {"history.csv"}
    modules = [one for one in product() if ".urls" not in one.name]
    kinds = {kind for one in modules for kind in written.findall(one.text)} - urls
    for model in apps.get_models():
        of_app = model.__module__.split(".")[1]
        if of_app in OF_WATCH and getattr(model, "history_prefix", ""):
            kinds |= {f"{model.history_prefix}.{verb}" for verb in model.history_verbs}
    return kinds


def test_each_kind_of_history_about_accounts_and_personal_data_is_an_event_or_says_why_not():
    kinds = kinds_of_history()
    assert len(kinds) > 30
    assert kinds - security_events.RECORDED.keys() == NO_EVENTS.keys()
    assert security_events.RECORDED.keys() <= kinds


def test_every_event_is_described_and_has_nothing_but_keys():
    table = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    constants = [value for name, value in vars(security_events).items() if name.isupper()]
    events = {value for value in constants if isinstance(value, str)}
    events |= {*security_events.RECORDED.values(), *security_events.REFUSALS.values()}
    assert [event for event in sorted(events) if f"`{event}`" not in table] == []
    calls = [
        node
        for one in product()
        if "security_events" in one.text
        for node in ast.walk(one.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "note_event"
    ]
    assert len(calls) > 8
    assert {word.arg for call in calls for word in call.keywords if word.arg} <= FIELDS


def test_each_signal_of_a_change_has_words_of_its_own():
    assert len(set(SIGNALS.values())) == len(SIGNALS) > 10
