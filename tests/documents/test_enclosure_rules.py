"""The rules of files that go with a paper, each reckoned a second time in the plainest way."""

import zlib
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.attachments.rules import KINDS
from reports.documents import enclosures
from reports.documents.enclosures import (
    ANOTHER,
    ITSELF,
    NOT,
    YEARS_OPEN,
    is_tagged,
    open_until,
    size_in_words,
    why_not_annex,
    why_not_background,
    why_not_itself,
)
from tests.cases import random_cases
from tests.sweeping import swept

SAID = ("", " ", "\n\t", "It is a scan.")
EMPTY = ("", " ", "\n\t")
SUMMARY = "Summarise the file in a few sentences."
CHOOSE = "Choose the file that everyone can read."
REASON = "Explain why there is no form that everyone can read."
NEITHER = "Choose a copy to keep, or give the reason why none is kept."
BOTH = "A copy is kept, so leave out the reason why none is."
PICTURE = "A picture needs a text for people who cannot see it: add a text form, or a reason."
UNTAGGED = "A screen reader cannot read this untagged PDF: add another form, or a reason."
TREE = b"<< /Type /Catalog /StructTreeRoot 5 0 R >>"
DAYS = st.dates(date(1972, 1, 1), date(2400, 12, 31))


def packed(content, ending=b"\n"):
    """An object stream of a PDF that holds `content`."""
    head = (
        b"7 0 obj << /Type /ObjStm /N 1 >>\nstream\r" if ending == b"\r\n" else b"/ObjStm\nstream"
    )
    return head.removesuffix(b"\r") + ending + zlib.compress(content) + b"\nendstream\n"


@swept(
    [
        *((True, reason, "") for reason in EMPTY),
        *((False, reason, NEITHER) for reason in EMPTY),
        (True, "It is exempt.", BOTH),
        (False, "It is exempt.", ""),
    ]
)
def test_a_background_paper_has_a_copy_or_a_reason(has_copy, reason, sentence):
    assert why_not_background(has_copy, reason) == sentence


def refusal(summary, how, has_form, reason):
    """What refuses an annex, as a person would go through it."""
    if summary in EMPTY:
        return SUMMARY
    if how == ANOTHER:
        return "" if has_form else CHOOSE
    return REASON if how == NOT and reason in EMPTY else ""


def test_an_annex_is_refused_for_the_first_thing_that_it_lacks():
    ways = list(product(SAID, (ITSELF, ANOTHER, NOT), (False, True), SAID))
    assert len(ways) == 96
    for way in ways:
        assert why_not_annex(*way) == refusal(*way), way


def test_only_pictures_and_pdfs_without_tags_cannot_be_read_as_they_are():
    found = {one: why_not_itself(one, b"%PDF-1.7 plain") for one in KINDS}
    assert found.pop("pdf") == UNTAGGED
    assert found.pop("png") == found.pop("jpeg") == PICTURE
    assert found and set(found.values()) == {""}


def test_a_picture_is_none_the_better_for_a_word_that_looks_like_tags():
    assert why_not_itself("png", TREE) == PICTURE
    assert why_not_itself("pdf", TREE) == ""


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_tags_are_found_in_whichever_stream_they_are_packed(ending):
    plain = packed(b"<< /Type /Page >>", ending)
    for before, after in product(range(3), range(3)):
        assert is_tagged(b"%PDF-1.7\n" + plain * before + packed(TREE, ending) + plain * after)
    assert not is_tagged(b"%PDF-1.7\n" + plain * 5)


def test_only_so_many_streams_are_opened(monkeypatch):
    monkeypatch.setattr(enclosures, "_MOST_PACKED", 3)
    plain = packed(b"<< /Type /Page >>")
    assert is_tagged(plain * 2 + packed(TREE))
    assert not is_tagged(plain * 3 + packed(TREE))


def test_a_stream_that_unpacks_to_very_much_is_read_to_its_limit(monkeypatch):
    monkeypatch.setattr(enclosures, "_MOST_UNPACKED", 1_000)
    assert is_tagged(packed(b" " * 900 + TREE))
    assert not is_tagged(packed(b" " * 1_000 + TREE))


@pytest.mark.parametrize("cut", range(1, 40, 6))
def test_a_stream_that_is_cut_off_is_no_error(cut):
    whole = packed(b"<< /Type /Page >>").removesuffix(b"\nendstream\n")
    assert is_tagged(whole[:-cut]) is False


@random_cases(20)
@given(st.binary(max_size=300))
def test_whatever_a_file_holds_it_is_tagged_or_not(content):
    for one in (content, b"/ObjStm stream\n" + content):
        assert is_tagged(one) is (b"/StructTreeRoot" in one)


def is_leap(year):
    return (year % 4 == 0 and year % 100 != 0) or year % 400 == 0


def slowly(meeting):
    """The last of the days that come before the same day four years on, counted day by day."""
    years = sum(
        366 if is_leap(year + (meeting.month > 2)) else 365
        for year in range(meeting.year, meeting.year + YEARS_OPEN)
    )
    # A year from 29 February ends on 28 February four years on, be it a leap year or not.
    if (meeting.month, meeting.day) == (2, 29):
        return date(meeting.year + YEARS_OPEN, 2, 28)
    return meeting + timedelta(days=years - 1)


@random_cases(20)
@given(DAYS)
def test_four_years_are_counted_day_by_day(meeting):
    assert open_until(meeting) == slowly(meeting)


@swept([1972, 1995, 1996, 2000, 2015, 2016, 2096, 2097, 2100, 2396])
def test_every_day_about_the_end_of_february_is_open_for_four_years(year):
    day = date(year, 2, 25)
    while day < date(year, 3, 5):
        last = open_until(day)
        assert last == slowly(day)
        assert 1459 <= (last - day).days <= 1460
        day += timedelta(days=1)


@swept(
    [
        *((one, "1 KB") for one in (0, 1, 1023, 1024)),
        *((1536, "2 KB"), (2048, "2 KB"), (10 * 1024, "10 KB"), (1024 * 1024, "1.0 MB")),
        *((1024 * 1024 * 3 // 2, "1.5 MB"), (25 * 1024 * 1024, "25.0 MB")),
    ]
)
def test_sizes_are_said_to_the_nearest(size, said):
    assert size_in_words(size) == said


def test_no_size_below_a_megabyte_is_said_to_be_as_many_kilobytes_as_one():
    assert size_in_words(1024 * 1024 - 1) == "1.0 MB"
    assert size_in_words(1024 * 1024 - 513) == "1023 KB"
