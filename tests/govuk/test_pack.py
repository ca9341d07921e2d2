"""The govuk pack: every kind of field drawn, nothing unescaped, every error reachable."""

import re
from html.parser import HTMLParser

import pytest
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.conf import settings
from django.template import engines

from assurance.govuk.dates import DatePartsField
from assurance.govuk.forms import GovukForm, Row, error_links, helper_for, prepare
from tests.specimens.forms import EveryKind, Filter
from tests.sweeping import swept

NASTY = "<script>\"&'"
FILLED = {
    "reference": "A 1", "team": "south", "grade": "good", "files": "2", "text": "Clear",
    "done_on_day": "3", "done_on_month": "3", "done_on_year": "2016", "version": "3",
}  # fmt: skip


class Page(HTMLParser):
    """The start tags of a piece of HTML, each as (name, attributes)."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def having(self, **wanted):
        """The attributes of each tag that has the wanted ones."""
        return [
            own for _, own in self.tags if all(own.get(name) == wanted[name] for name in wanted)
        ]


def test_a_page_has_its_summary_of_errors_once():
    """`layouts/page.html` draws it in a block of its own, and a template that extends it there."""
    block = re.compile(r"{% block error_summary %}.*?{% endblock %}", re.DOTALL)
    own = [
        path.name
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        if (text := path.read_text(encoding="utf-8")).startswith("{% extends")
        and "govuk/error_summary.html" in block.sub("", text)
    ]
    assert own == []


def drawn(form):
    """The form as a page draws it, its summary of errors first."""
    summary = "{% if form.errors %}{% include 'govuk/error_summary.html' %}{% endif %}"
    page = "{% load crispy_forms_tags %}" + summary + "{% crispy form %}"
    return engines["django"].from_string(page).render({"form": form})


@swept(
    [
        *(("reference", "input"), ("team", "select"), ("grade", "radios"), ("files", "input")),
        *(("themes", "checkboxes"), ("done_on", "date"), ("text", "textarea"), ("cost", "input")),
        *(("evidence", "file"), ("by_other_team", "checkbox"), ("told", "hidden")),
        *(("email", "input"), ("secret", "input")),
    ]
)
def test_each_widget_has_its_kind(name, kind):
    assert prepare(EveryKind()[name]) == kind


@pytest.mark.parametrize("widget", [forms.SelectMultiple, forms.SplitDateTimeWidget])
def test_a_widget_without_a_pattern_is_refused(widget):
    class Odd(GovukForm):
        odd = forms.Field(widget=widget)

    with pytest.raises(TypeError, match=widget.__name__):
        drawn(Odd())


def test_every_input_has_one_name_for_a_screen_reader():
    page = Page(drawn(EveryKind()))
    labels = [own["for"] for tag, own in page.tags if tag == "label"]
    inputs = [
        own["id"]
        for tag, own in page.tags
        if tag in ("input", "select", "textarea") and own.get("type") != "hidden"
    ]
    assert sorted(labels) == sorted(inputs)
    assert len(set(inputs)) == len(inputs)


@pytest.mark.parametrize("data", [None, {}, FILLED, {"done_on_day": "31"}])
def test_every_description_and_every_link_leads_somewhere(data):
    page = Page(drawn(EveryKind(data)))
    ids = [own["id"] for _, own in page.tags if own.get("id")]
    assert len(set(ids)) == len(ids)
    described = {to for _, own in page.tags for to in own.get("aria-describedby", "").split()}
    links = {own["href"].removeprefix("#") for tag, own in page.tags if tag == "a"}
    assert described | links <= set(ids)


def test_links_to_errors_stand_in_the_order_of_the_page():
    page = Page(drawn(EveryKind({})))
    ids = [own["id"] for _, own in page.tags if own.get("id")]
    targets = [own["href"].removeprefix("#") for tag, own in page.tags if tag == "a"]
    assert targets == [
        *("id_reference", "id_team", "id_grade_0", "id_done_on_day", "id_files", "id_text")
    ]
    assert [one for one in ids if one in targets] == targets


def test_errors_mark_and_link_to_what_is_wrong():
    form = EveryKind(FILLED | {"done_on_month": "13"})
    assert ("id_done_on_month", "The date of the audit must be a real date") in error_links(form)
    page = Page(drawn(form))
    assert [own["id"] for own in page.having(**{"aria-invalid": "true"})] == ["id_done_on_month"]
    form = EveryKind(FILLED)
    form.add_error("done_on", "The audit cannot be before the file was opened")
    assert len(Page(drawn(form)).having(**{"aria-invalid": "true"})) == 3
    form = EveryKind({})
    form.add_error(None, "Nobody can audit their own case")
    assert error_links(form)[0] == ("", "Nobody can audit their own case")
    assert "<li>Nobody can audit their own case</li>" in drawn(form)


def test_errors_of_a_form_without_a_helper_are_listed_in_the_order_of_its_fields():
    class Plain(forms.Form):
        one = forms.CharField()
        two = forms.CharField()

    assert [target for target, _ in error_links(Plain({}))] == ["id_one", "id_two"]


def test_nothing_that_comes_from_outside_is_taken_for_markup():
    class Nasty(GovukForm):
        submit = NASTY
        groups = ((NASTY, ["word", "choice"]),)
        word = forms.CharField(label=NASTY, help_text=NASTY, error_messages={"required": NASTY})
        choice = forms.ChoiceField(label=NASTY, widget=forms.RadioSelect, choices=[("a", NASTY)])
        many = forms.ChoiceField(label=NASTY, choices=[(NASTY, NASTY)])
        day = DatePartsField(label=NASTY, what=NASTY)

    page = drawn(Nasty({"many": NASTY, "day_day": NASTY, "day_month": "{{ 1 }}"}))
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") > 8
    assert 'value="{{ 1 }}"' in page


@pytest.mark.parametrize("words", ["{{ 3|add:4 }}", "{% now 'Y' %}"])
def test_words_of_a_legend_or_a_button_are_not_read_as_a_template(words):
    class Braces(GovukForm):
        submit = words
        groups = ((words, ["word"]),)
        word = forms.CharField(label=words, help_text=words)

    assert drawn(Braces()).count(words.replace("'", "&#x27;")) == 4


def test_a_form_leaves_the_browser_no_checking_says_what_is_optional_and_takes_files():
    page = drawn(EveryKind())
    assert "Cost (optional)" in page
    assert "Team (optional)" not in page
    assert "Done by another team (optional)" not in page
    page = Page(drawn(EveryKind()))
    assert page.having(method="post")[0]["novalidate"] == ""
    assert not [own for _, own in page.tags if "required" in own or "placeholder" in own]
    assert Page(drawn(EveryKind())).having(enctype="multipart/form-data")
    assert not Page(drawn(Filter())).having(enctype="multipart/form-data")
    form = EveryKind()
    drawn(form)
    (reference,) = Page(drawn(form)).having(name="reference")
    assert reference["class"].split().count("govuk-input") == 1


def test_numbers_are_typed_in_text_boxes():
    page = Page(drawn(EveryKind()))
    (files,) = page.having(name="files")
    assert (files["type"], files["inputmode"]) == ("text", "numeric")
    assert "min" not in files and "govuk-input--width-5" in files["class"]
    (cost,) = page.having(name="cost")
    assert cost["inputmode"] == "decimal"


def test_a_width_that_a_form_chose_is_kept():
    class Narrow(GovukForm):
        count = forms.IntegerField(widget=forms.NumberInput({"class": "govuk-input--width-2"}))

    (count,) = Page(drawn(Narrow())).having(name="count")
    assert count["class"] == "govuk-input--width-2 govuk-input"


def test_crispys_own_layouts_and_buttons_are_drawn_too():
    form = Filter()
    form.helper = helper_for(form, submit="")
    form.helper.layout = Layout(Fieldset("Which", "name", css_id="which"))
    form.helper.add_input(Submit("go", "Go on"))
    page = Page(drawn(form))
    assert page.having(id="which")
    assert page.having(type="submit")[0]["value"] == "Go on"


def test_a_mistyped_name_of_a_field_fails():
    form = Filter()
    form.helper.layout = Layout("nmae")
    with pytest.raises(Exception, match="nmae"):
        drawn(form)


def test_a_form_of_a_library_is_drawn_by_the_same_pack():
    class Theirs(forms.Form):
        login = forms.CharField(widget=forms.TextInput({"placeholder": "Your name"}))

    tags = "{% load govuk crispy_forms_tags %}{% govuk form 'Sign in' as form %}{% crispy form %}"
    page = engines["django"].from_string(tags).render({"form": Theirs()})
    assert "govuk-input" in page and "Sign in" in page and "Your name" not in page


class NoChoices(GovukForm):
    """Check boxes and radio buttons of which there are none."""

    boxes = forms.MultipleChoiceField(choices=(), widget=forms.CheckboxSelectMultiple)
    buttons = forms.ChoiceField(choices=(), widget=forms.RadioSelect)
    box = forms.BooleanField(error_messages={"required": "Tick it"})


def test_the_error_of_choices_that_are_none_links_to_where_they_would_stand():
    form = NoChoices({})
    page = drawn(form)
    links = dict(error_links(form))
    assert set(links) == {"id_boxes_0", "id_buttons_0", "id_box"}
    for target in links:
        assert f'id="{target}"' in page, target
    assert page.count('tabindex="-1">Nothing to choose.') == 2


def test_fields_of_a_row_stand_in_one_group_next_to_each_other():
    form = NoChoices()
    form.helper = helper_for(form, groups=(("First", ["boxes", "box"]),), group=Row)
    page = drawn(form)
    assert '<fieldset class="govuk-fieldset app-group app-row">' in page
    assert page.index("First") < page.index("id_box") < page.index("id_buttons")


class AskedAgain(GovukForm):
    """A question that is asked only of a form that was refused for it."""

    submit_after = {"is_second": "Save as a second one"}
    day = forms.CharField(required=False)
    is_second = forms.BooleanField(required=False)


def test_what_a_refusal_asks_is_drawn_once_it_was_refused_and_while_it_is_answered():
    assert 'name="is_second"' not in drawn(AskedAgain())
    assert 'name="is_second"' not in drawn(AskedAgain({"day": "5"}))
    refused = AskedAgain({"day": "5"})
    assert refused.is_valid()
    refused.add_error("is_second", "There is one already")
    page = drawn(refused)
    assert 'name="is_second"' in page and "Save as a second one" in page
    assert 'name="is_second"' in drawn(AskedAgain({"is_second": "on"}))
