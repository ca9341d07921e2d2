"""Numbers in text are read in one place, which knows how long they may be."""

import ast
import sys
from fractions import Fraction

import pytest

from assurance.runtime.digits import MOST_DIGITS, exact, label_numbers, whole, why_too_many_digits
from tests.sources import product
from tests.sweeping import swept

READER = "assurance.runtime.digits"
LONG = "9" * 5000
MOST = "9" * MOST_DIGITS
EXACT_NUMBERS = ("Decimal", "Fraction", "float")
# Each reads text whose length another line of it bounds, or the product's own file.
BOUNDED = (
    "assurance.tables.cells",
    "assurance.surveys.rules.answers",
    "reports.demonstration.governance",
)
OF_TEXT = ("replace", "strip", "removesuffix", "removeprefix", "group", "join", "partition")


@swept([one for one in product() if one.name != READER])
def test_no_module_reads_a_whole_number_of_its_own(module):
    used = _uses(module, ("int",))
    assert not used, f"read text with {READER}, cut a number with math.trunc: lines {used}"


@swept([one for one in product() if one.name not in (READER, *BOUNDED)])
def test_no_module_makes_an_exact_number_of_a_piece_of_text(module):
    used = [
        call.lineno
        for call in module.calls
        if _name(call.func) in EXACT_NUMBERS and call.args and _is_of_text(call.args[0])
    ]
    assert not used, f"read text with {READER}: lines {used}"


def test_the_modules_that_bound_a_number_themselves_are_there():
    assert {*BOUNDED, READER} <= {one.name for one in product()}


def test_every_decimal_digit_of_any_script_is_read_once_however_long_a_word_is():
    for sign in map(chr, range(sys.maxunicode + 1)):
        assert (whole(sign) is not None) == sign.isdecimal(), hex(ord(sign))
    assert why_too_many_digits("x" * 1_000_000) == ""
    assert why_too_many_digits("x" * 1_000_000 + f"@{LONG} but {MOST}0") != ""


@swept(["", "-1", "+1", " 1", "1.5", "1,000", "²", "1_000", LONG])
def test_what_is_no_whole_number_is_none(text):
    assert whole(text) is None


@swept(["", "1.", ".5", "-1", "1e5", "1/2", LONG, f"1.{LONG}"])
def test_what_is_no_exact_number_is_none(text):
    assert exact(text) is None


def test_numbers_are_read_up_to_the_most_digits():
    assert whole(MOST) == 10**MOST_DIGITS - 1
    assert whole(f"{MOST}9") is None
    assert exact(f"{MOST}.{MOST}") == 10**MOST_DIGITS - Fraction(1, 10**MOST_DIGITS)
    assert exact("1,234.50") == Fraction(2469, 2)
    assert label_numbers("3.2.10)") == (3, 2, 10)
    assert label_numbers(f"3.{LONG}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It cost £999,999,999,999,999.",
        MOST,
        f"{MOST} {MOST} {MOST}",
        f"https://example.org/{LONG} and [page](https://example.org/{LONG})",
        f"{LONG}@example.org",
        "²" * 40,
    ],
)
def test_a_text_without_a_long_number_is_taken(text):
    assert why_too_many_digits(text) == ""


def test_the_refusal_names_the_number_its_line_and_its_length():
    assert why_too_many_digits(f"One line.\nCost £{LONG}.") == (
        "The number “999999999999…” on line 2 has 5,000 digits, and 15 is the most: shorten it, "
        "or put spaces between its parts"
    )
    assert why_too_many_digits("1,000,000,000,000,000").startswith(
        "The number “1,000,000,00…” has 16 digits"
    )


def _uses(module, names):
    """The lines where one of `names` is called or handed on; a type in an annotation, in a test of
    what something is, or of a dictionary's values reads nothing."""
    handed = [
        one
        for call in module.calls
        if _name(call.func) not in ("isinstance", "defaultdict")
        for one in (call.func, *call.args, *(word.value for word in call.keywords))
    ]
    return [one.lineno for one in handed if isinstance(one, ast.Name) and one.id in names]


def _name(node):
    return getattr(node, "id", getattr(node, "attr", ""))


def _is_of_text(node):
    if isinstance(node, ast.Call):
        return _name(node.func) in OF_TEXT
    return isinstance(node, ast.Subscript | ast.JoinedStr)
