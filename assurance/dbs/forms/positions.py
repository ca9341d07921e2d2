"""The forms of DBS audits: one to count from the register, one to enter as counts."""

from django import forms

from assurance.dbs.forms.people import line
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.rules import faults, positions, statuses
from assurance.govuk.forms import GovukForm, helper_for
from assurance.govuk.numbers import WholeNumberField
from assurance.people.models.people import Cohort
from assurance.registers.forms import ListFilters, PastDateField, RecordForm
from assurance.registers.short_forms.proposed_totals import Sum

ENTERED_PARTS = (
    *("IN_DATE", "UPDATE_CURRENT", "DUE_SOON", "OVERDUE_IN_PROGRESS", "OVERDUE", "PAST_DUE"),
    *("DUE_OR_OVERDUE", "FIRST_CHECK_IN_PROGRESS", "NO_CHECK", "NOT_CURRENT", "UNKNOWN"),
    "NOT_BROKEN_DOWN",
)
# What nearly every audit counts; the other parts are asked of the few that do.
USUAL_PARTS = ("IN_DATE", "DUE_SOON", "OVERDUE_IN_PROGRESS", "OVERDUE", "NO_CHECK")
HINTS = {
    "PAST_DUE": "If those with an application are not counted separately.",
    "DUE_OR_OVERDUE": "If the audit did not count the two separately.",
}
# As far ahead as the position page looks, and as far as a figure of a month looks back.
ORDINALS = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth"),
)
MONTHS = (
    "Due in the month of the audit, not overdue",
    "Due in the month after",
    *(f"Due in the {ordinal} month after" for ordinal in ORDINALS),
)


def people(label, hint="", when=""):
    """A field of a count of people, empty where it is not known; `when` tells it in a refusal from
    another of its label."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=1_000_000,
        example=351,
        shown_as=f"“{label}” {when}" if when else "",
    )


def moment(prefix, when):
    """Name → field of the parts at one moment, which refusals call `when`."""
    labels = positions.PART_LABELS
    return {
        f"{prefix}_{part.lower()}": people(labels[part], HINTS.get(part, ""), when)
        for part in ENTERED_PARTS
    }


AT_AUDIT = moment("audit", "at the audit")
AT_POSITION = moment("position", "at the position date")
BY_GROUP = {f"group_{group}": people(label) for group, label in positions.GROUP_LABELS.items()}
FOLLOWED = {name: people(label) for name, label in positions.FOLLOW_UP_LABELS.items()}
USUAL = [name for name in AT_AUDIT if name.removeprefix("audit_").upper() in USUAL_PARTS]
OTHER_PARTS = "Other parts at the audit"
ANOTHER_DATE = "At the position date, if it is another date"
FOLLOW_UP, COMING = "Outcome for those overdue at the audit", "Coming re-checks"
BY_GROUPS = "By group, at the position date"
SECOND = "Save as a second audit of this position"
DATES = ("audit_date", "position_date")
DUE = {f"due_{number}": people(label) for number, label in enumerate(MONTHS)}
Counts = type("Counts", (RecordForm,), {**AT_AUDIT, **AT_POSITION, **BY_GROUP, **FOLLOWED, **DUE})


def dated_fields():
    """Name → field of the population, one of people who need a check, of the two dates, and of
    whether it is a second audit of one position."""
    return {
        "cohort": forms.ModelChoiceField(
            Cohort.objects.none(),
            label="Population",
            empty_label="Select a population",
            error_messages={
                "required": "Select the population",
                "invalid_choice": "Select a population from the list",
            },
        ),
        "audit_date": PastDateField(what="the date of the audit", label="Date of the audit"),
        "position_date": PastDateField(
            what="the position date",
            label="Position date",
            help_text="The date that the figures describe. It may be the audit date.",
        ),
        "is_second": forms.BooleanField(
            required=False,
            label="This is a second audit of a position that is recorded already",
        ),
    }


class DbsAuditForm(type("Dated", (Counts,), dated_fields())):
    """A DBS audit known as counts; for one that was counted here, only why it is counted again."""

    submit_after = {"is_second": SECOND}
    later = ((OTHER_PARTS,), (ANOTHER_DATE,), (FOLLOW_UP, COMING, BY_GROUPS))

    legends = (
        ("The audit", ["cohort", "audit_date", "position_date", "is_second", "needing", "source"]),
        ("At the audit", USUAL),
        (OTHER_PARTS, [name for name in AT_AUDIT if name not in USUAL]),
        (ANOTHER_DATE, list(AT_POSITION)),
        (FOLLOW_UP, list(FOLLOWED)),
        (COMING, list(DUE)),
        (BY_GROUPS, list(BY_GROUP)),
    )

    needing = WholeNumberField(
        label="People who need a check",
        help_text="All of them, on the position date. The parts add up to this.",
        min_value=0,
        max_value=1_000_000,
        error_messages={
            "required": "Enter how many people need a check",
        },
        example=351,
    )
    source = line("Source", "the source of the numbers", "Such as the report and its date.", 200)
    corrected_because = line(
        "Why it is corrected",
        "why it is corrected",
        "Describe the error, or the change. The earlier version stays.",
        200,
    )

    def prepare_for(self, council):
        """Offers the council's populations; asks for the reason only in a correction."""
        self.fields["cohort"].queryset = _staff(council)
        legends = [*self.legends, ("The correction", ["corrected_because"])]
        if self.record is None:
            del self.fields["corrected_because"]
            legends.pop()
        if self.is_counted:
            targets = {"corrected_because", "version"}
            self.fields = {name: item for name, item in self.fields.items() if name in targets}
            legends = legends[-1:]
        submit = "Count again" if self.is_counted else self.submit
        self.helper = helper_for(self, submit=submit, groups=legends)

    def sums(self):
        """Those who need a check, with their parts on the two days and their groups."""
        if not self.is_counted:
            yield Sum("needing", list(AT_POSITION), "position_not_broken_down")
            yield Sum("needing", list(AT_AUDIT), "audit_not_broken_down")
            yield Sum("needing", list(BY_GROUP))

    @property
    def is_counted(self):
        """Whether it corrects an audit that is counted from the register."""
        return bool(self.record) and self.record.origin == DbsAudit.COUNTED

    def initial_of(self, record):
        """The counts of `record` under their fields' names."""
        parts = {
            f"{prefix}_{part.lower()}": some
            for prefix, when in (("audit", positions.AUDIT), ("position", positions.POSITION))
            for part, some in (record.parts_at(when) or {}).items()
        }
        groups = record.groups_at(positions.POSITION).items()
        return {
            **super().initial_of(record),
            **parts,
            **{f"group_{group}": sum(some.values()) for group, some in groups},
            **{
                f"due_{_months_after(record.audit_date, row.month)}": row.people
                for row in record.due.all()
            },
            "corrected_because": "",
        }

    def clean(self):
        """Says at its field what does not add up."""
        fields = super().clean()
        if self.errors or self.is_counted:
            return fields
        value = self.values_to_save()
        late = faults.why_not_position(value["audit_date"], value["position_date"])
        matches = [("position_date", late)] if late else _sums(value)
        for name, sentence in matches:
            self.add_error(FIELD_OF.get(name, name), sentence)
        return fields

    def values_to_save(self):
        """The keywords of `enter_dbs_audit`; of `correct_dbs_audit` for a counted one."""
        values = super().values_to_save()
        if self.is_counted:
            return values
        first = values["audit_date"].replace(day=1)
        due = {
            statuses.due_on(first, number): values[name]
            for number, name in enumerate(DUE)
            if values[name] is not None
        }
        followed = _entered_counts(values, "", FOLLOWED)
        plain = ("cohort", *DATES, "is_second", "needing", "source", "corrected_because")
        return {
            **{name: values[name] for name in plain if name in values},
            "at_audit": _entered_counts(values, "audit_", AT_AUDIT, str.upper) or {},
            "at_position": _entered_counts(values, "position_", AT_POSITION, str.upper),
            "by_group": _entered_counts(values, "group_", BY_GROUP),
            "follow_up": followed and {name: followed.get(name, 0) for name in FOLLOWED},
            "due": due or None,
        }


