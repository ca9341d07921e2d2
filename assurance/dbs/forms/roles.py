"""The form of a role, and the fields that it shares with the form of a new person."""

from assurance.dbs.forms.people import NO_CONTENT, choice, line
from assurance.govuk.forms import DatePartsField, helper_for
from assurance.people import rules as staff
from assurance.people.models.people import Engagement
from assurance.people.models.teams import Team
from assurance.people.rules import ABSENCES
from assurance.registers.forms import PastDateField, RecordForm, yes_or_no

ANOTHER, ANOTHER_SERVICE = "another", "another_service"
NAME_IT = "Enter the service, or select one from the list"
BOTH = "Select “Another service” to enter one here, or leave this empty"


def services_of(council, record=None) -> list[str]:
    """The services of the council's teams and roles, in order, with that of `record`."""
    teams = Team.objects.of(council).services()
    roles = Engagement.objects.of(council).active().order_by("service")
    names = {*teams, *roles.values_list("service", flat=True).distinct()}
    return sorted(names | ({record.service} if record else set()), key=str.casefold)


def another_service():
    """The field of a service that is not on the list."""
    return line(
        "Another service", "the service", "Only for one that is not on the list.", required=False
    )


def risk_assessment():
    """The two fields of a risk assessment: its day and a sentence of it."""
    day = PastDateField(
        what="the date of the risk assessment",
        label="Date of the risk assessment",
        help_text="Where the person works before the certificate has come.",
        required=False,
    )
    sentence = line(
        "Decision",
        "what was decided",
        f"In a sentence, such as “Accompanied on every visit.” {NO_CONTENT}",
        200,
        required=False,
    )
    return day, sentence


def offer_services(form, council):
    """Puts the services on the list; where there are none, the service is typed alone."""
    names, required = services_of(council, form.record), form.fields["service"].required
    if names:
        options = [*((name, name) for name in names), (ANOTHER, "Another service")]
        form.fields["service"].choices = [("", "Select a service"), *options]
        return
    form.fields["service"] = line("Service", "the service", required=required)
    del form.fields[ANOTHER_SERVICE]
    form.groups = [
        (legend, [name for name in fields if name != ANOTHER_SERVICE], *css)
        for legend, fields, *css in form.groups
    ]
    form.helper = helper_for(form, submit=form.submit, groups=form.groups)


def take_service(form, fields):
    """Takes another service for the one chosen; refuses one without the other."""
    another = fields.get(ANOTHER_SERVICE)
    if fields.get("service") == ANOTHER:
        fields["service"] = another or ANOTHER
        if not another and ANOTHER_SERVICE not in form.errors:
            form.add_error(ANOTHER_SERVICE, NAME_IT)
    elif another:
        form.add_error(ANOTHER_SERVICE, BOTH)


def needs_sentence(form, fields):
    """Refuses a new day of a risk assessment without the sentence of it."""
    day = fields.get("risk_assessed_on")
    is_new = day and day != getattr(form.record, "risk_assessed_on", None)
    if is_new and not fields.get("risk_assessment") and "risk_assessment" not in form.errors:
        form.add_error("risk_assessment", "Enter what the risk assessment decided")


class EngagementForm(RecordForm):
    """A role that a person holds."""

    groups = (
        ("The role", ["group", "service", "another_service", "role", "starts_on", "ends_on"]),
        ("The check it needs", ["needs_check", "level", "workforce", "not_eligible_because"]),
        (
            "Set aside for a time",
            ["set_aside_from", "set_aside_until", "set_aside_because"],
        ),
        ("On a long absence", ["absent_from", "absent_until", "absent_because"]),
        ("At work before the certificate came", ["risk_assessed_on", "risk_assessment"]),
    )

    group = choice("Group", [("", "Select a group"), *Engagement.GROUPS], "the group")
    service = choice("Service", [], "the service")
    another_service = another_service()
    role = line("Role", "the role", "The role’s title, such as “Social Worker”.")
    starts_on = DatePartsField(what="the start date in the role", label="Start date in the role")
    ends_on = DatePartsField(
        what="the end date",
        label="End date of the role",
        help_text="From this date on the person is not counted.",
        required=False,
    )
    needs_check = yes_or_no(
        label="Does the role need a DBS check?",
        initial=True,
        error_messages={"required": "Select whether the role needs a DBS check"},
    )
    level = choice("Level", Engagement.LEVELS, "the level", initial="enhanced_barred")
    workforce = choice("Workforce", Engagement.WORKFORCES, "the workforce", initial="child")
    not_eligible_because = line(
        "Why it needs none", "why it needs none", "Only for a role without a check.", 200,
        required=False,
    )  # fmt: skip
    set_aside_from = DatePartsField(
        what="the date it starts",
        label="Set aside from",
        help_text="For a reason that is no absence. Once another person has approved it, the "
        "person is not counted on these days.",
        required=False,
    )
    set_aside_until = DatePartsField(
        what="the date it ends", label="Set aside until", required=False
    )
    set_aside_because = line("Why", "why", NO_CONTENT, 200, required=False)
    absent_from = DatePartsField(
        what="the start date of the absence",
        label="Away from",
        help_text="For an absence of months: the person is not counted while it lasts.",
        required=False,
    )
    absent_until = DatePartsField(
        what="the end date of the absence",
        label="Away until",
        help_text=(
            "Leave empty while it is not known. After this date, the person is counted again."
        ),
        required=False,
    )
    absent_because = choice(
        "Kind of absence", [("", "No long absence"), *ABSENCES], "the kind of absence",
        required=False,
    )  # fmt: skip
    risk_assessed_on, risk_assessment = risk_assessment()

    def prepare_for(self, council):
        """Offers the services of the council's teams and roles, and another one."""
        offer_services(self, council)

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        take_service(self, fields)
        needs_sentence(self, fields)
        for field, sentence in staff.faults_of_engagement(fields):
            if field not in self.errors:
                self.add_error(field, sentence)
        return fields

    def values_to_save(self):
        """What an operation is told: the service under its own name."""
        return {
            name: value
            for name, value in super().values_to_save().items()
            if name != ANOTHER_SERVICE
        }
