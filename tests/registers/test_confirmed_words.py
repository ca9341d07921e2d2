"""Free words that may identify a child: every form of a record comes back with them, nothing saved,
until they are changed or confirmed where they are."""

from datetime import date

import pytest
from django import forms
from django.urls import get_resolver, reverse

from assurance.audits.models.case_audits import CaseAudit
from assurance.govuk.forms import GovukFilterForm, GovukForm
from assurance.improvement.models.actions import Action
from assurance.registers.confirmed_words import ConfirmedWordsForm, is_free
from assurance.tables.oddities import names_more_children
from tests.make.audits import case_audit
from tests.make.improvements import action
from tests.registers.test_every_register import REGISTERS, keeper, made  # noqa: F401
from tests.rubbish.reading import Page
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
ODD = "AB was placed in May."
OTHER = "Her mother Susan agreed."
CHANGED = [case for case in REGISTERS if case.values[0].change]
REASONS = [case for case in REGISTERS if case.values[0].withdraw]


def asked_of(form):
    """Field → the tick that a form asks for."""
    return {
        name.removesuffix("_is_right"): form[name] for name in form.fields if "_is_right" in name
    }


def free_fields(form):
    """The names of the fields where free words that may identify a child are asked about."""
    longest = {
        name: getattr(field, "max_length", None) or 10_000 for name, field in form.fields.items()
    }
    return [
        name
        for name, field in form.fields.items()
        if type(field).__name__ == "CharField"
        and not (field.widget.is_hidden or field.disabled)
        and (type(field.widget).__name__ == "Textarea" or longest[name] in range(200, 10_000))
    ]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("register", CHANGED)
def test_no_form_of_a_record_saves_what_may_identify_a_child_unasked(register, keeper):  # noqa: F811
    record = made(register)
    address = register.address("change", record.pk)
    [drawn] = Page(keeper.get(address)).posted(address)
    names = free_fields(keeper.get(address).context["form"])
    answer = keeper.post(address, {**drawn.sent(), **dict.fromkeys(names, ODD)})
    form = answer.context["form"] if names else None
    asked = asked_of(form) if form else {}
    # What cannot be read at all is refused for that.
    assert all(name in asked or form.errors[name] for name in names)
    for name in asked:
        assert any("may name a child" in error for error in form.errors[name]), name
        # The tick comes after the words that it is about.
        page = answer.content.decode()
        assert 0 < page.index(f'name="{name}"') < page.index(f'name="{name}_is_right"')
    if asked and hasattr(record, "version"):
        assert register.model.objects.get(pk=record.pk).version == record.version


@pytest.mark.sampled(2)
@pytest.mark.parametrize("register", REASONS)
def test_no_reason_of_a_withdrawal_is_saved_unasked(register, keeper):  # noqa: F811
    record = made(register)
    address = register.address("withdraw", record.pk)
    answer = keeper.post(address, {"version": record.version, "because": ODD})
    assert "may name a child" in str(answer.context["form"].errors["because"])
    assert register.model.objects.get(pk=record.pk).withdrawn_on is None
    tick = asked_of(answer.context["form"])["because"]
    typed = {"because": ODD, tick.html_name: tick.field.widget.attrs["value"]}
    answer = keeper.post(address, {"version": record.version, **typed})
    assert answer.status_code == 302 or "because" not in answer.context["form"].errors


class OfAnAudit:
    """The change page of one audit, as an officer fills it in."""

    def __init__(self, client):
        self.client = client
        self.address = f"/audits/{case_audit(reference='R1').pk}/change/"

    def post(self, strengths, **ticks):
        """Sends the form as the record is, with other words and what is ticked."""
        [form] = Page(self.client.get(self.address)).posted(self.address)
        return self.client.post(self.address, {**form.sent(), "strengths": strengths, **ticks})

    @property
    def strengths(self):
        """What is saved."""
        return CaseAudit.objects.get(reference="R1").strengths


def ticks_drawn(answer):
    """The ticks that a page was drawn with, by name: the value that each would send, and whether
    it is ticked."""
    page = answer.content.decode()
    found = [part.partition(">")[0] for part in page.split("<input")[1:]]
    return {
        part.partition(' name="')[2].partition('"')[0]: (
            part.partition(' value="')[2].partition('"')[0],
            " checked" in part,
        )
        for part in found
        if "_is_right" in part
    }


