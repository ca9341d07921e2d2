"""The forms of a register: a record's own, the list's filter, a withdrawal's."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.forms.utils import ErrorDict
from django.utils.dateparse import parse_date

from assurance.govuk.dates import PARTS, DatePartsField
from assurance.govuk.forms import GovukFilterForm, GovukForm, helper_for
from assurance.registers.confirmed_words import NO_NAMES, ConfirmedWordsForm
from assurance.registers.short_forms.addresses import fold_addresses
from assurance.registers.short_forms.later import fold
from assurance.registers.short_forms.proposed_totals import propose
from assurance.registers.short_forms.row_search import is_search
from assurance.runtime.digits import whole
from assurance.runtime.periods import today
from assurance.runtime.typography import with_capital

ACTIVE, WITHDRAWN, EVERY = "", "withdrawn", "every"


def line(label, length, hint="", required=True):
    """A field of one line of words; one that is required has a letter or a number, as an emoji or a
    dash alone would name nothing."""
    has_words = RegexValidator(r"[^\W_]", f"“{label}” needs letters or numbers")
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=length,
        required=required,
        validators=[has_words] if required else [],
    )


def leave_out(form, names):
    """Takes fields that a record has no use for off a form that stands in groups."""
    for name in names:
        del form.fields[name]
    groups = [
        (legend, [item for item in current if item in form.fields])
        for legend, current in form.groups
    ]
    form.helper = helper_for(
        form, submit=form.submit, groups=[group for group in groups if group[1]]
    )


class RecordForm(ConfirmedWordsForm):
    """The form of one record: it checks and says what was typed; an operation saves.

    `council` bounds what may be chosen, `record` is what is changed (None when adding), `parent`
    what a new one lies within. A subclass fills its choices in `prepare_for`.

    `field_faults` is a rule over what was typed, field by name, that gives pairs of field and
    sentence; what could not be read is None, or an empty text. `speaks_of` maps a field to the
    others that its faults speak of: one is said only where all of those could be read.

    `later` names fields, and legends of groups, that are folded until their time comes: together,
    or each tuple of them separately where it consists of tuples. `sums()`
    gives each `Sum` of which a total or a part is proposed where it was left empty.
    """

    field_faults = staticmethod(lambda values: ())
    speaks_of = {}
    later = ()

    def __init__(self, data=None, *, council, record=None, parent=None, version=None, **kwargs):
        self.council, self.record, self.parent = council, record, parent
        initial = {**(self.initial_of(record) if record else {}), **kwargs.pop("initial", {})}
        super().__init__(data, version=version, initial=initial, **kwargs)
        self.prepare_for(council)
        fold(self)
        fold_addresses(self)

    def prepare_for(self, council):
        """Bounds the choices to `council`'s rows; nothing to do where a form has none."""

    def sums(self):
        """The totals of the form with their parts; nothing where it has none."""
        return ()

    def full_clean(self):
        """Refuses what forms refuse; a form that only searches for rows is neither right nor
        wrong."""
        self.is_search = is_search(self)
        if self.is_search:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def is_valid(self):
        """Whether it was sent to be saved and nothing is wrong with it."""
        return super().is_valid() and not self.is_search

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if propose(self, self.sums()):
            return fields
        blank = {name: _blank_of(field) for name, field in self.fields.items()}
        for field, sentence in self.field_faults({**blank, **fields, **self.besides()}):
            if sentence and not {field, *self.speaks_of.get(field, ())} & set(self.errors):
                self.add_error(field, sentence)
        return fields

    def besides(self):
        """What the rules weigh besides the form's own fields."""
        return {}

    def initial_of(self, record):
        """Field → value of `record`, for those of the form's fields that the record has."""
        rows = [name for name in self.base_fields if hasattr(record, name)]
        return {name: _rows_or_value(getattr(record, name)) for name in rows}

    @classmethod
    def repeated_from(cls, record):
        """Field → value that a new record has in common with `record`, which it follows."""
        return {}

    @staticmethod
    def proposed_for(user):
        """Field → value that a new record proposes to the `user` who adds it."""
        return {}

    def values_to_save(self):
        """What an operation is told: the cleaned values without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


def proposed_values(form, query, user, like=None):
    """The keyword `initial` of a new `form` class with the dates, choices, chosen rows and short
    texts that `query`, of an address, proposes for it, with what a record `like` it has, and with
    what is proposed for `user`; nothing where there is none that can be read."""
    fields = {name: field for name, field in form.base_fields.items() if name in query}
    result = {name: _proposed(field, query.getlist(name)) for name, field in fields.items()}
    initial = form.proposed_for(user) | (form.repeated_from(like) if like else {})
    initial |= {name: value for name, value in result.items() if value}
    return {"initial": initial} if initial else {}


def _proposed(field, texts):
    """The values `texts` of an address as the initial value of a field; None of other fields."""
    if isinstance(field, DatePartsField):
        return _iso_day(texts[-1])
    if isinstance(field, forms.ModelChoiceField):
        keys = [key for key in map(whole, texts) if key]
        return keys if isinstance(field, forms.ModelMultipleChoiceField) else (keys or [None])[-1]
    if type(field) is forms.ChoiceField:
        return texts[-1] if field.valid_value(texts[-1]) else None
    is_short = type(field) is forms.CharField and len(texts[-1]) <= (field.max_length or 0)
    return texts[-1] if is_short else None


def _iso_day(text):
    try:
        return parse_date(text)
    except ValueError:
        return None


def ends_by(rule):
    """The `field_faults` of what holds between two days, whose last day `rule(first, last)`
    refuses."""
    return staticmethod(lambda values: [("to_date", rule(values["from_date"], values["to_date"]))])


def _blank_of(field):
    return "" if isinstance(field, forms.CharField) else None


def _rows_or_value(value):
    return list(value.all()) if hasattr(value, "all") else value


class ListFilters(GovukFilterForm):
    """The filter of a register's list. The model's QuerySet has `filtered(**chosen)`; a filter of
    rows that are never withdrawn has None for `withdrawn`."""

    # The green button of a list adds a record.
    is_secondary = True
    withdrawn = forms.ChoiceField(
        label="Withdrawn records",
        choices=[(ACTIVE, "Leave out"), (EVERY, "Show too"), (WITHDRAWN, "Show only these")],
        error_messages={"invalid_choice": "Choose how to treat withdrawn records from the list"},
    )

    def __init__(self, data=None, *, council, **kwargs):
        # Whether a record stands is asked last, whatever a subject asks.
        first = [name for name in self.base_fields if name != "withdrawn"]
        super().__init__(data, field_order=first, **kwargs)
        # A list that was sorted stays so when the filter is applied.
        if self.data.get("sort"):
            self.fields["sort"] = forms.CharField(required=False, widget=forms.HiddenInput)
            self.helper.layout.append("sort")
        self.prepare_for(council)

    def prepare_for(self, council):
        """Bounds the choices to `council`'s rows; nothing to do where a filter has none."""

    def chosen(self):
        """What was asked for, without the order of the list and whom its rows wait for."""
        others = ("sort", "yours")
        return {name: value for name, value in super().chosen().items() if name not in others}

    def in_use(self):
        """The filters that the list shows, with the one by its reader’s tasks."""
        own = self.chosen()
        every = super().chosen().items()
        return {name: own.get(name, value) for name, value in every if name in {*own, "yours"}}

    def narrow_for(self, rows, user):
        """The rows that fit what was chosen; with the filter `yours` those that wait for `user`
        today, by the same method as the home page counts them."""
        rows, which = self.narrow(rows), super().chosen().get("yours")
        return rows.yours(which, user, today()) if which else rows

    def narrow(self, rows):
        """The rows that fit what was chosen."""
        chosen = self.chosen()
        if "withdrawn" in self.fields:
            rows = rows.in_state(chosen.pop("withdrawn", ACTIVE))
        return rows.filtered(**chosen)


