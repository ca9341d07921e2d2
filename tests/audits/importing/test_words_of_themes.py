"""Teams, auditors and themes of a row of case audits, found by their words: each edge without a
register."""

from collections import defaultdict
from datetime import date
from types import SimpleNamespace

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.importing.lookups import AuditIndex, auditor_of, team_of, themes_of
from assurance.audits.models.kinds import AuditTheme
from assurance.imports.declaration import Fault
from tests.kinds import rows
from tests.sweeping import swept

DAY = date(2016, 3, 1)
SEVERAL = "Several services have a team of this name"


def team(name, service, begins=date(2010, 1, 1), ends=None):
    """A team that holds on some days."""
    return SimpleNamespace(name=name, service=service, from_date=begins, to_date=ends)


NORTH_CARE, NORTH_NEED = team("North", "Care"), team("North", "Need")
SOUTH = team("South", "Need")
OLD_EAST = team("East", "Care", ends=date(2015, 12, 31))
NEW_EAST = team("East", "Care", begins=date(2016, 1, 1))
YES = team("Yes", "Care")
LATE, REPORTS = AuditTheme(pk=1, title="Late"), AuditTheme(pk=2, title="No reports")
GONE = AuditTheme(pk=3, title="Gone", withdrawn_on=date(2016, 1, 1))


def reading(*audits):
    """What a row is read against."""
    held = AuditIndex(defaultdict(list), themes={"late": LATE, "no reports": REPORTS, "gone": GONE})
    for one in (NORTH_CARE, NORTH_NEED, SOUTH, OLD_EAST, NEW_EAST, YES):
        held.teams[one.name.casefold()].append(one)
    return rows.reading(CASE_AUDITS, held=held, caseaudit=audits)


ONE_OF = Fault("team", "There is no team of this name", "Enter one of: East, North, South, Yes")
AMBIGUOUS = Fault("team", SEVERAL, "Enter the service as well")


@swept(
    [
        ("South", None, DAY, SOUTH),
        ("SOUTH", "Need", DAY, SOUTH),
        (" south ", "", DAY, SOUTH),
        ("South", "Unknown", DAY, SOUTH),
        ("North", "Care", DAY, NORTH_CARE),
        ("north", "NEED", DAY, NORTH_NEED),
        ("North", None, DAY, AMBIGUOUS),
        ("North", "Unknown", DAY, AMBIGUOUS),
        ("East", None, DAY, NEW_EAST),
        ("East", None, date(2016, 1, 1), NEW_EAST),
        ("East", None, date(2015, 12, 31), OLD_EAST),
        ("East", "Care", date(2015, 1, 1), OLD_EAST),
        ("East", None, date(2009, 1, 1), AMBIGUOUS),
        ("West", None, DAY, ONE_OF),
        ("", None, DAY, ONE_OF),
        ("North team", None, DAY, ONE_OF),
    ]
)
def test_a_team_is_found_by_its_name_its_service_and_the_day(name, service, day, found):
    told = team_of({"team": name, "service": service, "audited_on": day}, reading())
    assert told == ((None, found) if isinstance(found, Fault) else (found, None))


WHOSE = Fault("auditor_team", SEVERAL, "Write its service in brackets: North (Care)")
NOBODYS = Fault(
    "auditor_team", "There is no team of this name", "Enter one of: East, North, South, Yes"
)


@swept(
    [
        ("Own team", True),
        ("same team", True),
        ("yes", True),
        ("Another team", False),
        ("other", False),
        ("South", SOUTH),
        ("south (need)", SOUTH),
        ("North (Care)", NORTH_CARE),
        ("NORTH (need)", NORTH_NEED),
        ("Yes (Care)", YES),
        ("East", NEW_EAST),
        ("North", WHOSE),
        ("North (Elsewhere)", NOBODYS),
        ("West", NOBODYS),
    ]
)
def test_an_auditors_team_is_named_or_only_said_to_be_the_own(words, found):
    row = {"auditor_team": words, "audited_on": DAY, "reference": "CA-1"}
    told = auditor_of(row, reading())
    assert told == ((None, found) if isinstance(found, Fault) else (found, None))


@pytest.mark.parametrize("stands", [NORTH_CARE, NORTH_NEED])
def test_where_two_teams_are_called_so_the_one_that_stands_is_meant(stands):
    held = reading(SimpleNamespace(pk=1, reference="CA-1", auditor_team=stands))
    row = {"auditor_team": "North", "audited_on": DAY, "reference": "CA-1"}
    assert auditor_of(row, held) == (stands, None)
    assert auditor_of({**row, "reference": "CA-2"}, held) == (None, WHOSE)


NOT_KEPT = Fault("themes", "It names a theme that is not kept", "Enter one of: Late, No reports")


@swept(
    [
        ("Late", [LATE]),
        ("LATE;late", [LATE]),
        ("Late; No reports", [LATE, REPORTS]),
        ("no_reports\nLate", [REPORTS, LATE]),
        ("No-reports;;\n;", [REPORTS]),
        ("Gone", [GONE]),
        (";", []),
        ("Late, No reports", NOT_KEPT),
        ("Late; Missing", NOT_KEPT),
    ]
)
def test_themes_are_parted_by_semicolons_or_lines_and_each_taken_once(words, found):
    told = themes_of({"themes": words}, reading())
    assert told == ((None, found) if isinstance(found, Fault) else (found, None))
