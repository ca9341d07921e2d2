"""A required line of words of a record names something: a mark or an emoji alone is refused."""

import copy

import pytest
from django import forms
from django.urls import get_resolver

from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import line
from tests.registers.test_dates_to_come import every_form

WORDS = "needs letters or numbers"


def named_lines():
    """Each required line of a form of the product, by the form and its name."""
    assert get_resolver().url_patterns, "the addresses bring every form in"
    return {
        f"{form.__module__}.{form.__name__}.{name}": field
        for form in every_form()
        for name, field in getattr(form, "base_fields", {}).items()
        if field.required
        and any(WORDS in str(getattr(one, "message", "")) for one in field.validators)
    }


@pytest.mark.parametrize("typed", ["🧒", "–", " … ", "_"])
def test_marks_alone_name_nothing(typed):
    fields = named_lines()
    assert len(fields) > 40
    for name, field in fields.items():
        with pytest.raises(forms.ValidationError, match=WORDS):
            copy.deepcopy(field).clean(typed)
            pytest.fail(name)


@pytest.mark.parametrize("typed", ["A", "7", "Éire", "子供", "🧒 Home visits", "Tŷ"])
def test_a_name_in_any_script_is_taken(typed):
    assert line("Title", 80).clean(typed) == typed
    assert line("Department", 80, required=False).clean("–") == "–"


class Reason(ConfirmedWordsForm):
    """A form that asks why, and may be given more."""

    because = forms.CharField(label="Reason", widget=forms.Textarea)
    more = forms.CharField(label="More", required=False, widget=forms.Textarea)


@pytest.mark.parametrize(
    ("typed", "taken"), [("🧒", 0), (" –\n\n| ", 0), ("…_", 0), ("7", 1), ("Tŷ", 1)]
)
def test_a_required_room_for_words_has_words(typed, taken):
    form = Reason({"because": typed, "more": "–"})
    assert form.is_valid() is bool(taken)
    assert form.errors == ({} if taken else {"because": ["“Reason” needs letters or numbers"]})
