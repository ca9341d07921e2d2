"""A whole number as people type it."""

import re

from django import forms

_GROUPED = re.compile(r"£?\d{1,3}(?:,\d{3})+|£\d+")


class WholeNumberField(forms.IntegerField):
    """An `int` of a text with or without commas between thousands and a pound sign before it.

    A comma anywhere else is refused: `1,5` is as likely 1.5 as 15. `refusals.name_in_refusals`
    gives its sentences: `example` is the number that they show, `shown_as` what they call the field
    where its label is another field's as well.
    """

    def __init__(self, *, example=None, shown_as="", **options):
        super().__init__(**options)
        self.example = example
        self.shown_as = shown_as

    def to_python(self, value):
        """The number that was typed, None for an empty text; raises ValidationError."""
        if isinstance(value, str) and _GROUPED.fullmatch(value.strip()):
            value = re.sub("[£,]", "", value)
        return super().to_python(value)
