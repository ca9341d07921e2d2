"""Addresses that a form proposes by itself: folded away, and asked of nobody."""

from collections.abc import Collection

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from assurance.registers.short_forms.later import Later

LENGTH = 60
HINT = "Small letters, numbers and hyphens. Leave it empty to have it made from {}."


class AddressField(forms.CharField):
    """The last part of an address, made from `made_from` where it is left empty. Anything that
    cannot stand in an address is refused with what it could be."""

    def __init__(self, label="Address", made_from="the title", more=""):
        self.made_from = made_from
        super().__init__(
            label=label,
            required=False,
            max_length=LENGTH,
            help_text=f"{HINT.format(made_from)} {more}".strip(),
            widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
            error_messages={"max_length": f"“{label}” must have {LENGTH} characters or fewer"},
        )

    def clean(self, value):
        """What was typed, or a suggestion where it cannot stand in an address."""
        typed = super().clean(value)
        if typed.lower() != slugify(typed):
            could_be = slugify(typed) or "january-2016"
            raise ValidationError(f"Use small letters, numbers and hyphens: {could_be}")
        return typed


class AddressFold(Later):
    """An address that is folded away, and open where something is wrong with it."""

    def is_open(self, form):
        """Whether it shows without a press."""
        return any(form[pointer.name].errors for pointer in self.get_field_names())


class AddressedForm:
    """A record's form that proposes the address of what it makes, and keeps that of what there is.

    `taken_addresses()` gives those that there are already.
    """

    def values_to_save(self):
        """What an operation is told, with an address where none was typed."""
        values = super().values_to_save()
        if not values["slug"]:
            values["slug"] = self.record.slug if self.record else self.proposed_address(values)
        return values

    def proposed_address(self, values):
        """The address made of the title."""
        return free_address(values["title"], set(self.taken_addresses()))


def free_address(text: str, taken: Collection[str], usual: str = "new") -> str:
    """An address made of `text`, else the `usual` one, that is none of `taken`."""
    address = slugify(text)[:LENGTH].strip("-") or usual
    further = (f"{address[: LENGTH - 6]}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (address, *further) if name not in taken)


def fold_addresses(form):
    """Folds each address that `form` asks for at its end."""
    layout = form.helper.layout
    for name, field in form.fields.items():
        if isinstance(field, AddressField) and name in layout.fields:
            layout.fields.remove(name)
            current = form.get_initial_for_field(field, name)
            made = current or f"made from {field.made_from}"
            layout.append(AddressFold(f"{field.label}: {made}. Change", name))
