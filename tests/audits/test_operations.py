"""What operations refuse of themselves, whoever calls them, and what they leave in history."""

from datetime import date

import pytest

from assurance.audits.forms.case_audits import AuditForm
from assurance.audits.models.case_audits import CaseAudit
from assurance.records import operations
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.audits import case_audit
from tests.make.people import post, team

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)


def who_and_when():
    """Who acts and on which day, as every operation is told."""
    return {"by": officer(), "on": date(2016, 1, 18)}


def recorded(**said):
    """An audit recorded by the operation."""
    usual = {"reference": "CA-1", "audited_on": DAY, "team": team(), "auditor": post("Manager")}
    return operations.create(
        model=CaseAudit, council=make_council(), **who_and_when(), **{**usual, **said}
    )


def test_another_council_may_use_the_same_reference():
    case_audit(reference="CA-1", council=make_council("otherby"))
    assert recorded(reference="CA-1").pk


def test_a_change_of_one_field_is_weighed_with_those_that_stand():
    audit = case_audit(audited_on=DAY, shared_on=DAY)
    with pytest.raises(Refused) as refused:
        operations.change(record=audit, version=1, audited_on=date(2015, 3, 3), **who_and_when())
    assert refused.value.field == "shared_on"
    changed = operations.change(record=audit, version=1, recorded_on=DAY, **who_and_when())
    assert (changed.recorded_on, changed.version) == (DAY, 2)


@pytest.mark.parametrize(
    "said",
    [
        {"audited_on_year": "16", "shared_on_year": "2010"},
        {"shared_on_year": "16", "recorded_on_year": "2015"},
    ],
)
def test_nothing_is_said_of_two_dates_of_which_one_could_not_be_read(said):
    typed = {
        f"{name}_{part}": "2" for name in ("audited_on", "shared_on") for part in ("day", "month")
    }
    typed |= {f"recorded_on_{part}": "2" for part in ("day", "month")}
    form = AuditForm(
        {**typed, "audited_on_year": "2015", "recorded_on_year": "2015", **said},
        council=make_council(),
    )
    unread = next(name.removesuffix("_year") for name, year in said.items() if year == "16")
    about_dates = {"audited_on", "shared_on", "recorded_on"} & set(form.errors)
    assert about_dates == {unread}
