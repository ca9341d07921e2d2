"""Which team an auditor is of, which round and which themes the words of a file mean; no database:
what the register holds is made by hand."""

from datetime import date, timedelta
from types import SimpleNamespace

from assurance.audits.importing import lookups
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.models.kinds import AuditTheme
from assurance.people.models.teams import Team
from tests.kinds import rows
from tests.sweeping import swept

DAY, ONE = date(2015, 7, 6), timedelta(days=1)
LONG_AGO = date(2010, 1, 1)


def team(pk, name, service="Care", **said):
    """A team that began long ago."""
    return Team(pk=pk, name=name, service=service, **{"from_date": LONG_AGO, **said})


NORTH, SOUTH = team(1, "North"), team(2, "South")
EAST, EAST_TOO = team(3, "East"), team(4, "East", service="Early help")
WEST_ONCE = team(5, "West", to_date=DAY - ONE)
WEST_NOW = team(6, "West", service="Early help", from_date=DAY)
TEAMS = (NORTH, SOUTH, EAST, EAST_TOO, WEST_ONCE, WEST_NOW)


class Round:
    """A round of the programme, as pages call it."""

    def __init__(self, name="Routine, July 2015", teams=(), **said):
        usual = {"start": DAY, "closed_on": None, "service": "", "withdrawn_on": None}
        vars(self).update({**usual, "cancelled_on": None, **said})
        self.name, self.teams = name, SimpleNamespace(all=lambda: list(teams))

    def __str__(self):
        return self.name

    @property
    def is_withdrawn(self):
        """Whether it was."""
        return self.withdrawn_on is not None


def reading(rounds=(), themes=(), audits=(), teams=TEAMS):
    """What rows are read against."""
    held = lookups.AuditIndex()
    for one in teams:
        held.teams[lookups._plain(one.name)].append(one)
    for one in rounds:
        held.rounds[lookups._plain(str(one))].append(one)
    held.themes.update({lookups._plain(one.title): one for one in themes})
    return rows.reading(CASE_AUDITS, held=held, caseaudit=audits)


def standing(**said):
    """The audit of the row, as the register has it."""
    return SimpleNamespace(pk=1, reference="CA-1", **said)


def row(**said):
    """A row with what an audit needs."""
    return {"reference": "CA-1", "audited_on": DAY, "team": NORTH, **said}


def answer(find, values, held):
    """What `find` found for a row, or what is wrong with what would be right."""
    what, fault = find({**values, "caseaudit": held.current("caseaudit", values)}, held)
    return what if fault is None else (fault.column, fault.wrong, fault.right)


SEVERAL = "Several services have a team of this name"
NONE_SO = "There is no team of this name"
NOT_ITS_TEAM = "This service has no team of this name"


@swept(
    [
        ("Own team", True),
        ("own", True),
        ("Y", True),
        ("another TEAM", False),
        ("no", False),
        ("South", SOUTH),
        (" south ", SOUTH),
        ("East (Care)", EAST),
        ("east (early help)", EAST_TOO),
        ("North (Care)", NORTH),
        ("West", WEST_NOW),  # the other one had ended by then
        ("West (Care)", WEST_ONCE),  # refused later, by the rule about its days
        ("East", ("auditor_team", SEVERAL, "Write its service in brackets: East (Care)")),
        ("Centre", ("auditor_team", NONE_SO, "Enter one of: East, North, South, West")),
        ("East (Health)", ("auditor_team", NONE_SO, "Enter one of: East, North, South, West")),
    ]
)
def test_an_auditors_team_is_its_own_another_or_one_by_name(words, expected):
    assert answer(lookups.auditor_of, row(auditor_team=words), reading()) == expected


def test_the_team_that_stands_is_not_another_of_its_name():
    for stands in (EAST, EAST_TOO):
        held = reading(audits=[standing(auditor_team=stands)])
        assert answer(lookups.auditor_of, row(auditor_team="East"), held) == stands
        assert answer(lookups.auditor_of, row(auditor_team="South"), held) == SOUTH
    held = reading(audits=[standing(auditor_team=None)])
    assert answer(lookups.auditor_of, row(auditor_team="East"), held)[1] == SEVERAL
    nobody = reading(teams=())
    told = answer(lookups.auditor_of, row(auditor_team="East"), nobody)
    assert told == ("auditor_team", NONE_SO, "Ask for the team to be added first")


