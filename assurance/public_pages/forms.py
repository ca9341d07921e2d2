"""The forms of what a council prints on its public pages."""

from django import forms

from assurance.public_pages import compliance, rules
from assurance.registers.forms import RecordForm, day, line, past
from assurance.runtime.periods import today


def _list(label, hint):
    """A field of several lines, which may be left empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def _email(label):
    """A field of the e-mail address of a post."""
    wrong = "Enter an e-mail address, such as access@example.gov.uk"
    return forms.EmailField(
        label=label,
        help_text="Use a shared address, not a person’s.",
        max_length=254,
        error_messages={"required": wrong, "invalid": wrong},
    )


class DatedForm(RecordForm):
    """What is valid from a date until a later one."""

    from_date = day(
        "the date from which it is valid",
        "Valid from",
        "Public pages show it from this date.",
        required=True,
    )

    def prepare_for(self, council):
        """Proposes today, and asks for the date last."""
        self.initial = {"from_date": today(), **self.initial}


class ContactForm(DatedForm):
    """Whom to contact about a child."""

    submit = "Save the contact"
    field_faults = staticmethod(rules.contact_faults)

    service = line("Team or service", 80, "Such as “Children’s Front Door”.")
    daytime_phone = line("Telephone number in the daytime", 30)
    daytime_hours = line("When it is answered", 80, "Such as “Monday to Friday, 8.30am to 5pm”.")
    other_phone = line("Telephone number at any other time", 30, "Evenings, nights and weekends.")


class AccessibilityForm(DatedForm):
    """The facts of an accessibility statement; its fixed sentences are written around them."""

    submit = "Save the statement"
    field_faults = staticmethod(compliance.faults)
    speaks_of = {"non_compliance": ("status",)}

    status = forms.ChoiceField(
        label="How far does the website meet WCAG 2.2 level AA?",
        choices=compliance.STATUSES,
        widget=forms.RadioSelect,
        error_messages={"required": "Select how far the website meets the standard"},
    )
    non_compliance = _list(
        "Content that is not accessible",
        "One line each: what it is, why, and the criterion that it fails, such as “1.1.1 (A)”.",
    )
    burden = _list(
        "Disproportionate burden", "Content that would cost too much to fix now, and why."
    )
    out_of_scope = _list(
        "Content outside the regulations",
        "Such as PDF files published before 23 September 2018 that no service needs.",
    )
    improvements = _list("Work to improve accessibility", "With dates.")
    prepared_on = past("the date of preparation", "Statement prepared on", required=True)
    reviewed_on = past(
        "the date of the last review",
        "Last reviewed on",
        "An administrator is reminded after a year.",
        required=True,
    )
    tested_on = past("the date of the last test", "Website last tested on", required=True)
    tested_by = line("Who carried out the test", 120, "A company or a team. Name no person.")
    method = line("How it was tested", 300, "Such as “20 pages, by axe and by hand”.")
    email = _email("E-mail address for reports of problems")
    phone = line("Telephone number for reports of problems", 30)
    response_days = forms.IntegerField(
        label="Working days within which you answer",
        error_messages=dict.fromkeys(
            ("required", "invalid"), "Enter the number of working days, such as 10"
        ),
    )


class PrivacyForm(DatedForm):
    """Who controls personal data, and whom to write to."""

    submit = "Save the notice"
    field_faults = staticmethod(compliance.phone_faults)

    controller = line("Controller of personal data", 120, "Usually the council.")
    officer = line("Post to write to", 120, "Such as “Data Protection Officer”. Name no person.")
    email = _email("E-mail address of the post")
    phone = line("Telephone number", 30, required=False)
    full_notice = forms.URLField(
        label="Address of the council’s full privacy notice",
        max_length=300,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Enter an address such as https://www.example.gov.uk/privacy"},
    )

    def prepare_for(self, council):
        """Proposes the council and the usual post as well."""
        super().prepare_for(council)
        usual = {"controller": council.name, "officer": "Data Protection Officer"}
        self.initial = {**usual, **self.initial}
