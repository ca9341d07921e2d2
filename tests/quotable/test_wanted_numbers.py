"""What a search is read as that may be a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.quotable.number_search import WantedNumber, wanted_number


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("16", (COUNT, 16, False)),
        (" 1,016 ", (COUNT, 1016, False)),
        ("2016", (COUNT, 2016, False)),
        ("sixteen", (COUNT, 16, True)),
        ("one", (COUNT, 1, True)),
        ("24%", (PERCENT, 24, False)),
        ("24.5 per cent", (PERCENT, 24.5, False)),
        ("£1,200", (MONEY, 1200, False)),
        ("0", (COUNT, 0, False)),
    ],
)
def test_a_search_that_is_a_number_is_read_as_one(text, wanted):
    assert wanted_number(text) == WantedNumber(*wanted)


@pytest.mark.parametrize(
    "text", ["", " ", "16 audits", "audits", "over 16", "1 May 2016", "²", "1" * 400, "-", "£", "%"]
)
def test_any_other_search_is_no_number(text):
    assert wanted_number(text) is None


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_is_none(text):
    found = wanted_number(text)
    assert found is None or found.kind in (COUNT, MONEY, PERCENT)
