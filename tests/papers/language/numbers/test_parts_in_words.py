"""Decimals, bounds and stated per cents: what a figure counts in parts of its unit, written out."""

import pytest

from reports.papers.language.number_words import UnsuitableForm, compare, number_text
from tests.sweeping import swept


@swept(
    [
        (1680, "hundredths", "number", "16.8"),
        (1600, "hundredths", "number", "16"),
        (5, "hundredths", "number", "0.05"),
        (123456789, "hundredths", "number", "1,234,567.89"),
        (-250, "hundredths", "number", "−2.5"),
        (4_800_050, "pence", "number", "£48,000.50"),
        (4_800_050, "pence", "money k", "£48k"),
        (1250, "hundredths of a per cent", "number", "12.5%"),
        (1250, "hundredths of a per cent", "percent base", "12.5% (base not known)"),
        (120, "more than", "number", "over 120"),
        (1200, "more than", "number", "over 1,200"),
        (900, "over tenths of a per cent", "percent", "over 90%"),
        (905, "over tenths of a per cent", "percent base", "over 90.5% (base not known)"),
        (95, "under tenths of a per cent", "number", "under 9.5%"),
    ]
)
def test_what_is_counted_in_parts_is_said_whole_and_a_bound_stays_one(count, unit, form, text):
    assert number_text(count, unit=unit, form=form) == text
    assert number_text(count, unit=unit, form=form, starts=True).lower() == text.lower()


@pytest.mark.parametrize("unit", ["more than", "over tenths of a per cent"])
@pytest.mark.parametrize("form", ["words", "money", "none", "change", "direction", "bound 90"])
def test_a_bound_is_no_number_to_reckon_with(unit, form):
    with pytest.raises(UnsuitableForm, match="states a bound"):
        number_text(900, unit=unit, form=form, earlier=800, base=1000)
    with pytest.raises(UnsuitableForm, match="states a bound"):
        compare(800, 900, unit)


def test_a_stated_per_cent_is_said_with_its_base_where_that_is_known():
    assert number_text(54, unit="per cent", base=57, form="percent base") == "54% of 57"
    assert number_text(54, unit="per cent", base=57, form="percent") == "54%"
    assert compare(1920, 1680, "hundredths") == "fell from 19.2 to 16.8"
    assert number_text(1680, unit="hundredths", form="change", earlier=1920) == "−2.4"
