"""Apostrophes, quotation marks and dashes between numbers, as text is saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.typography import typographic, with_capital, with_full_stop
from reports.language.grammar import TOKEN
from reports.language.text import parse, problems, quotes, shape, tidy
from reports.prose.dates import dates
from reports.prose.numbers import numbers
from tests.sources import product

PIECES = st.sampled_from(
    (
        *(
            "the",
            "child's",
            "boards'",
            "'90s",
            "'quoted'",
            '"said"',
            "O'Brien",
            "don't",
            "6'",
            "('",
        ),
        *("14-15", "2015-16", "2016-01-05", "9.30-11.00", "01632-960100", "8-10am", "-5", "1-2-3"),
        *("[[dbs.overdue @dbs | number]]", "[[stated 4: Head's 'list' 1-2]]", "`a'b`", "[[", "]]"),
        *("https://a.example/it's-1-2", "o'neil@a.example", "12", "per cent", ".", ",", "\n", "–"),
        *("report's-1-2.pdf", "£5-10", "5-10%", "aged 10-14", "paragraphs 3-8", "(", ")", "**"),
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=14).map(" ".join) | st.text(max_size=60)


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("The child's plan", "The child’s plan"),
        ("the boards' plans", "the boards’ plans"),
        ("It isn't O'Brien", "It isn’t O’Brien"),
        ("the '90s and the 1990's", "the ’90s and the 1990’s"),
        ("'Tis 'so'", "’Tis ‘so’"),
        ('They said "no".', "They said “no”."),
        ('"We don\'t know"', "“We don’t know”"),
        ("(the 'front door')", "(the ‘front door’)"),
        ("the 'front door's' rules", "the ‘front door’s’ rules"),
        ("a child 5' 6\" tall", "a child 5' 6\" tall"),
        ("**'bold'**", "**‘bold’**"),
        ("in 2015-16 and 2015-2016", "in 2015–16 and 2015–2016"),
        ("aged 10-14, 5-10%, £5-10", "aged 10–14, 5–10%, £5–10"),
        ("see paragraphs 3-8.", "see paragraphs 3–8."),
        ("open 9-5pm", "open 9-5pm"),
        ("9.30-11.00 and 10:00-11:30", "9.30-11.00 and 10:00-11:30"),
        ("2016-01-05, 05-01-2016", "2016-01-05, 05-01-2016"),
        ("call 01632-960100 or 020-7946", "call 01632-960100 or 020-7946"),
        ("LAC-12-13, A1-2, 1-2-3", "LAC-12-13, A1-2, 1-2-3"),
        ("1.5-2.5 and 1,000-2,000", "1.5-2.5 and 1,000-2,000"),
        ("two-year-old and follow-up", "two-year-old and follow-up"),
    ],
)
def test_a_text_is_set_as_print_has_it(typed, saved):
    assert typographic(typed) == saved


@pytest.mark.parametrize(
    "kept",
    [
        "[[stated 44: head's 'list', 2015-16]]",
        "[[dbs.overdue of=staff @2015-01-01..2015-12-31 | percent base]]",
        "https://council.example/the-council's-plan-2015-16",
        "www.council.example/a'b",
        "o'neil@council.example",
        "`it's 1-2`",
        "report-1-2.pdf",
    ],
)
def test_what_is_no_prose_keeps_each_sign(kept):
    assert kept in typographic(f"It's {kept} and 'so'")


@given(TEXTS)
def test_it_changes_nothing_the_second_time(text):
    assert typographic(typographic(text)) == typographic(text)


@given(TEXTS)
def test_only_quotes_and_hyphens_between_numbers_change_one_sign_for_one(text):
    saved = typographic(text)
    assert len(saved) == len(text)
    for old, new in zip(text, saved, strict=True):
        assert old == new or (old, new) in {
            ("'", "‘"), ("'", "’"), ('"', "“"), ('"', "”"), ("-", "–"),
        }  # fmt: skip


@given(TEXTS)
def test_tokens_and_their_places_stay(text):
    assert TOKEN.findall(typographic(text)) == TOKEN.findall(text)
    assert quotes(typographic(text)) == quotes(text)


@given(TEXTS)
def test_no_number_and_no_date_is_read_otherwise(text):
    saved = typographic(text)
    assert read(saved) == read(text)
    assert [(one.start, one.end) for one in dates(saved)] == [
        (one.start, one.end) for one in dates(text)
    ]


def read(text):
    """Each number of a text: where it is, of which kind, its value."""
    return [(one.start, one.end, one.kind, one.value) for one in numbers(text)]


@given(TEXTS)
def test_a_tidied_text_is_typographic_and_reads_as_before(text):
    saved = tidy(text)
    assert typographic(saved) == saved == tidy(saved)
    assert shape(parse(saved)) == shape(parse(text))
    assert len(problems(saved)) <= len(problems(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("the DBS position", "The DBS position"),
        ("areas to develop for Ofsted", "Areas to develop for Ofsted"),
        ("17 staff", "17 staff"),
        ("émile’s letter", "Émile’s letter"),
    ],
)
def test_a_capital_opens_a_text_and_its_names_keep_theirs(text, line):
    assert with_capital(text) == line


def test_no_module_lowers_the_names_within_a_text_to_begin_it_with_a_capital():
    names = [one.name for one in product() if ".capitalize(" in one.text]
    assert names == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        *(("", ""), ("Check it", "Check it."), ("Check it.", "Check it.")),
        *(("Is it so?", "Is it so?"), ("No!", "No!"), ("Write “over 400”", "Write “over 400”.")),
    ],
)
def test_a_sentence_ends_once(words, said):
    assert with_full_stop(words) == with_full_stop(with_full_stop(words)) == said
