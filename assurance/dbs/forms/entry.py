"""The form of somebody new: the person, their role, and their certificate or application."""

from django import forms

from assurance.dbs.forms.checks import number_once
from assurance.dbs.forms.people import PersonForm, choice, line
from assurance.dbs.forms.roles import (
    ANOTHER_SERVICE,
    another_service,
    needs_sentence,
    offer_services,
    risk_assessment,
    take_service,
)
from assurance.dbs.rules import faults
from assurance.govuk.forms import DatePartsField
from assurance.people import rules as staff
from assurance.people.models.people import Engagement
from assurance.registers.forms import PastDateField

CERTIFICATE, APPLIED, NEITHER, NOT_NEEDED = "certificate", "applied", "neither", "not_needed"
CHECKS = [
    (CERTIFICATE, "They have a certificate"),
    (APPLIED, "A check has been applied for"),
    (NEITHER, "Neither yet"),
    (NOT_NEEDED, "Their role needs no check"),
]
# What a role cannot do without; the rest of it has a usual answer.
NEEDED = {
    "group": "Select the group",
    "service": "Select the service",
    "role": "Enter the role",
    "starts_on": "Enter the start date in the role",
}
# Each part with the answers that it goes with.
PARTS = {
    ("certificate_number", "issued_on", "certificate_level", "certificate_workforce", "seen_on"): (
        CERTIFICATE,
    ),
    ("submitted_on",): (APPLIED,),
    ("risk_assessed_on", "risk_assessment"): (APPLIED, NEITHER),
    ("not_eligible_because",): (NOT_NEEDED,),
}
OTHERWISE = "You chose “{choice}”: leave this empty, or choose another answer"
NOT_CHOSEN = "Select what is known of their check, or leave this empty"
NO_ROLE = "Enter the role as well, or leave this empty"
NO_ROLE_FOR = "You chose “{choice}”: enter the role as well"
USUAL_LEVEL, USUAL_WORKFORCE = "enhanced_barred", "child"


def level_field(label):
    """The field of a level; the usual one is chosen until another is."""
    options = _usual_first(Engagement.LEVELS, USUAL_LEVEL)
    return choice(label, options, "the level", required=False)


def workforce_field(label):
    """The field of a workforce; the usual one is chosen until another is."""
    options = _usual_first(Engagement.WORKFORCES, USUAL_WORKFORCE)
    return choice(label, options, "the workforce", required=False)


def _usual_first(options, usual):
    """The options with the usual one first, under the empty value."""
    return [("", dict(options)[usual]), *(item for item in options if item[0] != usual)]


