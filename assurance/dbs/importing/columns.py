"""The columns that files about staff share, and what they are called in other systems."""

from assurance.imports.declaration import Column
from assurance.people.rules import GROUPS, LEVELS, WORKFORCES
from assurance.tables.cells import CertificateNumber, Choice, Day, Text, YesNo

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


def _choice(choices, others):
    return Choice({value: (label, *others.get(value, ())) for value, label in choices})


GROUP = _choice(GROUPS, OTHER_GROUPS)
LEVEL = _choice(LEVELS, OTHER_LEVELS)
WORKFORCE = _choice(WORKFORCES, OTHER_WORKFORCES)

REFERENCE = Column(
    "reference",
    "Reference",
    Text(40),
    example="A1047",
    also=(
        *("staff reference", "employee number", "employee no", "payroll number", "payroll no"),
        *("staff number", "staff no", "person reference", "staff id", "employee id", "ref"),
    ),
    required=True,
    filled=True,
    personal=True,
)
NAME = Column(
    "name",
    "Name",
    Text(120),
    example="Sam Example",
    also=("full name", "employee name", "staff name", "person"),
    required=True,
    filled=True,
    personal=True,
)
WORK_EMAIL = Column(
    "work_email",
    "Work e-mail address",
    Text(254),
    example="sam.example@council.example",
    also=("work email", "email", "e-mail", "email address", "work e-mail"),
    personal=True,
)
ROLE = (
    Column(
        "group",
        "Group",
        GROUP,
        example="Employee",
        also=("staff group", "type", "category", "employee type", "employment type", "staff type"),
    ),
    Column(
        "service",
        "Service",
        Text(120),
        "Children's social care",
        also=("department", "directorate"),
    ),
    Column("role", "Role", Text(120), "Social Worker", also=("job title", "post", "post title")),
    Column(
        "starts_on",
        "Role began on",
        Day(),
        "01/04/2014",
        also=("start date", "started on", "start", "in post from", "role start date"),
        personal=True,
    ),
    Column(
        "ends_on",
        "Role ended on",
        Day(),
        also=("end date", "ended on", "leaving date", "role end date", "last day"),
        personal=True,
    ),
)
NEEDS = (
    Column("needs_check", "Needs a DBS check", YesNo(), "Yes", also=("dbs required", "needs dbs")),
    Column(
        "not_eligible_because",
        "Why no check is needed",
        Text(200),
        also=("reason not eligible", "not eligible because"),
    ),
    Column("level", "Level needed", LEVEL, "Enhanced with barred list", also=("dbs level",)),
    Column("workforce", "Workforce", WORKFORCE, "Child", also=("dbs workforce",)),
)
NUMBER = Column(
    "certificate_number",
    "Certificate number",
    CertificateNumber(),
    example="001234567890",
    also=(
        *("dbs number", "dbs certificate number", "dbs no", "disclosure number", "certificate no"),
        "disclosure no",
    ),
    personal=True,
)
ISSUED_ON = Column(
    "issued_on",
    "Certificate issued on",
    Day(),
    "14/05/2014",
    also=(
        *("issue date", "dbs date", "dbs issue date", "date of issue", "disclosure date"),
        *("certificate date", "date of certificate", "dbs check date"),
    ),
    personal=True,
)
CERTIFICATE = (
    NUMBER,
    ISSUED_ON,
    Column(
        "certificate_level",
        "Level of the certificate",
        LEVEL,
        "Enhanced with barred list",
        also=("certificate level", "level of check", "check level", "disclosure level"),
    ),
    Column(
        "certificate_workforce",
        "Workforce of the certificate",
        WORKFORCE,
        "Child",
        also=("certificate workforce",),
    ),
    Column(
        "seen_on",
        "Certificate seen on",
        Day(),
        "20/05/2014",
        also=("date seen", "seen", "certificate seen"),
        personal=True,
    ),
)
