"""The form of a report that is started from a template."""

from django import forms

from assurance.govuk.forms import DatePartsField
from assurance.meetings.models.meetings import Meeting
from assurance.registers.short_forms.addresses import AddressField, fold_addresses, free_address
from assurance.runtime.periods import When, half_year, half_year_before, today
from reports.editor.forms.papers import DetailsForm
from reports.editor.missing_rows import MEETING, TEMPLATE
from reports.editor.owed_lists import list_choices, lists_field, offer_lists, with_lists
from reports.editor.proposed_dates import period_address
from reports.language.standing_blocks import blocks_for
from reports.papers.manuscript import template_in
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate, Series


class StartForm(DetailsForm):
    """A new paper: its series and template besides its details. A series that has a report already
    proposes the template of its last one."""

    chosen_from = {"meeting": MEETING, "template": TEMPLATE}

    submit = "Start the report"

    series = forms.ModelChoiceField(
        queryset=None,
        label="Series",
        empty_label="Choose a series",
        error_messages={"required": "Choose the series that the report belongs to"},
    )
    template = forms.ModelChoiceField(
        queryset=None,
        label="Report template",
        empty_label="Choose a template",
        error_messages={"required": "Choose the committee’s report template"},
    )
    slug = AddressField(
        "Address of the report",
        "its meeting or period",
        "It never changes once the report is published.",
    )
    position = DatePartsField(
        what="the position date",
        label="Position date",
        required=False,
        help_text=(
            "The date on which children and staff are counted. Leave it empty for the end date of "
            "the period."
        ),
    )
    comparison = DatePartsField(
        what="the comparison date",
        label="Comparison date",
        required=False,
        help_text=(
            "The earlier date that those counts are compared with. It is proposed next, with the "
            "other dates and periods."
        ),
    )
    lists = lists_field("Each is added to the report, after the text of its subject.")
    field_order = (
        "series",
        "template",
        "title",
        "meeting",
        "period_start",
        "period_end",
        "position",
        "comparison",
        "lists",
        "slug",
    )

    def __init__(self, data=None, *, council, **kwargs):
        super().__init__(data, council=council, **kwargs)
        self.fields["series"].queryset = Series.objects.of(council)
        self.fields["template"].queryset = ReportTemplate.objects.of(council).current()
        if Paper.objects.of(council).exists():
            self.fields["template"].required = False
            self.fields["template"].empty_label = "As the last report of the series"
        self._propose_the_only_one()
        self._propose_the_next(council)
        offer_lists(self, list_choices(council, today()))
        fold_addresses(self)

    def _propose_the_only_one(self):
        """Chooses a series and a template where there is one of them, and titles the report as the
        series is: a first report has no other."""
        for name in ("series", "template"):
            rows = list(self.fields[name].queryset[:2])
            if len(rows) == 1:
                self.initial.setdefault(name, rows[0].pk)
                if name == "series":
                    self.initial.setdefault("title", rows[0].title)

    def clean(self):
        """Takes the template of the last report in the series where none is chosen."""
        fields = super().clean()
        series = fields.get("series")
        if series and fields.get("template", "") is None:
            fields["template"] = series.last_template
            if fields["template"] is None:
                self.add_error("template", self.fields["template"].error_messages["required"])
        return fields

    def _propose_the_next(self, council):
        """Chooses the next meeting, and the half-year that ended last."""
        meeting = Meeting.committees.of(council).to_come(today()).first()
        period = half_year_before(half_year(today()))
        self.initial.setdefault("meeting", meeting and meeting.pk)
        self.initial |= {"period_start": period.start, "period_end": period.end}

    def details(self):
        """The fields of a paper, its address with them: proposed where none was typed."""
        fields = self.cleaned_data
        used = set(Paper.objects.filter(series=fields["series"]).values_list("slug", flat=True))
        meeting = fields["meeting"]
        period = period_address(fields["period_start"], fields["period_end"])
        text = f"{meeting.date:%B %Y}" if meeting else period
        slug = fields["slug"] or free_address(text, used)
        return {**super().details(), "slug": slug, "parts": self._parts()}

    def _parts(self):
        """The contacts of the last report in the series, of which the posts are still there."""
        last = self.cleaned_data["series"].last_report
        current = {post.slug for post in last.whom_to_ask(today())} if last else ()
        contacts = (last.parts.get("contacts") or {}).items() if current else ()
        return {"contacts": {name: slug for name, slug in contacts if slug in current}}

    def standing_blocks(self, on):
        """What the template gives a report of the meeting, or of `on` where none is known, with the
        lists that are ticked."""
        fields = self.cleaned_data
        meeting = fields["meeting"]
        template = template_in(fields["template"])
        blocks = blocks_for(template, meeting.date if meeting else on)
        return with_lists(blocks, fields.get("lists", ()), template)

    def names(self):
        """The named days that the paper starts with: name → `When`."""
        fields = self.cleaned_data
        typed = {name: fields[name] for name in ("position", "comparison") if fields[name]}
        days = {"position": fields["period_end"], **typed}
        labels = template_in(fields["template"]).dates
        return {name: When(day, day, labels.get(name, "")) for name, day in days.items()}
