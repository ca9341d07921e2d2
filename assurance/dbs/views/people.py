"""The register of people: their roles, certificates, applications and look-ups.

Only who keeps DBS checks sees these pages; others see counts.
"""

from dataclasses import dataclass
from functools import partial

from assurance.accounts.access import Permission
from assurance.dbs.entry import add_person
from assurance.dbs.forms.checks import ApplicationForm, CheckForm, LookupForm
from assurance.dbs.forms.entry import NewPersonForm
from assurance.dbs.forms.people import PersonFilters, PersonForm, TogetherForm
from assurance.dbs.forms.roles import EngagementForm
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.models.statuses import (
    RegisterQuerySet,
    held_of,
    left_order,
    policies_of,
    roles_of,
)
from assurance.dbs.operations import checks, set_asides
from assurance.dbs.rules import bulk as together
from assurance.dbs.rules import role_dates, second_persons, statuses
from assurance.dbs.rules.statuses import policy_of, status_of
from assurance.dbs.views.person_columns import (
    due_now,
    first_in_words,
    left_on,
    roles_in_words,
    services_in_words,
    status_now,
)
from assurance.dbs.views.second_steps import second_step
from assurance.people.models.people import Engagement, Person
from assurance.registers.declaration import Bulk, Column, Item, Parent, Register
from assurance.registers.history import chronicle_within, step_date
from assurance.registers.values import filled_columns
from assurance.runtime.periods import today


@dataclass(frozen=True)
class PeopleRegister(Register):
    """The register of people, each fetched with all that a status is read from."""

    def rows(self, user):
        """The people that `user` may see."""
        everybody = RegisterQuerySet(Person).visible_to(user)
        return everybody.select_related(*self.related).with_what_is_held()


def its_roles_stay(person, name, value):
    """Whether the person has roles to change and each holds `value` under `name` already."""
    roles = together.open_roles(roles_of(person), today())
    return bool(roles) and not any(together.values_for(role, {name: value}) for role in roles)


def status_of_role(role):
    """The role's own status in words."""
    day = today()
    _, current = held_of(role.person)
    policy = policy_of(role.group, policies_of(role.person.council, day))
    return statuses.status_text(status_of(role, current, policy, day), [role], day)


def began_before_certificate(role):
    """Whether the role began before the first certificate that serves it came, in words."""
    return role_dates.early_start_text(role, held_of(role.person)[1].checks, today())


def began_in_time(role):
    """True of a role that began with its certificate, so that no risk had to be assessed."""
    return not began_before_certificate(role)


def due_of(check):
    """The day that a re-check of the certificate is due, by every group's policy."""
    policy = policy_of("", policies_of(check.person.council, today()))
    return check.issued_on and statuses.due_on(check.issued_on, policy.interval_months)


def whats_held(request, person):
    """What the person's page shows within it: the four kinds of record, and what to look into."""
    roles, current = held_of(person)
    kinds = (
        (ROLES, roles),
        (CHECKS, current.checks),
        (APPLICATIONS, current.applications),
        (LOOKUPS, current.lookups),
    )
    return {
        "entries": history_within(person),
        "warnings": warnings_of(person),
        "breaches": person.breaches.all(),
        "reminders": person.reminders.all(),
        "kinds": [
            {
                "register": kind,
                **filled_columns(kind.lines(rows[::-1], request.user)),
                "add": "" if person.is_withdrawn else kind.address("add", person.pk),
            }
            for kind, rows in kinds
        ],
    }


def warnings_of(person):
    """What to look into: sentences about the person's roles, and a policy that is missing."""
    roles, current = held_of(person)
    warnings = [text for role in roles for text in statuses.warnings_of(role, current, today())]
    missing = [] if policies_of(person.council, today()) else [statuses.NO_POLICY]
    return list(dict.fromkeys([*warnings, *missing]))


def history_within(person):
    """What was done to the person and to each of their records, withdrawn ones included."""
    parts = (
        *((ROLES, row) for row in person.engagements.all()),
        *((CHECKS, row) for row in person.checks.all()),
        *((APPLICATIONS, row) for row in person.applications.all()),
        *((LOOKUPS, row) for row in person.lookups.all()),
    )
    return chronicle_within(PEOPLE, person, parts)


def _verbs(noun, adding=""):
    changed = {f"Change {noun}": "Changed", f"Withdraw {noun}": "Withdrawn"}
    return {adding or f"Record {noun}": "Added", **changed}


