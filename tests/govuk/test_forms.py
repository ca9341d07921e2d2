import copy

import pytest
from django import forms
from django.http import QueryDict
from django.template import engines
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from assurance.accounts.models.accounts import Council
from assurance.govuk.differences import word_changes
from assurance.govuk.forms import OPENED_TOO_LONG_AGO, GovukForm, GovukModelForm, _Govuk
from assurance.govuk.numbers import WholeNumberField
from assurance.govuk.refusals import ask_for, name_in_refusals
from tests.registers.test_dates_to_come import every_form
from tests.specimens.forms import Filter


class Named(GovukForm):
    name = forms.CharField()
    team = forms.ChoiceField(label="Audit team", choices=[("north", "North")])
    themes = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, choices=[("plan", "Planning")]
    )


class Bounded(GovukForm):
    reason = forms.CharField(max_length=1200, label="Reason")
    number = WholeNumberField(min_value=0, max_value=1_000_000, label="People", example=3)
    share = forms.DecimalField(
        max_value=100,
        max_digits=5,
        label="Share",
        error_messages=dict.fromkeys(("max_value", "max_digits"), "“Share” must be 100 or less"),
    )
    councils = forms.ModelMultipleChoiceField(Council.objects.none(), label="Councils")


class CouncilForm(GovukModelForm):
    class Meta:
        model = Council
        fields = ["name", "slug"]
        labels = {"name": "The council’s name"}


def test_a_field_left_empty_is_named_in_its_sentence_and_a_version_asked_for_where_given():
    errors = Named({}).errors
    assert errors["name"] == ["Enter the name"]
    assert errors["team"] == ["Select the audit team"]
    assert errors["themes"] == ["Select the themes"]
    assert CouncilForm({}).errors["name"] == ["Enter the council’s name"]
    assert "version" not in Named().fields


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("Title", "Enter the title"),
        ("Its name", "Enter its name"),
        ("The council’s name", "Enter the council’s name"),
        ("Who did it", "Enter who did it"),
        ("Is it done?", "Enter “Is it done?”"),
        ("SSDA903 code", "Enter “SSDA903 code”"),
    ],
)
def test_what_was_left_empty_is_asked_for_in_a_sentence(label, sentence):
    assert ask_for(label) == sentence


class Ticked(GovukForm):
    agreed = forms.BooleanField(label="This is right")
    sent = forms.FileField(label="File")


def test_a_tick_is_asked_for_in_its_own_words_and_a_file_is_selected():
    assert Ticked({}).errors == {"agreed": ["Select “This is right”"], "sent": ["Select the file"]}


@pytest.mark.django_db
def test_what_a_field_refuses_is_said_once_in_words_of_the_house_and_nothing_is_cut_off():
    cases = (
        ({"reason": "x" * 1201}, "reason", "“Reason” must have 1,200 characters or fewer"),
        ({"number": "-1"}, "number", "“People” must be 0 or more"),
        ({"number": ""}, "number", "Enter a number for “People”"),
        ({"number": "x"}, "number", "“People” must be a whole number, such as 3"),
        ({"share": "x"}, "share", "“Share” must be a number"),
        ({"number": "1,000,001"}, "number", "“People” must be 1,000,000 or fewer"),
        ({"share": "1000000"}, "share", "“Share” must be 100 or less"),
        ({"councils": ["999"]}, "councils", "Choose “Councils” from the list"),
        ({"councils": ["x"]}, "councils", "Choose “Councils” from the list"),
    )
    for typed, name, sentence in cases:
        assert Bounded(typed).errors[name] == [sentence], typed
    errors = Named({"name": "A", "team": "west", "themes": ["castle"]}).errors
    wanted = ["Choose “Audit team” from the list"], ["Choose “Themes” from the list"]
    assert (errors["team"], errors["themes"]) == wanted
    later = Named({"name": "A", "team": "north", "themes": ["plan"], "kind-0": "castle"})
    later.fields["kind-0"] = forms.ChoiceField(label="Kind of “staff.csv”", choices=[("a", "A")])
    assert later.errors == {"kind-0": ["Choose “Kind of ‘staff.csv’” from the list"]}
    assert "maxlength" not in str(Bounded()), "a browser cuts off what is longer, unseen"


