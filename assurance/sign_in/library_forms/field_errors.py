"""The errors of forms of django-allauth, each of which names its field."""

from django import forms

from assurance.govuk.refusals import NO_EMAIL

EMAIL = "E-mail address"


def name_empty_fields(form) -> None:
    """Gives each field of `form` errors that ask for it by its label, or for an address."""
    for field in form.fields.values():
        label = str(field.label)
        field.error_messages["required"] = f"Enter the {label[:1].lower()}{label[1:]}"
        if isinstance(field, forms.EmailField):
            field.error_messages["invalid"] = NO_EMAIL