PEOPLE = PeopleRegister(
    namespace="dbs",
    model=Person,
    permission=Permission.RECORD_DBS,
    noun="person",
    plural="people who need a DBS check",
    form=PersonForm,
    add_form=NewPersonForm,
    add=add_person,
    filters=PersonFilters,
    first="name",
    related=("council", "withdrawn_by"),
    bulk=Bulk(
        TogetherForm,
        lambda person, item: together.faults_of(roles_of(person), item, today()),
        checks.change_roles,
        held=lambda person, name: together.current_text(roles_of(person), name, today()),
        stays=its_roles_stay,
        version_of=lambda person: together.version_of(person, person.engagements.all()),
    ),
    also=whats_held,
    verbs=_verbs("person"),
    columns=(
        Column("Name", "name", sort="name", link=True),
        Column("Reference", "reference", sort="reference"),
        Column("Role", roles_in_words, sort="role", order=partial(first_in_words, "role")),
        Column(
            "Service", services_in_words, sort="service", order=partial(first_in_words, "service")
        ),
        Column("Status", status_now, sort="rank"),
        Column("Re-check due", due_now, sort="due_turn", kind="date"),
        Column("Left", left_on, sort="left", order=left_order, kind="date"),
        Column(
            "Group",
            lambda person: sorted({role.get_group_display() for role in roles_of(person)}),
            file_only=True,
        ),
        Column("Work e-mail address", "work_email", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Reference", "reference", "reference"),
        Item("Name", "name", "name"),
        Item("Work e-mail address", "work_email", "work_email"),
        Item("Status today", status_now),
        Item("Re-check due", due_now, lapses=True),
    ),
)

_within_a_person = partial(
    Register,
    namespace="dbs",
    parent=Parent(PEOPLE, "person"),
    permission=Permission.RECORD_DBS,
    related=("council", "withdrawn_by", "person"),
)

ROLES = _within_a_person(
    name="role",
    path="roles/",
    model=Engagement,
    noun="role",
    plural="roles",
    form=EngagementForm,
    add=set_asides.record_role,
    change=set_asides.change_role,
    also=second_step(second_persons.why_not_approve),
    verbs={**_verbs("role", "Add role"), "Approve set aside": "Set-aside approved"},
    columns=(
        Column("Role", "role", link=True),
        Column("Group", "get_group_display"),
        Column("Start date", "starts_on"),
        Column("Ends", "ends_on"),
        Column("Status today", status_of_role),
    ),
    summary=(
        Item("Person", "person.name"),
        Item("Group", "get_group_display", "group"),
        Item("Service", "service", "service"),
        Item("Role", "role", "role"),
        Item("Start date in the role", "starts_on", "starts_on"),
        Item("End date of the role", "ends_on", "ends_on"),
        Item("Needs a DBS check", "needs_check", "needs_check"),
        Item("Level", "get_level_display", "level"),
        Item("Workforce", "get_workforce_display", "workforce"),
        Item("Why it needs none", "not_eligible_because", "not_eligible_because", lapses=True),
        Item("Set aside from", "set_aside_from", "set_aside_from", lapses=True),
        Item("Set aside until", "set_aside_until", "set_aside_until", lapses=True),
        Item("Set aside because", "set_aside_because", "set_aside_because", lapses=True),
        Item("Set aside with the approval of", "set_aside_approver", lapses=True),
        Item("Approved on", step_date("set_aside_approver"), lapses=True),
        Item("Away from", "absent_from", "absent_from", lapses=True),
        Item("Away until", "absent_until", "absent_until", lapses=True),
        Item("Kind of absence", "get_absent_because_display", "absent_because", lapses=True),
        Item("Began before the certificate came", began_before_certificate, lapses=True),
        Item("Risk assessment", "risk_assessed_on", "risk_assessed_on", lapses=began_in_time),
        Item("Decision", "risk_assessment", "risk_assessment", lapses=began_in_time),
    ),
)

CHECKS = _within_a_person(
    name="check",
    path="certificates/",
    model=DbsCheck,
    noun="certificate",
    plural="certificates",
    form=CheckForm,
    add=checks.record_certificate,
    verbs=_verbs("check"),
    columns=(
        Column("Number", "masked_number", link=True),
        Column("Issued", "issued_on"),
        Column("Level", "get_level_display"),
        Column("Workforce", "get_workforce_display"),
        Column("Re-check due", due_of),
    ),
    summary=(
        Item("Person", "person.name"),
        Item("Certificate number", "masked_number", "certificate_number"),
        Item("Date of issue", "issued_on", "issued_on"),
        Item("Level", "get_level_display", "level"),
        Item("Workforce", "get_workforce_display", "workforce"),
        Item("Date it was seen", "seen_on", "seen_on"),
    ),
)

APPLICATIONS = _within_a_person(
    name="application",
    path="applications/",
    model=DbsApplication,
    noun="application",
    plural="applications",
    form=ApplicationForm,
    verbs={**_verbs("apply", "Apply"), "Close": "Closed"},
    columns=(
        Column("Submitted", "submitted_on", link=True),
        Column("Closed", "closed_on"),
        Column("Outcome", "get_outcome_display"),
    ),
    summary=(
        Item("Person", "person.name"),
        Item("Date submitted", "submitted_on", "submitted_on"),
        Item("Date closed", "closed_on", "closed_on"),
        Item("Outcome", "get_outcome_display", "outcome"),
    ),
)

LOOKUPS = _within_a_person(
    name="lookup",
    path="look-ups/",
    model=UpdateLookup,
    noun="Update Service look-up",
    plural="Update Service look-ups",
    form=LookupForm,
    verbs=_verbs("look up", "Look up"),
    columns=(
        Column("Looked up", "looked_on", link=True),
        Column("Answer", "get_answer_display"),
        Column("By", "post"),
    ),
    summary=(
        Item("Person", "person.name"),
        Item("Date of the look-up", "looked_on", "looked_on"),
        Item("Answer", "get_answer_display", "answer"),
        Item("Looked up by", "post", "post"),
        Item("Consent recorded", "consent_held", "consent_held"),
    ),
)