@pytest.mark.long
def test_a_tick_confirms_these_words_and_no_others(signed_in):
    page = OfAnAudit(signed_in)
    assert page.post("Clear plan, LAC review on time.").status_code == 302
    before = page.strengths
    answer = page.post(ODD)
    [(name, (value, is_ticked))] = ticks_drawn(answer).items()
    assert page.strengths == before and not is_ticked
    assert ODD in answer.content.decode()
    # Other words are not what was confirmed: the page comes back without the tick.
    answer = page.post(OTHER, **{name: value})
    assert page.strengths == before
    assert [ticked for _, ticked in ticks_drawn(answer).values()] == [False]
    assert page.post(ODD, **{name: value}).status_code == 302
    assert page.strengths == ODD
    # What was there before is not asked about again.
    assert page.post(ODD).status_code == 302


def test_a_tick_is_kept_while_something_else_is_wrong(signed_in):
    page = OfAnAudit(signed_in)
    [(name, (value, _))] = ticks_drawn(page.post(ODD)).items()
    answer = page.post(ODD, **{name: value}, audited_on_day="")
    assert "strengths" not in answer.context["form"].errors
    assert ticks_drawn(answer) == {name: (value, True)}


def test_a_moved_due_date_is_asked_about_its_reason(signed_in):
    one = action(reference="A1", starts_on=date(2016, 1, 4), due_on=date(2016, 3, 1))
    address = reverse("improvement:move-due", args=[one.pk])
    day = {"to_day_day": "1", "to_day_month": "5", "to_day_year": "2016"}
    answer = signed_in.post(address, {**day, "version": one.version, "reason": ODD})
    assert "may name a child" in str(answer.context["form"].errors["reason"])
    assert Action.objects.get().due_on == one.due_on


class Lined(ConfirmedWordsForm):
    """A form without a council, whose words may break over lines."""

    text = forms.CharField(label="Text", widget=forms.Textarea, required=False)


def test_words_whose_lines_break_in_another_way_are_the_same():
    first = Lined({"text": "AB was placed\r\nin May."})
    assert first.errors
    value = first.fields["text_is_right"].widget.attrs["value"]
    assert not Lined({"text": "AB was placed\nin May.", "text_is_right": value}).errors
    assert not Lined({"text": ""}).errors and not Lined().errors


@swept(
    [
        (ODD, "", True),
        (ODD, ODD, False),
        (f"Well. {ODD}", ODD, False),
        (f"{ODD} {OTHER}", ODD, True),
        ("All is well.", ODD, False),
    ]
)
def test_only_what_was_not_in_the_record_before_is_asked_about(text, before, asked):
    assert names_more_children(text, before) is asked


# A reader's own notes and a public request say what that person wants to say of themselves; the
# others hold titles and words of the council's, dates alone, a reference that is not kept, or the
# reason for an erasure, and a draft's checks read what they print.
UNASKED = {
    *("NoteForm", "FormatForm", "LocationsForm", "BroughtForm", "SeveralWordsForm"),
    *("DetailsForm", "StartForm", "PartsForm", "PartForm", "CountForm"),
    *("AgeBandsForm", "NewAgeBandsForm", "CountingDaysForm"),
    *("FindForm", "EraseForm", "TermsForm", "ReplaceForm"),
    # Reasons about accounts of staff.
    *("ResetForm", "ReviewForm"),
}


def _below(form_class):
    for other in form_class.__subclasses__():
        yield other
        yield from _below(other)


def _load_views(patterns):
    """Loads the modules of all views: some are loaded when they are first used."""
    for one in patterns:
        if hasattr(one, "url_patterns"):
            _load_views(one.url_patterns)
        else:
            getattr(one.callback, "csrf_exempt", None)


def test_every_form_with_room_for_free_words_asks_about_them():
    _load_views(get_resolver().url_patterns)
    rooms = [
        form_class
        for form_class in set(_below(GovukForm)) - set(_below(GovukFilterForm)) - {GovukFilterForm}
        if form_class.__module__.startswith(("assurance.", "reports."))
        and any(is_free(field) for field in form_class.base_fields.values())
    ]
    unasked = {one.__name__ for one in rooms if not issubclass(one, ConfirmedWordsForm)}
    assert unasked == UNASKED


def test_no_select_has_a_line_of_hyphens_for_nothing_chosen():
    assert get_resolver().url_patterns
    lines = {
        f"{form_class.__name__}: {name}"
        for form_class in set(_below(GovukForm))
        if not form_class.__module__.startswith("tests.")
        for name, field in form_class.base_fields.items()
        if "--" in (getattr(field, "empty_label", "") or "")
    }
    assert lines == set()