# What an operation names → the first of the fields that it is put together from.
FIELD_OF = {
    "at_audit": "needing",
    "at_position": next(iter(AT_POSITION)),
    "by_group": next(iter(BY_GROUP)),
    "follow_up": next(iter(FOLLOWED)),
    "due": next(iter(DUE)),
}


class CountForm(type("Dated", (GovukForm,), dated_fields())):
    """What to count from the register: whom, and on which two days."""

    submit = "Count"
    submit_after = {"is_second": "Count as a second audit of this position"}

    def __init__(self, data=None, *, council, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["cohort"].queryset = _staff(council)

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if not self.errors:
            late = faults.why_not_position(fields["audit_date"], fields["position_date"])
            if late:
                self.add_error("position_date", late)
        return fields


class DbsAuditFilters(ListFilters):
    """The filter of the list of DBS audits."""

    cohort = forms.ModelChoiceField(
        Cohort.objects.none(), label="Population", empty_label="Every population"
    )
    origin = forms.ChoiceField(label="Where from", choices=[("", "Either"), *DbsAudit.ORIGINS])

    def prepare_for(self, council):
        """Offers the council's populations."""
        self.fields["cohort"].queryset = _staff(council)
        self.fields["withdrawn"].label = "Earlier editions and withdrawn ones"


def _staff(council):
    return Cohort.objects.of(council).filter(kind=Cohort.STAFF)


def _sums(value):
    for name in ("at_audit", "at_position"):
        if sentence := faults.why_not_part(value[name]):
            return [(name, sentence)]
    same_day = value["audit_date"] == value["position_date"]
    result = faults.faults_of_entry(
        value["needing"], same_day, value["at_audit"], value["at_position"], value["by_group"]
    )
    return result + faults.faults_of_follow_up(
        value["needing"], value["at_audit"], value["follow_up"], value["due"], value["audit_date"]
    )


def _entered_counts(values, prefix, fields, name=str):
    index = {
        name(field.removeprefix(prefix)): values[field]
        for field in fields
        if values[field] is not None
    }
    return index or None


def _months_after(day, month):
    return (month.year - day.year) * 12 + month.month - day.month
