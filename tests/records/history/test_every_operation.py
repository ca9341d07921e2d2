"""Every operation on people, DBS checks and looked-after children writes one row of history, says
who and when, and nothing of a person stands in the chain."""

import importlib
import inspect
import json

import pytest

from assurance.dbs.models.checks import DbsCheck, UpdateLookup
from assurance.people.models.people import Engagement, Person
from assurance.records.history import HistoryDetail, HistoryEntry, HistoryHead
from assurance.records.history_chain import damage
from assurance.records.operations import change, create, withdraw
from assurance.records.refusals import Refused
from assurance.registers.declaration import KNOWN
from tests.cast import make_council, officer
from tests.make import people
from tests.records.history.entries import (
    CHECK,
    ENGAGEMENT,
    LINES,
    LOOKUP,
    NUMBER,
    ON,
    PERSON,
    ROLE,
    SECRETS,
    WHY,
    of_council,
)
from tests.sources import product
from tests.sweeping import swept

pytestmark = pytest.mark.django_db


def named(key):
    """What a line of the table is called."""
    operation, model = key
    of = model.__name__ if model else operation.__module__.removeprefix("assurance.")
    return f"{of}.{operation.__name__}"


def called(key):
    """The operation of a line and what it is told."""
    operation, model = key
    return operation, {**({"model": model} if operation is create else {}), **LINES[key]()}


every_operation = pytest.mark.parametrize("key", LINES, ids=named)
SUBJECTS = {"dbs", "looked_after", "people"}


def operations():
    """Every function of the three subjects that acts for somebody on a day."""
    found = [one.name.split(".") for one in product() if "operations" in one.name.split(".")]
    modules = [".".join(name) for name in found if name[1] in SUBJECTS]
    importlib.import_module("config.urls")
    registers = [one for one in KNOWN.values() if one.namespace in SUBJECTS]
    served = {
        (getattr(operation, "func", operation), one.model)
        for one in registers
        for operation in (one.add, one.change, one.withdraw)
    }
    served = {line for line in served if line[0] in (create, change, withdraw)}
    # What a longer form of a new one begins with.
    served |= {(create, one.model) for one in registers if one.add_form}
    return served | {
        (thing, None)
        for name in modules
        for thing in vars(importlib.import_module(name)).values()
        if inspect.isfunction(thing) and thing.__module__ == name
        if {"by", "on"} <= set(inspect.signature(thing).parameters)
    }


def test_every_operation_has_a_line():
    assert operations() == set(LINES)


@swept([(key,) for key in LINES], named=lambda one: named(*one))
def test_an_operation_takes_its_words_by_name_alone(key):
    kinds = {one.kind for one in inspect.signature(key[0]).parameters.values()}
    assert kinds <= {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}


@every_operation
def test_an_operation_is_one_row_of_history_with_who_and_when_and_nothing_of_a_person(key):
    operation, told = called(key)
    by = told.pop("by", None) or officer()
    before = set(HistoryEntry.objects.values_list("seq", flat=True))
    row = operation(**told, by=by, on=ON)
    [entry] = HistoryEntry.objects.exclude(seq__in=before)
    assert (entry.who, entry.actor_kind, entry.on) == (by.history_name, "account", ON)
    assert entry.council == make_council().slug
    assert entry.changes, "a row says what is other than before"
    if hasattr(row, "history_name"):
        assert entry.about == row.history_name
        assert HistoryEntry.objects.about(row).first() == entry
    assert damage(make_council().slug) is None
    people_held = Person.objects.values_list("name", "reference", "work_email")
    numbers = DbsCheck.objects.values_list("certificate_number", flat=True)
    said = {word for row in people_held for word in row} | set(numbers) | set(SECRETS)
    chain = json.dumps(list(HistoryEntry.objects.values()), default=str)
    assert not [word for word in said - {""} if word in chain]


def test_what_is_kept_beside_the_chain_is_whole_but_for_a_certificates_number():
    person = create(model=Person, **of_council(**PERSON), by=officer(), on=ON)
    said = {"council": person.council, "person": person, "by": officer(), "on": ON}
    lookup = {**LOOKUP, "post": people.post()}
    for model, more in ((Engagement, ENGAGEMENT), (DbsCheck, CHECK), (UpdateLookup, lookup)):
        create(model=model, **said, **more)
    kept = dict(HistoryDetail.objects.values_list("field", "after"))
    assert {kept[field] for field in PERSON} == set(PERSON.values())
    assert (kept["role"], kept["not_eligible_because"]) == (ROLE, WHY)
    assert kept["certificate_number"] == "ending 3555"
    assert kept["answer"] == "NOT_CURRENT"
    assert NUMBER not in json.dumps(kept) and "NEW_INFO" not in json.dumps(kept)


@pytest.mark.parametrize(
    "key", [key for key in LINES if "because" in inspect.signature(key[0]).parameters], ids=named
)
def test_a_refused_operation_leaves_no_history(key):
    operation, told = called(key)
    told["because"] = " "
    before = list(HistoryHead.objects.values())
    with pytest.raises(Refused) as refused:
        operation(**told, by=officer(), on=ON)
    assert refused.value.field == "because"
    assert list(HistoryHead.objects.values()) == before
