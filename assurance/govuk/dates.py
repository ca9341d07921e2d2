"""A date asked for in three boxes: what may be typed, and what is said when it cannot be a date."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS, today
from assurance.runtime.typography import with_capital

WIDTHS = {"day": 2, "month": 5, "year": 4}
PARTS = tuple(WIDTHS)
FIRST_YEAR, LAST_YEAR = 1900, 2100
# No term of office, plan or due date runs longer from today: 2099 typed for 2019 is a slip.
YEARS_AHEAD = 30


def typed_parts(**dates):
    """A dict of box → number for the address of a form in which `dates` are typed."""
    names = ((name, part) for name in dates for part in PARTS)
    return {f"{name}_{part}": getattr(dates[name], part) for name, part in names}


class DatePartsWidget(forms.MultiWidget):
    """Three text boxes, day, month and year; `bad` names those that an error is about."""

    template_name = "govuk/date_parts.html"
    use_fieldset = True
    bad = ()

    def __init__(self, attrs=None):
        boxes = {part: forms.TextInput({"inputmode": "numeric"}) for part in PARTS}
        super().__init__(boxes, attrs)

    def decompress(self, value):
        """The three texts of a date; three empty ones for no date."""
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def get_context(self, name, value, attrs):
        """Django's context, each box with its id, its label and whether it is at fault."""
        context = super().get_context(name, value, attrs)
        for part, box in zip(PARTS, context["widget"]["subwidgets"], strict=True):
            box["attrs"]["id"] = f"{context['widget']['attrs'].get('id', name)}_{part}"
            box.update(part=part, label=with_capital(part), width=WIDTHS[part])
            box["bad"] = part in self.bad
        return context


class DatePartsField(forms.Field):
    """A `date` from three boxes. `what` names the date in its messages: "the date of the audit".

    A month may be a number or a word (`sept`, `Mar.`). A year has four figures and lies in 1900
    to 2100: `16` is refused, never guessed, and so is a slip such as `0216`. No date lies more
    than 30 years ahead.
    """

    widget = DatePartsWidget

    def __init__(self, *, what, **kwargs):
        self.what = what
        super().__init__(**kwargs)
        if "required" not in (kwargs.get("error_messages") or {}):
            self.error_messages["required"] = f"Enter {what}"

    def to_python(self, value):
        """The date that the texts name, or None when all are empty; raises ValidationError."""
        typed = [str(part or "").strip() for part in value or ()]
        if not any(typed):
            return None
        if missing := [part for part, text in zip(PARTS, typed, strict=True) if not text]:
            raise self._fault(f"must include a {' and a '.join(missing)}", *missing)
        day, month, year = _day(typed[0]), _month(typed[1]), _number(typed[2], 4)
        if year is None or len(typed[2]) != 4:
            raise self._fault("must have a year of 4 numbers, such as 2016", "year")
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise self._fault(f"must have a year from {FIRST_YEAR} to {LAST_YEAR}", "year")
        if wrong := [part for part, number in (("day", day), ("month", month)) if number is None]:
            raise self._fault("must be a real date", *wrong)
        try:
            return date(year, month, day)
        except ValueError:
            raise self._fault("must be a real date", *PARTS) from None

    def validate(self, value):
        """Refuses an empty date where one is required, and a year too far ahead."""
        if value is None and self.required:
            self.widget.bad = PARTS
        super().validate(value)
        last = today().year + YEARS_AHEAD
        if value and value.year > last:
            raise self._fault(f"must have a year up to {last}", "year")

    def _fault(self, sentence, *bad):
        # The widget belongs to this form alone: Django copies fields and widgets for each form.
        self.widget.bad = bad
        return ValidationError(f"{self.what[0].upper()}{self.what[1:]} {sentence}", code="invalid")


def _number(text, longest):
    return whole(text) if text.isascii() and len(text) <= longest else None


def _day(text):
    number = _number(text, 2)
    return number if number and number <= 31 else None


def _month(text):
    if number := _number(text, 2):
        return number if number <= 12 else None
    word = text.lower().removesuffix(".")
    named = [
        month for month, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith(word)
    ]
    return named[0] if named else None
