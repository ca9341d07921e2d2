"""Makers of DBS checks, policies and DBS audits: a valid row with no arguments."""

from datetime import date

from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.reminders import Reminder, ReminderWording
from assurance.dbs.operations import positions
from assurance.records.history import CommandLine
from tests.cast import make_council, officer
from tests.make.people import LONG_AGO, cohort, engagement, person, with_posts

BY = CommandLine("tests")
DIRECTOR = "Director of Children's Services"
AUDIT_DATE, POSITION_DATE = date(2016, 1, 5), date(2016, 1, 15)
YORK_2016 = {"IN_DATE": 314, "DUE_SOON": 7, "PAST_DUE": 30}


def policy(**said):
    """The policy of every group from long ago, made where there is none of that group and day."""
    council = said.pop("council", None) or make_council()
    group, from_date = said.pop("group", ""), said.pop("from_date", LONG_AGO)
    said = with_posts({"approver": DIRECTOR, "council": council, **said}, "approver")
    row, _ = RecheckPolicy.objects.get_or_create(
        council=council, group=group, from_date=from_date, defaults=said
    )
    return row


def dbs_check(**said):
    """A certificate in date in January 2016, of a person with a role unless one is given."""
    number = DbsCheck.objects.count() + 1
    usual = {"certificate_number": f"{number:012}", "issued_on": date(2014, 6, 2)}
    return _of_person(DbsCheck, usual, said)


def application(**said):
    """An open application."""
    return _of_person(DbsApplication, {"submitted_on": date(2016, 1, 4)}, said)


def lookup(**said):
    """A look-up that found the certificate current."""
    usual = {
        "looked_on": date(2015, 12, 1),
        "answer": "CURRENT",
        "post": "Business Support Officer",
        "consent_held": True,
    }
    return _of_person(UpdateLookup, usual, said)


def breach(**said):
    """A breach found in January 2016 and still open, of a group unless a `person` is given."""
    council = said.pop("council", None) or make_council()
    usual = {
        "council": council,
        "created_on": LONG_AGO,
        "group": "employee",
        "policy": "Re-check every 36 months",
        "found_on": date(2016, 1, 6),
        "cause": "Nobody asked for the re-check in time",
    }
    return Breach.objects.create(**with_posts({**usual, **said}, "closer"))


def reminder(**said):
    """A letter about the re-check due on 23 January 2016."""
    council = said.get("council") or make_council()
    usual = {
        "group": "employee",
        "due_on": date(2016, 1, 23),
        "how": "letter",
        "sent_on": date(2016, 1, 4),
        "sent_by": said.pop("sent_by", None) or officer(council),
    }
    return _of_person(Reminder, usual, said)


def wording(**said):
    """The words of reminders from long ago, made where there are none of that day."""
    council = said.pop("council", None) or make_council()
    usual = {"subject": "Your re-check", "body": "Dear {name}: {due}. {council}"}
    from_date = said.pop("from_date", LONG_AGO)
    usual |= {"approver": DIRECTOR, "council": council}
    row, _ = ReminderWording.objects.get_or_create(
        council=council, from_date=from_date, defaults=with_posts({**usual, **said}, "approver")
    )
    return row


def dbs_audit(**said):
    """The January 2016 audit of the usual population, entered as counts."""
    council = said.pop("council", None) or make_council()
    policy(council=council)
    usual = {
        "cohort": cohort(council=council, usual=True),
        "audit_date": AUDIT_DATE,
        "position_date": POSITION_DATE,
        "needing": 351,
        "at_audit": YORK_2016,
        "at_position": {"IN_DATE": 328, "DUE_SOON": 7, "OVERDUE_IN_PROGRESS": 16},
        "follow_up": {"rechecked": 14, "in_progress": 16, "not_started": 0},
        "due": {date(2016, 1, 1): 7},
        "source": "DBS audit of January 2016",
        "by": BY,
        "on": POSITION_DATE,
    }
    return positions.enter_dbs_audit(council=council, **{**usual, **said})


def _of_person(model, usual, said):
    council = said.pop("council", None) or make_council()
    who = said.pop("person", None) or engagement(person=person(council=council)).person
    usual |= {"council": who.council, "created_on": LONG_AGO}
    return model.objects.create(person=who, **with_posts({**usual, **said}, "post"))
