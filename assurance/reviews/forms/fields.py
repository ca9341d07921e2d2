"""The fields that the forms of reviews and findings share."""

from django import forms

from assurance.govuk.numbers import WholeNumberField
from assurance.reviews.models.frameworks import Framework


def count(label, hint="", lowest=0):
    """A field of a count that may be left empty."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=False,
        min_value=lowest,
        max_value=10_000,
        example=17,
    )


def choice_of_kind(choices):
    """A field of radios of kinds."""
    wrong = "Select what kind it is"
    return forms.ChoiceField(
        label="Kind",
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": wrong, "invalid_choice": f"{wrong} from the list"},
    )


def choice_of_grade():
    """A field of a grade; `offer_grades` fills it."""
    return forms.ChoiceField(
        label="Grade",
        required=False,
        error_messages={"invalid_choice": "Select the grade from the list"},
    )


def offer_grades(field, council, current):
    """Offers the grades of every framework of `council`, best first, and the one that is `held`."""
    offered = Framework.objects.offered_to(council)
    grades = dict.fromkeys(grade for framework in offered for grade in framework.grades)
    every = dict.fromkeys([*grades, *([current] if current else [])])
    field.choices = [("", "No grade"), *((grade, grade) for grade in every)]
