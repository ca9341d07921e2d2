"""A register of people whose words are like nobody else's, so that a page that shows one is met."""

from datetime import date

from assurance.dbs.models.checks import DbsCheck
from assurance.people.models.people import Engagement, Person
from tests import cast
from tests.make import dbs, people

SERVICE, ROLE, ASIDE = "Harbour Lights", "Night Link Worker", "Sabbatical in Lisbon"
NUMBER = "904817263{:03}"


def fill_register():
    """Twelve people with all that can be held of them; one was withdrawn."""
    made = []
    for number in range(12):
        who = people.person(
            name=f"Quillon Ashgrove {number}",
            reference=f"ZX-99{number:03}",
            work_email=f"quillon{number}@netherby.example",
        )
        aside = {"set_aside_from": date(2016, 1, 4), "set_aside_approver": "Head of Service"}
        people.engagement(
            person=who,
            service=SERVICE,
            role=ROLE,
            group="agency" if number % 2 else "employee",
            **({**aside, "set_aside_because": ASIDE} if number == 3 else {}),
        )
        issued = date(2012, 6, 2) if number % 3 else date(2014, 6, 2)
        dbs.dbs_check(person=who, certificate_number=NUMBER.format(number), issued_on=issued)
        dbs.application(person=who)
        dbs.lookup(person=who, answer="NO_MATCH")
        made.append(who)
    Person.objects.filter(pk=made[-1].pk).update(
        withdrawn_on=date(2016, 1, 8), withdrawn_by=cast.officer(), withdrawn_because=ASIDE
    )
    return made


def words_of_people():
    """Every word that is held of somebody on the register and of nobody else."""
    own = Person.objects.filter(reference__startswith="ZX").values_list(
        "name", "reference", "work_email"
    )
    roles = Engagement.objects.filter(service=SERVICE)
    said = {word for row in own for word in row}
    return said | {SERVICE, ROLE, ASIDE} | {row.role for row in roles}


def numbers():
    """Every certificate number that is held."""
    return set(DbsCheck.objects.values_list("certificate_number", flat=True)) - {""}


def texts(answer):
    """What an answer says, decoded; an empty text of what is no text."""
    if not answer.headers.get("Content-Type", "").startswith(("text", "app")):
        return ""
    if answer.streaming:
        # What is sent part by part is read once.
        content = vars(answer).get("all_parts") or answer.getvalue()
        answer.all_parts = content
    else:
        content = answer.content
    return content.decode("utf-8", errors="replace")
