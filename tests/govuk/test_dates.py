from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from assurance.govuk.dates import FIRST_YEAR, MONTHS, PARTS, YEARS_AHEAD, DatePartsField
from assurance.govuk.forms import GovukForm
from assurance.runtime.periods import today
from tests.sweeping import swept

REAL = "The date of the audit must be a real date"
FOUR = "The date of the audit must have a year of 4 numbers, such as 2016"
RANGE = "The date of the audit must have a year from 1900 to 2100"
LAST_YEAR = today().year + YEARS_AHEAD
FAR = f"The date of the audit must have a year up to {LAST_YEAR}"


def asked(**kwargs):
    return DatePartsField(what="the date of the audit", **kwargs)


def refusal(*typed, **kwargs):
    """The sentence that refuses what was typed, and the parts marked."""
    field = asked(**kwargs)
    with pytest.raises(ValidationError) as refused:
        field.clean(list(typed))
    return refused.value.messages[0], tuple(field.widget.bad)


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), st.data())
def test_every_day_since_1900_can_be_typed_in_many_ways(day, data):
    name = MONTHS[day.month - 1]
    month = data.draw(
        st.sampled_from(
            [
                *(str(day.month), f"{day.month:02}", name, name.upper(), name.capitalize()),
                *(name[: data.draw(st.integers(3, 9))], f"{name[:3]}.", f" {name} "),
            ]
        )
    )
    number = data.draw(st.sampled_from([str(day.day), f"{day.day:02}", f" {day.day}"]))
    assert asked().clean([number, month, str(day.year)]) == day


# Digits of several scripts, letters and ends of months, signs, and what nobody sees.
TYPED = st.text("0123459٢²janfebJUNEsept. -+/é\x00\u200b", max_size=12)


@given(st.lists(TYPED, min_size=3, max_size=3))
def test_whatever_is_typed_is_a_date_or_a_sentence(typed):
    field = asked(required=False)
    try:
        value = field.clean(typed)
    except ValidationError as refused:
        assert refused.messages[0].startswith("The date of the audit must")
        assert set(field.widget.bad) <= set(PARTS)
        assert field.widget.bad
    else:
        assert value is None or isinstance(value, date)


@swept(
    [
        (("31", "02", "2016"), REAL, PARTS),
        (("29", "February", "2015"), REAL, PARTS),
        (("32", "1", "2016"), REAL, ("day",)),
        (("0", "1", "2016"), REAL, ("day",)),
        (("1st", "1", "2016"), REAL, ("day",)),
        (("1", "13", "2016"), REAL, ("month",)),
        (("1", "0", "2016"), REAL, ("month",)),
        (("1", "ju", "2016"), REAL, ("month",)),
        (("1", "Brumaire", "2016"), REAL, ("month",)),
        (("45", "15", "2016"), REAL, ("day", "month")),
        (("²", "1", "2016"), REAL, ("day",)),
        (("14", "11", "0216"), RANGE, ("year",)),
        (("14", "11", "1899"), RANGE, ("year",)),
        (("14", "11", "2101"), RANGE, ("year",)),
        (("1", "1", str(LAST_YEAR + 1)), FAR, ("year",)),
        (("14", "11", "16"), FOUR, ("year",)),
        (("14", "11", "20016"), FOUR, ("year",)),
        (("14", "11", "+216"), FOUR, ("year",)),
        (("14", "11", "٢٠١٦"), FOUR, ("year",)),
        (("14", "", "2016"), "The date of the audit must include a month", ("month",)),
        (("", "", "2016"), "The date of the audit must include a day and a month", PARTS[:2]),
        (("", "", ""), "Enter the date of the audit", PARTS),
        ((" ", "", "  "), "Enter the date of the audit", PARTS),
    ]
)
def test_a_wrong_date_gets_a_sentence_and_its_part_is_marked(typed, sentence, bad):
    assert refusal(*typed) == (sentence, bad)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (("29", "feb", "2016"), date(2016, 2, 29)),
        (("1", "1", "1900"), date(1900, 1, 1)),
        (("31", "12", str(LAST_YEAR)), date(LAST_YEAR, 12, 31)),
        (("9", "Sept.", "2015"), date(2015, 9, 9)),
        (("9", "jun", "2015"), date(2015, 6, 9)),
        (("9", "jul", "2015"), date(2015, 7, 9)),
    ],
)
def test_the_edges_and_the_words_of_months_are_read(typed, day):
    assert asked().clean(list(typed)) == day


@pytest.mark.parametrize("nothing", [None, [], ["", "", ""], [None, None, None]])
def test_an_optional_date_may_be_left_empty(nothing):
    assert asked(required=False).clean(nothing) is None


def test_a_form_may_say_in_its_own_words_that_a_date_is_needed():
    sentence, _ = refusal("", "", "", error_messages={"required": "Say when"})
    assert sentence == "Say when"
    sentence, _ = refusal("", "", "", error_messages={"invalid": "No"})
    assert sentence == "Enter the date of the audit"


class Dated(GovukForm):
    done = asked(label="Date", required=False)


def test_a_date_is_shown_in_its_boxes_as_held_or_typed_and_marks_no_other_form():
    page = Dated({"done_day": "31", "done_month": "<feb>", "done_year": "2016"}).as_p()
    assert 'value="31"' in page and 'value="&lt;feb&gt;"' in page and 'value="2016"' in page
    page = str(Dated(initial={"done": date(2016, 3, 9)})["done"])
    assert 'value="9"' in page and 'value="3"' in page and 'value="2016"' in page
    assert not Dated({"done_day": "31"}).is_valid()
    assert "govuk-input--error" not in str(Dated()["done"])


@pytest.mark.parametrize(
    ("typed", "changed"),
    [(("9", "March", "2016"), False), (("10", "3", "2016"), True), (("9", "x", "2016"), True)],
)
def test_a_date_has_changed_when_it_names_another_day(typed, changed):
    names = ("done_day", "done_month", "done_year")
    form = Dated(dict(zip(names, typed, strict=True)), initial={"done": date(2016, 3, 9)})
    assert form.has_changed() is changed
