"""Makers of censuses, held returns and their rows: a valid row with no arguments."""

from datetime import date

from assurance.looked_after.models.censuses import Census, CensusCount, UnitCost
from assurance.looked_after.models.definitions import AgeBand
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.looked_after.rules.return_files import read
from assurance.looked_after.rules.returns import put_together
from assurance.people.models.people import Cohort
from tests.cast import make_council
from tests.make.people import LONG_AGO, cohort

YORK_BANDS = (
    ("under_14", "Under 14", 0, 13),
    ("14_to_15", "14 to 15", 14, 15),
    ("16_to_18", "16 to 18", 16, None),
)
KINDS = ("header", "episodes", "uasc")
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
UASC = "CHILD,SEX,DOB,DUC"
BOY, GIRL = "7,1,05/05/2010,WBRI,,,", "8,2,05/05/2003,OOTH,,,"
OPEN = "7,01/06/2017,S,C2,N1,U4,PR4,,,,,,"
# Something in March, so that the return is of a whole year.
LATE = "8,15/03/2018,S,C2,N1,K2,PR4,,,,,,"


def children_looked_after(slug="children-looked-after", **said):
    """The usual population of children, or the one called `slug`."""
    usual = {
        "kind": Cohort.CHILDREN,
        "title": "Children looked after",
        "definition": "Every child looked after under section 22.",
        "groups": [],
        "usual": slug == "children-looked-after",
    }
    return cohort(slug, **{**usual, **said})


def held_return(**said):
    """A return of the year to 31 March 2018 that covers all of it."""
    usual = {
        "council": said.get("council") or make_council(),
        "created_on": date(2018, 6, 1),
        "year_end": date(2018, 3, 31),
        "covers_from": date(2017, 3, 31),
        "covers_to": date(2018, 3, 31),
        "fingerprint": f"{Return.objects.count():064}",
        "files": [{"name": f"{kind}.csv", "kind": kind} for kind in KINDS],
    }
    return Return.objects.create(**{**usual, **said})


def child(**said):
    """A boy born on 5 May 2010."""
    usual = {
        "council": said.get("council") or make_council(),
        "pseudonym": f"{Child.objects.count():064}",
        "sex": "M",
        "born_on": date(2010, 5, 5),
        "ethnicity": "WBRI",
    }
    return Child.objects.create(**{**usual, **said})


def episode(**said):
    """An open episode from 1 June 2017 in agency foster care under a full care order."""
    who = said.pop("child", None) or child()
    usual = {
        "held_return": said.get("held_return") or held_return(council=who.council),
        "line": Episode.objects.count() + 2,
        "decom": date(2017, 6, 1),
        "rne": "S",
        "ls": "C2",
        "cin": "N1",
        "place": "U4",
        "place_provider": "PR4",
    }
    return Episode.objects.create(child=who, **{**usual, **said})


def offer(**said):
    """A count of 31 March 2018 that a return offers."""
    council = said.pop("council", None) or make_council()
    held = said.pop("held_return", None) or held_return(council=council)
    population = children_looked_after(council=held.council)
    usual = {"date": date(2018, 3, 31), "total": 7, "counts": {"age": {"3": 7}}}
    return CountOffer.objects.create(
        held_return=held, cohort=population, rows_digest="", **{**usual, **said}
    )


def census(parts=None, measures=None, unit_costs=None, **said):
    """A census of 1 December 2015 entered as 188 children, with the counts given."""
    counted = said.get("held_return")
    usual = {
        "council": said.get("council") or make_council(),
        "created_on": LONG_AGO,
        "date": date(2015, 12, 1),
        "total": 188,
        "origin": Census.COUNTED if counted else Census.ENTERED,
        "source": "Counted from the return" if counted else "Monthly performance report",
    }
    if "cohort" not in said:
        usual["cohort"] = children_looked_after(council=usual["council"])
    row = Census.objects.create(**{**usual, **said})
    counts = {**(parts or {}), "measure": measures or {}}
    CensusCount.objects.bulk_create(
        CensusCount(census=row, breakdown=breakdown, member=member, children=number)
        for breakdown, members in counts.items()
        for member, number in members.items()
    )
    for group, pounds in (unit_costs or {}).items():
        UnitCost.objects.create(census=row, group=group, pounds=pounds, source="Finance")
    return row


def local_bands(council=None, bands=YORK_BANDS, from_date=LONG_AGO):
    """The council's own age bands: under 14, 14 to 15, 16 to 18."""
    return AgeBand.objects.bulk_create(
        AgeBand(
            council=council or make_council(),
            set="local_age_band",
            slug=slug,
            label=label,
            from_age=first,
            to_age=last,
            from_date=from_date,
        )
        for slug, label, first, last in bands
    )


def csv(columns, *rows):
    """The bytes of a file with these columns and rows, each a text with commas."""
    return "\n".join((columns, *rows, "")).encode()


def whole_return(*episodes, children=(BOY, GIRL), uasc=()):
    """The return of these lines of the episodes file, of the header and of the UASC file."""
    files = {"header.csv": csv(HEADER, *children), "episodes.csv": csv(EPISODES, *episodes)}
    if uasc:
        files["uasc.csv"] = csv(UASC, *uasc)
    return put_together([read(*file) for file in files.items()])
