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
from tests.test_every_constraint import CHECKS, DAY

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
