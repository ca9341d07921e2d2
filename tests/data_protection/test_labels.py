"""No model, field or action of the data-protection pages and files has the program's own name."""

import csv
import io
import re
from datetime import date
from zipfile import ZipFile

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.urls import reverse

from assurance.looked_after.models.returns import Child
from assurance.people.models.people import Person
from assurance.records import operations
from assurance.records.history import subject_kind
from reports.data_protection import labels
from reports.data_protection.export import SECRETS, contents_of, zip_file
from reports.data_protection.reach.answers import answer
from reports.data_protection.subjects import ADDRESSES, TRIES, of_account, of_person
from tests import cast
from tests.make import dbs, people
from tests.own_models import LABELS, models_of
from tests.sweeping import swept

MODELS = [*models_of(*LABELS), *TRIES, EmailAddress]
MACHINE = re.compile(
    r"[_.]|\b(user|grant|holder|holders|paper|papers|uasc|dbs|rne|decom|email|ip|lookups?)\b"
    r"|[a-z][A-Z]"
)


DAY = date(2022, 3, 1)


@swept(MODELS)
def test_each_model_has_a_readable_name(model):
    for name in labels.names_of_model(model):
        assert not MACHINE.search(name), name
    kind = getattr(model, "history_kind", None) or model._meta.model_name
    if isinstance(kind, str):
        assert not MACHINE.search(labels.title_of_kind(kind)), kind


def exported():
    """The models whose rows an access request can have."""
    roots = (Person, Child)
    related = {item.related_model for root in roots for item in root._meta.related_objects}
    return {*related, *roots, *TRIES, *(model for model, _f, _w in ADDRESSES)}


@swept(sorted(exported(), key=lambda model: model._meta.label))
def test_each_field_that_is_exported_has_a_readable_label(model):
    names = [item.name for item in model._meta.concrete_fields if item.name not in SECRETS]
    titles = [labels.field_title(model, name) for name in names]
    assert len(set(titles)) == len(titles), titles
    for title in titles:
        assert not MACHINE.search(title), title


@swept([model for model in MODELS if hasattr(model, "history_verbs")])
def test_each_action_is_in_words(model):
    kind = getattr(model, "history_kind", None) or model._meta.model_name
    for verb in model.history_verbs:
        text = labels.action_of(kind, f"{model.history_prefix}.{verb}")
        assert not re.search(r"[_.]", text) and text[:1].isupper(), text


@pytest.mark.django_db
def test_the_file_of_an_access_request_reads_in_words(client):
    lead, officer = cast.data_protection_lead(), cast.officer()
    person = operations.create(
        model=Person, council=lead.council, by=officer, on=date(2016, 1, 4),
        reference="S-17", name="Ann Other",
    )  # fmt: skip
    people.engagement(person=person)
    dbs.lookup(person=person)
    client.force_login(lead)
    answer_of = client.post(reverse("data_protection:export", args=["person", person.pk]))
    with ZipFile(io.BytesIO(answer_of.getvalue())) as archive:
        page = archive.read("read-me-first.html").decode()
        rows = list(csv.reader(io.StringIO(archive.read("history.csv").decode("utf-8-sig"))))
    for text in ("True", "dbs_register", "account 2", "None"):
        assert f"<dd>{text}" not in page and "dbs_register" not in page
    assert "<dd>Yes</dd>" in page and "An account of the council" in page
    assert ["None"] not in rows and not any("None" in row for row in rows)
    [change] = answer(officer, date(2016, 1, 1), date(2016, 12, 31)).changes
    assert change == ("Person", 1) and subject_kind(person) == "person"


@pytest.mark.django_db
def test_an_account_is_answered_about_its_actions_sessions_and_second_steps(client):
    lead = cast.data_protection_lead()
    person = operations.create(
        model=Person, council=lead.council, by=lead, on=date(2010, 1, 1),
        reference="S-17", name="Ann Other",
    )  # fmt: skip
    Authenticator.objects.create(user=lead, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(lead)
    contents = contents_of(of_account(lead), DAY)
    added = {"Date": "1 January 2010", "Action": "Added", "Record": f"Person {person.pk}"}
    assert added in contents["actions"] and person.name not in str(contents["actions"])
    [step], [session] = contents["records"]["Second steps"], contents["records"]["Sessions"]
    assert step["Type"] == "TOTP Authenticator" and {*session} == {"Account", "End of the session"}
    assert client.session.session_key not in str(contents)
    with ZipFile(zip_file(contents)) as archive:
        assert f"Person {person.pk}" in archive.read("actions.csv").decode("utf-8-sig")
        assert f"Added, Person {person.pk}" in archive.read("read-me-first.html").decode()
    assert contents_of(of_person(person), DAY)["actions"] == []