def test_the_team_of_a_case_is_chosen_by_its_service_and_its_day():
    assert answer(lookups.team_of, row(team="east", service="Early Help"), reading()) == EAST_TOO
    assert answer(lookups.team_of, row(team="west"), reading()) == WEST_NOW
    early = row(team="West", audited_on=DAY - ONE)
    assert answer(lookups.team_of, early, reading()) == WEST_ONCE
    told = answer(lookups.team_of, row(team="East", service="Health"), reading())
    assert told == ("service", NOT_ITS_TEAM, "Enter one of: Care, Early help, or leave it empty")
    told = answer(lookups.team_of, row(team="South", service="Nowhere"), reading())
    assert told == ("service", NOT_ITS_TEAM, "Enter one of: Care, or leave it empty")
    told = answer(lookups.team_of, row(team="East"), reading())
    assert told == ("team", SEVERAL, "Enter the service as well")


JULY = Round()
OF_SOUTH = Round(teams=[SOUTH])
LATER = Round("Routine, August 2015", start=DAY + ONE)
GONE = Round("Routine, May 2015", withdrawn_on=DAY)
MANY = "Several rounds are called so"
NO_ROUND = "There is no such round of the audit programme"


@swept(
    [
        ([JULY], "Routine, July 2015", JULY),
        ([JULY], "routine,  JULY 2015", JULY),
        ([JULY, OF_SOUTH], "Routine, July 2015", JULY),  # the other is another team's
        ([JULY, Round(withdrawn_on=DAY)], "Routine, July 2015", JULY),
        ([JULY, Round(cancelled_on=DAY)], "Routine, July 2015", JULY),
        ([JULY, Round(closed_on=DAY - ONE)], "Routine, July 2015", JULY),
        ([JULY, Round(start=DAY + ONE)], "Routine, July 2015", JULY),
        # One alone is the one that is meant, and the rules say what is wrong with it.
        ([OF_SOUTH], "Routine, July 2015", OF_SOUTH),
        ([LATER], "Routine, August 2015", LATER),
        (
            [JULY, Round()],
            "Routine, July 2015",
            ("round", MANY, "Choose the round on the audit’s own page."),
        ),
        (
            [JULY, LATER, GONE],
            "Routine, June 2015",
            ("round", NO_ROUND, "Enter one of: Routine, August 2015, Routine, July 2015"),
        ),
        ([GONE], "June", ("round", NO_ROUND, "Ask for the round to be added first")),
        ([], "June", ("round", NO_ROUND, "Ask for the round to be added first")),
    ]
)
def test_a_round_is_the_one_of_its_name_that_the_audit_can_belong_to(rounds, words, expected):
    assert answer(lookups.round_of, row(round=words), reading(rounds)) == expected


def test_the_round_that_stands_stays_whatever_became_of_it():
    for stands in (OF_SOUTH, Round(withdrawn_on=DAY), Round(closed_on=DAY - ONE)):
        held = reading([JULY, stands], audits=[standing(round=stands)])
        assert answer(lookups.round_of, row(round="Routine, July 2015"), held) is stands


def theme(pk, title, withdrawn_on=None):
    """A theme of the programme."""
    return AuditTheme(pk=pk, title=title, withdrawn_on=withdrawn_on)


VOICE, PLANS = theme(1, "Voice of the child"), theme(2, "Plans")
OLD = theme(3, "Old", withdrawn_on=DAY)
NO_THEME = "It names a theme that is not kept"


@swept(
    [
        ("Plans", [PLANS]),
        ("plans; voice of the CHILD", [PLANS, VOICE]),
        ("Plans\nVoice-of-the-child\n", [PLANS, VOICE]),
        ("Plans; plans ;", [PLANS]),
        (" ; \n", []),
        ("Old", [OLD]),  # the rules say that it was withdrawn
        ("Plans, Voice", ("themes", NO_THEME, "Enter one of: Plans, Voice of the child")),
        ("Plans; Health", ("themes", NO_THEME, "Enter one of: Plans, Voice of the child")),
    ]
)
def test_themes_are_parted_by_semicolons_or_lines(words, expected):
    held = reading(themes=(VOICE, PLANS, OLD))
    assert answer(lookups.themes_of, row(themes=words), held) == expected


def test_twelve_names_are_offered_at_most():
    teams = [team(number, f"Team {number:02}") for number in range(1, 15)]
    for number, more in ((12, ""), (13, " and 1 more"), (14, " and 2 more")):
        some = reading(teams=[*teams[:number], team(99, "Team 01", "Early help")])
        told = answer(lookups.team_of, row(team="Nobody's"), some)
        listed = ", ".join(f"Team {one:02}" for one in range(1, 13))
        assert told == ("team", NONE_SO, f"Enter one of: {listed}{more}")
