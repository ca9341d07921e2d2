"""Long absences and risk assessments in files about staff: read, refused, given back."""

from datetime import date

import pytest

from assurance.dbs.importing.people import OTHER_ABSENCES, ROLE
from assurance.dbs.importing.register import DBS_REGISTER
from assurance.imports.file_templates import standing_of
from assurance.people.models.people import Engagement
from assurance.people.rules import ABSENCES
from tests.cast import make_council
from tests.dbs.importing.test_files import counts, given, imported, refusals
from tests.sweeping import swept

HEADINGS = (
    "Reference,Name,Group,Service,Role,Role began on,Absence start,Absence end,Absence type,"
    "Risk assessed on,Decision of the risk assessment\n"
)
OPENING = "Employee,Child in Need,Social Worker,2014-03-01"


def file_of(*rows):
    """A register of a row for each person, from what stands after the role."""
    lines = (f"A{n},Robin Ashdown {n},{OPENING},{row}\n" for n, row in enumerate(rows))
    return ("register.csv", HEADINGS + "".join(lines))


@swept([(kind, word) for kind, some in OTHER_ABSENCES.items() for word in some])
def test_what_other_systems_call_an_absence_becomes_one_of_four(kind, word):
    read = ROLE.column("absent_because").read
    assert read(word.upper()) == kind
    assert read(dict(ABSENCES)[kind]) == kind


@pytest.mark.django_db
def test_an_absence_and_a_risk_assessment_are_read_and_given_back():
    run = imported(
        file_of(
            "2015-12-01,2016-05-31,Maternity leave,,",
            "2015-11-01,,Long-term sickness,,",
            ",,,2014-03-01,Accompanied on every visit.",
            ",,,,",
        )
    )
    assert counts(run) == (4, 0, 0, 0)
    rows = Engagement.objects.order_by("person__reference")
    assert list(rows.values_list("absent_from", "absent_until", "absent_because")) == [
        (date(2015, 12, 1), date(2016, 5, 31), "parental"),
        (date(2015, 11, 1), None, "leave"),
        (None, None, ""),
        (None, None, ""),
    ]
    assert rows[2].risk_assessed_on == date(2014, 3, 1)
    headings, lines = standing_of(DBS_REGISTER, make_council())[:2]
    rows_back = [dict(zip(headings, line, strict=True)) for line in lines]
    assert rows_back[0]["Kind of absence"] == "Parental or adoption leave"
    assert rows_back[2]["Decision of the risk assessment"] == "Accompanied on every visit."


@pytest.mark.django_db
def test_every_fault_of_a_row_is_told_at_once():
    run = given(
        file_of(
            ",2016-05-31,,,Accompanied.",
            "2015-12-01,2015-11-30,Maternity leave,,",
            "2015-12-01,,,,",
            ",,,2014-03-01,Two convictions are known.",
            "2015-12-01,,Leave of a kind of its own,,",
        )
    )
    assert counts(run) == (0, 0, 0, 5)
    assert refusals(run) == {
        2: ["Away from", "Risk assessed on"],
        3: ["Away until"],
        4: ["Kind of absence"],
        5: ["Decision of the risk assessment"],
        6: ["Kind of absence"],
    }
    assert not Engagement.objects.exists()
