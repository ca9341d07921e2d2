"""What a constraint refuses, a sentence of its own refuses first, beside the field that broke it.

The general sentence, that a record conflicts with another, is for what happens at one moment.
"""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.urls import get_resolver

from assurance.records import operations
from assurance.records.record import RecordedModel
from assurance.records.refusals import Refused
from assurance.records.writes import CONFLICT
from assurance.registers.declaration import KNOWN
from tests.cast import officer
from tests.sweeping import swept
from tests.test_every_constraint import BESIDE, CHECKS, DAY, ONCE

pytestmark = pytest.mark.django_db
# What the model itself lets by → which form or operation of its own refuses it.
REFUSED_ELSEWHERE = {
    "dbs_position_not_before_audit": "the form and operations of DBS audits, at the position date",
    "dbs_follow_up_whole_or_absent": "the form and operations of DBS audits, at the follow-up",
    "attachment_of_one_record": "an attachment is added on the page of its one record",
    "attachment_holds_something": "the form and operation of attachments, at the file",
    "set_aside_has_a_day_and_a_reason": "the rules of engagements, at the reason",
    "return_cover_in_order": "no form: a return is made of its files",
    "published_figure_has_a_source": "no form: published figures are imported, with their source",
    "evidence_is_an_audit_or_a_figure": "the form of evidence, where nothing or both are selected",
}


# Of what there may be one → what refuses a second before the database does.
SECOND_ELSEWHERE = {
    "committee_named_once": "the operation that adds a committee, at its slug",
    "reminded_once_unless_asked": "no form: a reminder is sent once, unless another is asked for",
    "dbs_audit_edition_once": "the operations of DBS audits, which number each correction",
    "one_dbs_audit_in_force": "the operations of DBS audits, which replace the one before",
    "return_read_once": "the check of the files of a return",
    "census_edition_once": "the operations of counts, which number each correction",
    "one_census_in_force": "the operations of counts, which replace the one before",
    "published_figure_once": "no form: published figures are imported, and found by their identity",
}
# A second has the next number, or a slug of its own title, so that nothing need refuse it.
ADDED_BESIDE = {
    "reminded_by_email_once_a_day",
    "theme_order_once",
    "framework_named_once",
    "national_framework_named_once",
    "milestone_number_once",
    "question_named_once",
}


def refusal(make, broken):
    """(the row, why it is not changed to what is broken, or None); leaves no row."""
    with transaction.atomic():
        row = make()
        why = None
        if isinstance(row, RecordedModel):
            version = {"version": row.version} if hasattr(row, "version") else {}
            try:
                fields = {name: _value_of(row, value) for name, value in broken.items()}
                operations.change(record=row, by=officer(), on=DAY, **version, **fields)
            except Refused as refused:
                why = refused
        transaction.set_rollback(True)
    return row, why


def _value_of(row, value):
    """A value as an operation takes it: of a field of the row, its own value."""
    if not isinstance(value, F):
        return value
    return row if value.name == "pk" else getattr(row, value.name)


def is_kept_out(row, broken):
    """Whether the form of the row's register has none of the fields, or refuses one by itself."""
    assert get_resolver().url_patterns, "registers are known once their addresses are"
    register = KNOWN.get(type(row))
    if register is None:
        return False
    fields = {**register.form.base_fields, **getattr(register.add_form, "base_fields", {})}
    return not fields.keys() & broken.keys() or any(
        _is_refused(fields[name], value) for name, value in broken.items() if name in fields
    )


def _is_refused(field, value):
    if isinstance(value, date):
        return False
    try:
        field.clean(value)
    except ValidationError:
        return True
    return False


@swept(CHECKS)
def test_a_change_that_a_constraint_refuses_has_a_sentence_of_its_own(name):
    make, broken, _ = CHECKS[name]
    row, why = refusal(make, broken)
    if not isinstance(row, RecordedModel) or (why and why.sentence != CONFLICT):
        assert not why or why.field in row.field_names(), f"{why.field or 'no'} field"
        assert name not in REFUSED_ELSEWHERE, "its reason is not needed any more"
    else:
        assert is_kept_out(row, broken) or name in REFUSED_ELSEWHERE, "the general sentence alone"


def second_refusal(name):
    """(a row of which there may be one, why another like it is not added, or None); leaves none."""
    with transaction.atomic():
        row, why = ONCE[name](), None
        if isinstance(row, RecordedModel):
            fields = _fields_of(row) | BESIDE.get(name, {})
            who = {"council": row.council or officer().council, "by": officer(), "on": DAY}
            try:
                operations.create(model=type(row), **who, **fields)
            except Refused as refused:
                why = refused
        transaction.set_rollback(True)
    return row, why


def _fields_of(row):
    """Field → value of what a form fills in, as the row has it, by the names that forms use."""
    fields = (*row._meta.concrete_fields, *row._meta.many_to_many)
    names = [one.name for one in fields if one.editable and not one.primary_key]
    aliases = {name: alias for alias, name in row.aliases.items()}
    values = {aliases.get(name, name): getattr(row, name) for name in names if name != "council"}
    return {name: list(v.all()) if hasattr(v, "all") else v for name, v in values.items()}


@swept(ONCE)
def test_a_second_row_of_what_there_is_one_has_a_sentence_of_its_own(name):
    row, why = second_refusal(name)
    if not isinstance(row, RecordedModel):
        return
    assert (why is None) == (name in ADDED_BESIDE), why
    if why and why.sentence == CONFLICT:
        assert name in SECOND_ELSEWHERE, "the general sentence alone"
    elif why:
        assert why.field in row.field_names(), f"{why.field or 'no'} field"
        assert name not in SECOND_ELSEWHERE, "its reason is not needed any more"
