"""Rows as a council of some size has them, made alike each time: staff, case audits, actions, and
the files of a statutory return."""

from datetime import date, timedelta

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.scales import Grade
from assurance.dbs.models.checks import DbsApplication, DbsCheck
from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Priority
from assurance.people.models.people import Engagement, Person
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from tests.make.people import post

TODAY = date(2017, 9, 11)
RECORDED_ON = date(2013, 1, 7)
BATCH = 500
GROUPS = ("employee", "employee", "employee", "agency", "contractor", "foster_carer", "volunteer")
SERVICES = ("Child in Need", "Fostering", "Adoption", "Referral and Assessment", "Youth Offending")
ROLES = ("Social Worker", "Practice Manager", "Personal Adviser", "Foster carer", "Volunteer")
# Statutory codes of placements and legal statuses, short breaks (V4) among them.
PLACES = ("U1", "U4", "U6", "K2", "H5", "A3", "P1", "S1", "R1", "Z1")
STATUSES = ("C1", "C2", "V2", "E1", "L1", "V4")
RETURN_BEGINS, RETURN_ENDS = date(2015, 4, 1), date(2017, 3, 31)
EPISODES_EACH = 4
# Before the first day of any return.
BORN_BY = date(2014, 3, 31)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)


def issue_days(number):
    """The days on which the certificates of member of staff `number` were issued."""
    last = TODAY - timedelta(days=number * 37 % 1_250)
    return [last - timedelta(days=1_080), last] if number % 3 else [last]


def add_staff(council, number):
    """Adds `number` people, each with a role, their certificates and, of some, an application."""
    usual = {"council": council, "created_on": RECORDED_ON}
    people = Person.objects.bulk_create(
        (
            Person(reference=f"B{one:05}", name=f"Holder {one * 7919 % 10_007}", **usual)
            for one in range(number)
        ),
        batch_size=BATCH,
    )
    roles, checks, applications = [], [], []
    for one, person in enumerate(people):
        post = {"group": GROUPS[one % 7], "service": SERVICES[one % 5], "role": ROLES[one % 5]}
        roles.append(Engagement(person=person, starts_on=RECORDED_ON, **post, **usual))
        for place, day in enumerate(issue_days(one)):
            digits = f"{5 * 10**11 + one * 10 + place}"
            checks.append(
                DbsCheck(person=person, issued_on=day, certificate_number=digits, **usual)
            )
        if one % 11 == 0:
            applied = TODAY - timedelta(days=20)
            applications.append(DbsApplication(person=person, submitted_on=applied, **usual))
    for rows in (roles, checks, applications):
        type(rows[0]).objects.bulk_create(rows, batch_size=BATCH)


def add_audits(council, number):
    """Adds `number` case audits of the council's teams, graded, most of them shared."""
    teams = list(Team.objects.filter(council=council).order_by("pk"))
    grades = list(Grade.objects.filter(scale__council=council).order_by("order"))
    auditor = post("Service Manager", council=council)
    CaseAudit.objects.bulk_create(
        (_audit(auditor, teams, grades, one) for one in range(number)), batch_size=BATCH
    )


def _audit(auditor, teams, grades, one):
    day = TODAY - timedelta(days=one * 13 % 950)
    is_shared, is_recorded = one % 5 != 0, one % 3 == 0
    shared = min(day + timedelta(days=7), TODAY)
    return CaseAudit(
        council=auditor.council,
        created_on=day,
        reference=f"B{one:05}",
        audited_on=day,
        team=teams[one % len(teams)],
        auditor=auditor,
        first_grade=grades[one % len(grades)],
        moderated_grade=grades[(one + 1) % len(grades)] if one % 4 == 0 else None,
        shared_on=shared if is_shared else None,
        recorded_on=shared if is_shared and is_recorded else None,
        strengths="The plan is clear, and the child was seen alone at each visit.",
    )


def add_actions(council, number):
    """Adds `number` actions under the council's first priority, a third of them overdue."""
    priority = Priority.objects.filter(plan__council=council).order_by("pk").first()
    owners = [
        Post.objects.create(
            council=council,
            title=f"{role} of actions",
            slug=f"actions-{one}",
            from_date=RECORDED_ON,
        )
        for one, role in enumerate(ROLES[:3], 1)
    ]
    Action.objects.bulk_create(
        (
            Action(
                council=council,
                created_on=date(2017, 5, 17),
                priority=priority,
                reference=f"B{one:05}",
                text=f"Look again at step {one} of each plan, and date it.",
                owner=owners[one % 3],
                starts_on=date(2017, 5, 17),
                due_on=TODAY + timedelta(days=one % 90 - 30),
                status=("on_track", "at_risk", "not_started")[one % 3],
            )
            for one in range(number)
        ),
        batch_size=BATCH,
    )


def return_files(episodes, shift=0, begins=RETURN_BEGINS):
    """File name → bytes of a return of so many episodes, four to a child, from `begins` on; `shift`
    moves its days, so that one return differs from another."""
    children = range(max(episodes // EPISODES_EACH, 1))
    header = [
        f"{10**6 + one},{1 + one % 2},{BORN_BY - timedelta(days=one % 5000):%d/%m/%Y},WBRI,,,"
        for one in children
    ]
    lines = [line for one in children for line in _episodes(one, shift, begins)]
    return {
        "header.csv": "\n".join((HEADER, *header, "")).encode(),
        "episodes.csv": "\n".join((EPISODES, *lines, "")).encode(),
    }


def _episodes(child, shift, begins):
    day = begins + timedelta(days=(child * 37 + shift) % 300)
    for number in range(EPISODES_EACH):
        ends = day + timedelta(days=30 + (child * 11 + number * 7) % 110)
        place = PLACES[(child + number) % len(PLACES)]
        status = STATUSES[(child // 3 + number) % len(STATUSES)]
        end = "," if number == EPISODES_EACH - 1 else f"{ends:%d/%m/%Y},X1"
        began = "P" if number else "S"
        yield f"{10**6 + child},{day:%d/%m/%Y},{began},{status},N1,{place},PR4,{end},,,,"
        day = ends
