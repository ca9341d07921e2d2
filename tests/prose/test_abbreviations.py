"""Abbreviations are collected from what the paper says."""

from hypothesis import given
from hypothesis import strategies as st

from reports.prose.abbreviations import Abbreviation, unlisted, unused, used

GLOSSARY = tuple(
    Abbreviation(short, f"long {short}")
    for short in ("DBS", "A", "R&A", "SCR", "IFA", "CPB", "MAR", "MARAC")
)


def shorts(rows):
    return [one.short for one in rows]


def test_those_used_are_listed_by_the_alphabet():
    text = "The DBS audit went to the CPB; an IFA place costs more."
    assert shorts(used(GLOSSARY, text)) == ["CPB", "DBS", "IFA"]


def test_the_rest_are_unused():
    assert shorts(unused(GLOSSARY, "DBS, IFA, SCR, R&A and A")) == ["CPB", "MAR", "MARAC"]


def test_the_longest_is_found_first():
    assert shorts(used(GLOSSARY, "The R&A service met MARAC.")) == ["MARAC", "R&A"]


def test_a_plural_and_a_possessive_count():
    assert shorts(used(GLOSSARY, "Two SCRs and the CPB's plan")) == ["CPB", "SCR"]


def test_letters_inside_a_word_do_not_count():
    assert used(GLOSSARY, "DBSX IFAs4 scr MARACAS") == ()


def test_no_glossary_lists_nothing():
    assert used((), "DBS") == unused((), "DBS") == ()


def test_an_entry_given_twice_is_listed_once():
    assert shorts(used((*GLOSSARY, Abbreviation("DBS", "again")), "DBS")) == ["DBS"]


def test_capitals_that_are_not_listed_are_named_once_and_in_order():
    text = "CSE and ADCS, then CSE again, CAS&E, DBS, LADOs"
    assert unlisted(GLOSSARY, text) == ("CSE", "ADCS", "CAS&E", "LADO")


def test_numerals_and_labels_are_no_abbreviations():
    assert unlisted(GLOSSARY, "Part IV, Annex B1, part XIII, I and A.") == ()


def test_a_word_spelt_out_where_it_stands_needs_no_listing():
    text = "The Single Inspection Framework (SIF) and the Family Drug and Alcohol Court [FDAC]."
    assert unlisted((), text) == ()


def test_initials_that_do_not_fit_spell_nothing_out():
    assert unlisted((), "An Education Plan (EHCP) was made.") == ("EHCP",)


def test_brackets_with_nothing_before_them_spell_nothing_out():
    assert unlisted((), "(EHCP) and [LADO] later") == ("EHCP", "LADO")


@given(st.lists(st.sampled_from([one.short for one in GLOSSARY]), max_size=6))
def test_every_entry_is_either_used_or_unused(words):
    text = ", ".join(words)
    both = shorts(used(GLOSSARY, text)) + shorts(unused(GLOSSARY, text))
    assert sorted(both) == sorted(one.short for one in GLOSSARY)
    assert set(shorts(used(GLOSSARY, text))) == set(words)


@given(st.text())
def test_any_text_can_be_searched(text):
    used(GLOSSARY, text)
    unlisted(GLOSSARY, text)
