"""The people and roles that files about staff tell of, and what they are called elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Values
from assurance.imports.plan.records import Record
from assurance.people import rules
from assurance.people.models.people import Engagement, Person

# What human resources and checking services call the groups, levels and workforces besides our
# own words.
OTHER_GROUPS = {
    "employee": ("staff", "permanent", "employees", "council employee", "fixed term"),
    "agency": ("agency", "agency staff", "locum", "temporary agency worker"),
    "foster_carer": ("foster parent", "carer", "foster carers"),
    "household": ("household member", "household members", "household"),
    "independent_visitor": ("iv", "independent visitors"),
    "volunteer": ("volunteers",),
    "panel": ("panel member", "panel members", "adoption panel", "fostering panel"),
    "governor": ("governor", "governors", "school governors"),
    "elected": ("councillor", "member", "elected members"),
    "contractor": ("contractors",),
}
OTHER_LEVELS = {
    "enhanced_barred": ("enhanced and barred list", "enhanced + barred", "enhanced with barred"),
    "enhanced": ("enhanced only",),
}
OTHER_WORKFORCES = {
    "child": ("children", "child workforce"),
    "adult": ("adults", "adult workforce"),
    "both": ("child & adult", "children and adults", "both", "adult and child"),
    "other": ("other workforce",),
}
# What is read as a long leave says nothing of anybody's health afterwards.
OTHER_ABSENCES = {
    "parental": ("maternity leave", "paternity leave", "adoption leave", "maternity", "parental"),
    "leave": ("long-term leave", "unpaid leave", "sick leave", "long-term sickness", "sickness"),
    "career_break": ("sabbatical",),
    "secondment": ("seconded", "seconded out"),
}
IN_PART = "The role is incomplete: this is missing"
UNKNOWN = (
    "No one on the register has this reference",
    "Import the DBS register first, or correct the reference",
)

REFERENCE = Column(
    "reference", "Reference", "A1047", required=True, filled=True,
    also=("staff reference", "employee number", "employee no", "payroll number", "payroll no",
          "staff number", "staff no", "person reference", "staff id", "employee id", "ref"),
)  # fmt: skip
PERSON = Record(
    Person,
    by=("reference",),
    dated="starts_on",
    withdrawn=lambda person: (rules.why_not_refer(person),),
    faults=lambda fields: _faults_of_name(fields.get("name")),
    columns=(
        REFERENCE,
        Column("name", "Name", "Sam Example", required=True, filled=True,
               names_staff=True, also=("full name", "employee name", "staff name", "person")),
        Column("work_email", "Work e-mail address", "sam.example@council.example",
               also=("work email", "email", "e-mail", "email address", "work e-mail")),
    ),
)  # fmt: skip
# Somebody whom a row only tells more of.
KNOWN = replace(PERSON, columns=(REFERENCE,), unknown=UNKNOWN)
ROLE = Record(
    Engagement,
    by=("person", "role", "starts_on"),
    told_by=("group", "service", "role", "starts_on", "ends_on"),
    columns=(
        Column("group", "Group", "Employee", words=OTHER_GROUPS,
               also=("staff group", "type", "category", "employee type", "employment type",
                     "staff type"),
               needed=(IN_PART,
                       "Enter the group: employee, agency worker, foster carer and so on")),
        Column("service", "Service", "Children’s social care", ("department", "directorate"),
               needed=(IN_PART, "Enter the service that the role belongs to")),
        Column("role", "Role", "Social Worker", ("job title", "post", "post title"),
               needed=(IN_PART, "Enter the name of the role")),
        Column("starts_on", "Role began on", "14/04/2014",
               ("start date", "started on", "start", "in post from", "role start date"),
               usually_past=True, needed=(IN_PART, "Enter the start date of the role")),
        Column("ends_on", "Role ended on",
               also=("end date", "ended on", "leaving date", "role end date", "last day")),
        Column("needs_check", "Needs a DBS check", "Yes", ("dbs required", "needs dbs")),
        Column("not_eligible_because", "Why no check is needed",
               also=("reason not eligible", "not eligible because"),
               condition="where no check is needed"),
        Column("level", "Level needed", "Enhanced with barred list", ("dbs level",),
               words=OTHER_LEVELS),
        Column("workforce", "Workforce", "Child", ("dbs workforce",), words=OTHER_WORKFORCES),
        Column("absent_from", "Away from",
               also=("absence start", "absent from", "long absence from", "absence start date")),
        Column("absent_until", "Away until",
               also=("absence end", "absent until", "long absence until", "absence end date")),
        Column("absent_because", "Kind of absence", also=("absence type", "absence reason"),
               words=OTHER_ABSENCES, condition="with a date of absence"),
        Column("risk_assessed_on", "Risk assessed on", also=("risk assessment date",), past=True),
        Column("risk_assessment", "Decision of the risk assessment",
               also=("risk assessment", "what the risk assessment decided")),
    ),
)  # fmt: skip


def _faults_of_name(name):
    sentence = name and rules.why_not_name_person(name)
    return [("name", sentence)] if sentence else []


def why_not_role(values: Values) -> Iterator[Fault]:
    """What refuses the role of a row: parts of it that do not fit together."""
    if ROLE.is_told(values):
        for name, sentence in rules.faults_of_engagement(values):
            yield Fault(name, sentence)


def standing_roles(council: Council, *others: str) -> Iterator[tuple[Person, Sequence[Engagement]]]:
    """Each person who stands with the roles that stand; `others` are read with them."""
    people = Person.objects.of(council).active().order_by("reference")
    for person in people.prefetch_related("engagements", *others).iterator(chunk_size=500):
        roles = [role for role in person.engagements.all() if not role.is_withdrawn]
        yield person, sorted(roles, key=lambda role: role.pk)


def two_of_one(
    rows: Sequence[tuple[int, Values]], key: str, text: str, sentence: str
) -> Iterator[tuple[int, Fault]]:
    """(row, fault) of every row whose `key` stands in the file with more than one `told`."""
    index = defaultdict(set)
    for _, values in rows:
        if values.get(key) and values.get(text):
            index[values[key]].add(values[text])
    for number, values in rows:
        if len(index.get(values.get(key), ())) > 1:
            yield number, Fault(key, sentence, given=(text,))
