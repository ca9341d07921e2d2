"""The errors of forms of django-allauth, each of which names its field."""

EMAIL = "E-mail address"


def name_empty_fields(form) -> None:
    """Gives each field of `form` an error that asks for it by its label."""
    for field in form.fields.values():
        label = str(field.label)
        field.error_messages["required"] = f"Enter the {label[:1].lower()}{label[1:]}"