class NewPersonForm(PersonForm):
    """Somebody new with all that is known of them; each part is asked only where it applies."""

    groups = (
        ("The person", ["reference", "name", "work_email"]),
        (
            "Their role",
            ["group", "service", ANOTHER_SERVICE, "role", "starts_on", "level", "workforce"],
        ),
        ("Their check", ["check"]),
        (
            "The certificate",
            ["certificate_number", "issued_on", "certificate_level", "certificate_workforce"]
            + ["seen_on"],
            "app-when app-when--certificate",
        ),
        ("The application", ["submitted_on"], "app-when app-when--applied"),
        (
            "At work before the certificate came",
            ["risk_assessed_on", "risk_assessment"],
            "app-when app-when--applied app-when--neither",
        ),
        ("A role without a check", ["not_eligible_because"], "app-when app-when--not_needed"),
    )

    group = choice(
        "Group", [("", "Select a group"), *Engagement.GROUPS], "the group", required=False
    )
    service = choice("Service", [], "the service", required=False)
    another_service = another_service()
    role = line(
        "Role", "the role", "The role’s title, such as “Social Worker”. Empty where it is not "
        "known yet: without a role a person is not counted.", required=False,
    )  # fmt: skip
    starts_on = DatePartsField(
        what="the start date in the role", label="Start date in the role", required=False
    )
    level = level_field("Level that the role needs")
    workforce = workforce_field("Workforce of the role")
    check = choice(
        "What is known of their check?", CHECKS, "what is known of their check",
        required=False, widget=forms.RadioSelect,
    )  # fmt: skip
    certificate_number = line(
        "Certificate number", "the certificate number", "The 12 digits on the certificate. Only "
        "the last 4 are shown afterwards.", 20, required=False,
    )  # fmt: skip
    issued_on = PastDateField(what="the date of issue", label="Date of issue", required=False)
    certificate_level = level_field("Level of the certificate")
    certificate_workforce = workforce_field("Workforce of the certificate")
    seen_on = PastDateField(
        what="the date it was seen",
        label="Date the certificate was seen",
        help_text="The original, in person.",
        required=False,
    )
    submitted_on = PastDateField(
        what="the date of the application", label="Date submitted", required=False
    )
    risk_assessed_on, risk_assessment = risk_assessment()
    not_eligible_because = line("Why it needs none", "why it needs none", "", 200, required=False)

    def prepare_for(self, council):
        """Offers the services of the council's teams and roles, and another one; says itself what
        is optional, since most of a part is needed where the part is."""
        offer_services(self, council)
        self.helper.mark_optional = False
        for name in ("work_email", "seen_on"):
            self.fields[name].label += " (optional)"

    def clean_certificate_number(self):
        """Twelve digits; spaces between them are left out."""
        return number_once(self)

    def clean(self):
        """Says at its field what does not fit together; nothing typed is passed over."""
        fields = super().clean()
        take_service(self, fields)
        needs_sentence(self, fields)
        for name, sentence in self._faults(fields):
            if sentence and name not in self.errors:
                self.add_error(name, sentence)
        return fields

    def values_to_save(self):
        """What the entry is told: the person's own fields, and a dict of each part or None."""
        fields = super().values_to_save()
        check = fields["check"]
        own = {name: fields[name] for name in ("reference", "name", "work_email")}
        certificate = {
            "certificate_number": fields["certificate_number"],
            "issued_on": fields["issued_on"],
            "level": fields["certificate_level"] or USUAL_LEVEL,
            "workforce": fields["certificate_workforce"] or USUAL_WORKFORCE,
            "seen_on": fields["seen_on"],
        }
        return own | {
            "role": self._role(fields) if fields["role"] else None,
            "certificate": certificate if check == CERTIFICATE else None,
            "application": {"submitted_on": fields["submitted_on"]} if check == APPLIED else None,
        }

    def _faults(self, fields):
        has_role = self._has_role(fields)
        if has_role:
            yield from ((name, text) for name, text in NEEDED.items() if not fields.get(name))
            yield "check", "" if fields.get("check") else "Select what is known of their check"
            yield from staff.faults_of_engagement(self._role(fields))
        else:
            alone = ("level", "workforce", "risk_assessed_on", "risk_assessment")
            yield from ((name, NO_ROLE) for name in alone if fields.get(name))
            lone = fields.get("check") == NOT_NEEDED
            yield "role", NO_ROLE_FOR.format(choice=dict(CHECKS)[NOT_NEEDED]) if lone else ""
        yield from _check_faults(fields)

    def _has_role(self, fields):
        return any(fields.get(name) or name in self.errors for name in (*NEEDED, ANOTHER_SERVICE))

    def _role(self, fields):
        names = (*NEEDED, "not_eligible_because", "risk_assessed_on", "risk_assessment")
        return {name: fields.get(name) for name in names} | {
            "level": fields.get("level") or USUAL_LEVEL,
            "workforce": fields.get("workforce") or USUAL_WORKFORCE,
            "needs_check": fields.get("check") != NOT_NEEDED,
        }


def _check_faults(fields):
    """Pairs of field and sentence of what the answer about the check lacks or leaves over."""
    check = fields.get("check")
    text = OTHERWISE.format(choice=dict(CHECKS)[check]) if check else NOT_CHOSEN
    for names, answers in PARTS.items():
        if check not in answers:
            yield from ((name, text) for name in names if fields.get(name))
    if check == CERTIFICATE:
        if not fields.get("certificate_number"):
            yield "certificate_number", "Enter the certificate number"
        yield "issued_on", "" if fields.get("issued_on") else "Enter the date of issue"
        yield "seen_on", faults.why_not_see(fields.get("issued_on"), fields.get("seen_on"))
    if check == APPLIED and not fields.get("submitted_on"):
        yield "submitted_on", "Enter the date of the application"
