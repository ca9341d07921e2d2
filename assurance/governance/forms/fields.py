"""The fields that forms of other matters are made of."""

from decimal import Decimal

from django import forms
from django.utils.text import Truncator

from assurance.figures.registry import FIGURES, title_of
from assurance.governance.rules.choices import span_of_scale
from assurance.govuk.numbers import WholeNumberField
from assurance.govuk.refusals import ask_for
from assurance.registers.confirmed_words import NO_NAMES
from assurance.runtime import digits
from assurance.runtime.text import filled_lines

BOUND = "A number, or words such as “over 30”."


def text_area(label, hint=NO_NAMES, rows=3, required=True):
    """A field of several lines of words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def choice(label, choices, hint="", empty="Choose one"):
    """A field of one of several words."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=[("", empty), *choices],
    )


def radios(label, choices, hint=""):
    """A field of radios."""
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        widget=forms.RadioSelect,
    )


def whole(label, hint="", required=False, lowest=0):
    """A field of a whole number."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=required,
        min_value=lowest,
        max_value=1_000_000_000,
        example=17,
    )


def steps_to_choose(label, steps):
    """A field of the number of one of the `steps` of a scale, with their words."""
    return forms.TypedChoiceField(
        label=label,
        choices=[(number, f"{number} ({text})") for number, text in enumerate(steps, 1)],
        coerce=lambda number: digits.whole(str(number)),
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": f"“{label}” goes {span_of_scale(steps)}: choose one of its steps"
            if steps
            else f"Add a scale of risks before you rate “{label}”",
        },
    )


def amount(label, hint="", required=True):
    """A field of a number with up to two decimals, typed with or without thousands' commas."""
    return AmountField(
        label=label,
        help_text=hint,
        required=required,
        max_digits=14,
        decimal_places=2,
        error_messages={
            "required": ask_for(label),
            "invalid": f"“{label}” must be a number, such as 17.5",
            "max_digits": f"“{label}” is longer than a number can be here",
            "max_decimal_places": f"“{label}” must have 2 decimals or fewer",
            "max_whole_digits": f"“{label}” is longer than a number can be here",
        },
    )


class AmountField(forms.DecimalField):
    """A decimal, also as people write it: `£1,200` or `12.5%`."""

    def to_python(self, value):
        """The decimal without what only adorns it."""
        if isinstance(value, str):
            value = value.strip().removeprefix("£").removesuffix("%").replace(",", "")
            value = value.replace("−", "-")
        return super().to_python(value)

    def clean(self, value):
        """The decimal with as many decimals as the database keeps, so that both compare."""
        amount = super().clean(value)
        return amount if amount is None else amount.quantize(Decimal("0.01"))

    def prepare_value(self, value):
        """What is kept, without the noughts that the database adds."""
        if hasattr(value, "normalize"):
            return f"{value:.2f}".rstrip("0").rstrip(".")
        return value


def rows_to_tick(queryset, label, hint=""):
    """A field of rows to tick."""
    return forms.ModelMultipleChoiceField(
        queryset,
        label=label,
        help_text=hint,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def in_short(finding):
    """A finding as a line to choose it by."""
    return f"{finding.review}: {finding}: {Truncator(finding.text).chars(90)}"


class FiguresField(forms.MultipleChoiceField):
    """Figures to tick by their titles; their keys are the value, one to a line."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, text):
        """Offers those that `text` has already, then every other that a report can quote."""
        chosen = text.split()
        rest = sorted({*FIGURES} - {*chosen}, key=lambda key: title_of(key).casefold())
        self.choices = [(key, title_of(key)) for key in (*chosen, *rest)]

    def clean(self, value):
        """The keys that were ticked, one to a line."""
        return "\n".join(super().clean(value))

    def say_kept(self, value):
        """The titles of keys that history has."""
        return "; ".join(map(title_of, value.split()))

    def prepare_value(self, value):
        """The keys as a list."""
        return value.split() if isinstance(value, str) else value


class LinesField(forms.CharField):
    """A list of words, one to a line."""

    widget = forms.Textarea

    def to_python(self, value):
        """The lines that are not empty, or None where nothing was typed."""
        return filled_lines(super().to_python(value))

    def prepare_value(self, value):
        """The list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def run_validators(self, value):
        """Every line, as `CharField` validates a text."""
        super().run_validators("\n".join(value))