def test_every_empty_box_of_a_number_asks_for_it():
    assert get_resolver().url_patterns, "the addresses bring in every page with its forms"
    numbers = {
        f"{form.__module__}.{form.__name__}.{name}": (name, copy.deepcopy(field))
        for form in every_form(_Govuk)
        if form.__module__.startswith(("assurance.", "reports."))
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, forms.IntegerField) and field.required and not field.widget.is_hidden
    }
    assert len(numbers) > 20
    for where, (name, field) in numbers.items():
        name_in_refusals(name, field)
        asked, wrong = (field.error_messages[code] for code in ("required", "invalid"))
        assert asked.startswith("Enter "), where
        assert not wrong.endswith("whole number."), f"{where} has Django’s own words"


def test_a_version_comes_back_as_it_was_shown():
    form = Named({"name": "A", "team": "north", "themes": ["plan"], "version": "7"}, version=8)
    assert form.is_valid()
    assert form.cleaned_data["version"] == 7


@pytest.mark.parametrize("typed", [{}, {"version": ""}, {"version": "seven"}])
def test_a_form_without_its_version_is_refused_with_a_way_on(typed):
    assert Named(typed, version=8).errors["version"] == [OPENED_TOO_LONG_AGO]


def test_a_form_on_the_page_of_a_conflict_saves_over_the_other():
    typed = QueryDict("name=Mine&team=north&themes=plan&version=3")
    form = Named(typed, version=4).at_version(4)
    assert form.is_valid()
    assert (form.cleaned_data["name"], form.cleaned_data["version"]) == ("Mine", 4)
    assert typed["version"] == "3"


def test_a_filter_is_read_with_get_says_what_was_chosen_and_passes_over_what_is_wrong():
    form = Filter({})
    assert form.helper.form_method == "get"
    assert form.helper.disable_csrf
    assert form.is_valid()
    asked = QueryDict("name=ebor&team=nowhere&since_day=31&since_month=2&since_year=2016")
    assert Filter(asked).chosen() == {"name": "ebor"}
    assert Filter(QueryDict()).chosen() == {}
    assert Filter().chosen() == {}


WORDINGS = st.lists(st.sampled_from(["412 ", "staff ", "need\n", "  ", "<b>", "a check."])).map(
    "".join
)


def drawn(before, after):
    return (
        engines["django"]
        .from_string("{% include 'govuk/word_diff.html' %}")
        .render({"before": before, "after": after})
    )


@given(WORDINGS, WORDINGS)
def test_both_wordings_can_be_read_back_from_their_differences(before, after):
    changes = word_changes(before, after)
    assert "".join(words for kind, words in changes if kind != "new") == before
    assert "".join(words for kind, words in changes if kind != "gone") == after
    assert all(words for _, words in changes)


@given(WORDINGS)
def test_a_wording_does_not_differ_from_itself(words):
    assert {kind for kind, _ in word_changes(words, words)} <= {"same"}


def test_a_changed_number_is_shown_alone():
    assert word_changes("There were 412 staff.", "There were 415 staff.") == [
        ("same", "There were "),
        ("gone", "412 "),
        ("new", "415 "),
        ("same", "staff."),
    ]


def test_differences_are_said_and_escaped_found_in_their_sentence_or_wholly_other():
    html = drawn("<i>one</i> two", "<b>one</b> two")
    assert "Removed: " in html and "Added: " in html
    assert "<i>" not in html and "&lt;b&gt;" in html
    assert drawn(None, "All of it").count("<ins>") == 1
    before = "All was well. " * 5000 + "One was late. " + "All was well. " * 5000
    after = before.replace("One", "None")
    said = [(kind, words) for kind, words in word_changes(before, after) if kind != "same"]
    assert said == [("gone", "One "), ("new", "None ")]
    before, after = "a b " * 20_000, "b a " * 20_000
    assert word_changes(before, after) == [("gone", before), ("new", after)]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("58,250", 58250), (" £1,058,250 ", 1058250), ("£90", 90), ("12", 12), ("", None)],
)
def test_a_whole_number_may_have_commas_between_thousands_and_a_pound_sign(typed, number):
    assert WholeNumberField(required=False).clean(typed) == number


@pytest.mark.parametrize("typed", ["1,5", "12,34", "£", "1,2345", "£-3", "58 250", "1.5"])
def test_a_whole_number_has_no_other_sign(typed):
    with pytest.raises(forms.ValidationError):
        WholeNumberField().clean(typed)
