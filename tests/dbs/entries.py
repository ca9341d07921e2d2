"""What an officer types for each record of the DBS register."""

from datetime import date

import pytest

from assurance.records.refusals import Refused
from tests.audits.entries import boxes, parts
from tests.make.people import cohort, post
from tests.page_requests import errors

__all__ = [
    "parts", "refusal", "refused", "typed", "typed_audit", "typed_check", "typed_cohort",
    "typed_policy", "typed_role",
]  # fmt: skip


def typed(**said):
    """What is typed: dates into their boxes, records as their keys, the rest as it is."""
    return boxes({name: getattr(value, "pk", value) for name, value in said.items()})


def typed_role(**said):
    """A social worker's role."""
    usual = {
        "group": "employee",
        "service": "Child in Need",
        "role": "Social Worker",
        "starts_on": date(2014, 3, 1),
        "needs_check": "True",
        "level": "enhanced_barred",
        "workforce": "child",
    }
    return typed(**{**usual, **said})


def typed_check(**said):
    """A certificate."""
    usual = {
        "certificate_number": "001234567890",
        "issued_on": date(2015, 3, 2),
        "level": "enhanced_barred",
        "workforce": "child",
    }
    return typed(**{**usual, **said})


def typed_audit(**said):
    """The January 2016 audit as counts."""
    usual = {
        "cohort": cohort(usual=True).pk,
        "audit_date": date(2016, 1, 5),
        "position_date": date(2016, 1, 15),
        "needing": "351",
        "source": "DBS audit of January 2016",
        "audit_in_date": "314",
        "audit_due_soon": "7",
        "audit_past_due": "30",
        "position_in_date": "328",
        "position_due_soon": "7",
        "position_overdue_in_progress": "16",
        "rechecked": "14",
        "in_progress": "16",
        "due_0": "7",
    }
    return typed(**{**usual, **said})


def typed_policy(**said):
    """A policy of three years."""
    usual = {
        "group": "",
        "from_date": date(2016, 1, 1),
        "interval_months": "36",
        "warn_days": "30",
        "lookup_months": "12",
        "approver": post("Director of Children's Services"),
    }
    return typed(**{**usual, **said})


def typed_cohort(**said):
    """A population of staff."""
    usual = {
        "title": "Independent visitors",
        "slug": "visitors",
        "kind": "dbs",
        "definition": "Everybody appointed as an independent visitor.",
        "groups": ["independent_visitor"],
        "usual": "False",
        "from_date": date(2016, 1, 1),
    }
    return typed(**{**usual, **said})


def refusal(operation, *told, **said):
    """(field, sentence) with which an operation is refused."""
    with pytest.raises(Refused) as fault:
        operation(*told, **said)
    return fault.value.field, fault.value.sentence


def refused(answer, model, kept=0):
    """The one field that an answer refuses, and its one sentence; nothing was saved."""
    assert answer.status_code == 200
    assert model.objects.count() == kept
    [(field, sentences)] = errors(answer).items()
    [sentence] = sentences
    summary = answer.content.decode()
    assert summary.count(f'href="#id_{field}') >= 1, "the summary leads to the field"
    return field, sentence