def yours_filter(*choices):
    """The filter of a list by what waits for its reader: `choices` are those of `yours` of the
    model's QuerySet, with their words."""
    return forms.ChoiceField(label="Waits for", choices=[("", "Anyone or no one"), *choices])


class WithdrawForm(ConfirmedWordsForm):
    """Why a record is withdrawn."""

    submit = "Withdraw"

    because = forms.CharField(
        label="Why is it withdrawn?",
        help_text=f"{NO_NAMES} The record stays, marked as withdrawn, and is not counted any more.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Explain why it is withdrawn"},
    )


class UndoForm(GovukForm):
    """The version of a withdrawn record that somebody saw."""


class PastDateField(DatePartsField):
    """A date that has come already by the installation's clock, which a demonstration sets: anyone
    who tries it must not be able to enter what it calls the future."""

    def validate(self, value):
        """Refuses a day that is still to come, and an empty one where one is required."""
        if value and value > today():
            self.widget.bad = PARTS
            what = with_capital(self.what)
            raise ValidationError(f"{what} must be today or in the past")
        super().validate(value)


def day(what, label, hint="", required=False):
    """A field of any day."""
    return DatePartsField(what=what, label=label, help_text=hint, required=required)


def past(what, label, hint="", required=False):
    """A field of a day that has come already."""
    return PastDateField(what=what, label=label, help_text=hint, required=required)


def yes_or_no(yes="Yes", no="No", **kwargs):
    """A field of two radios whose cleaned value is a bool."""
    return forms.TypedChoiceField(
        choices=[(True, yes), (False, no)],
        coerce=lambda typed: typed == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        **kwargs,
    )
