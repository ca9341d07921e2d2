"""What record search looks for: words as typed, the meaning of a question, and its dates."""

import re
from datetime import date

from reports.tasks.record_search.terms import (
    beginning_pattern,
    question_terms,
    search_words,
    typed_terms,
)
from tests.sweeping import swept


def typed(text):
    """The words of each way in which `text` is looked for as typed."""
    return [[word for (word,) in terms.terms] for terms in typed_terms(text)]


def test_a_reference_is_looked_for_in_one_piece_first():
    assert typed("INS-4") == [["INS-4"], ["INS", "4"]]
    assert typed("the audit CF-2019-12.")[0] == ["audit", "CF-2019-12"]
    assert typed("Ada Byron") == [search_words("Ada Byron")]
    assert typed("Ada’s check") == [search_words("Ada’s check")]
    assert typed("– !") == []


def test_a_question_is_looked_for_without_what_only_makes_it_one():
    found = question_terms("how many interim managers are there")
    assert [words[0] for words in found.terms] == ["interim", "managers"]
    assert found.is_read and found.spans == ()
    assert question_terms("Ada Lovelace") is None
    assert question_terms("– !") is None


def test_words_of_the_same_meaning_answer_a_question():
    [words] = question_terms("LAC").terms
    assert words[0] == "lac" and "children looked after" in words


@swept(
    [
        ("meetings in 2020", "2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("meetings of February 2020", "February 2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("board 14 January 2020", "14 January 2020", date(2020, 1, 14), date(2020, 1, 14)),
    ]
)
def test_a_date_is_looked_for_as_its_days(text, words, first, last):
    found = question_terms(text)
    [span] = found.spans
    assert (span.text, span.first, span.last) == (words, first, last)
    assert not any(words in phrase for phrases in found.terms for phrase in phrases)


@swept(
    [
        ("learning meeting September", "September", 9),
        ("actions due in march", "march", 3),
        ("meetings of May", "May", 5),
    ]
)
def test_a_month_without_a_year_is_that_of_every_year(text, words, month):
    [span] = question_terms(text).spans
    assert (span.text, span.month) == (words, month)


def test_may_is_a_month_only_where_it_follows_a_word_of_time():
    found = question_terms("who may approve reports")
    assert found is None or found.spans == ()


@swept([("31 February 2020",), ("LV-2020-08",), ("0 May 2019",)])
def test_what_is_no_date_has_no_days(text):
    found = question_terms(text)
    assert found is None or found.spans == ()


@swept(
    [
        ("interim managers", "Interim managers’ posts", True),
        ("managers", "A manager's post", True),
        ("LAC", "placement", False),
        ("LAC", "Each LAC review", True),
        ("imp 7", "IMP-7", True),
        ("imp 7", "IMP-71", False),
        ("manager", "mismanagement", False),
    ]
)
def test_a_phrase_is_found_where_its_words_begin(phrase, text, is_found):
    found = re.search(beginning_pattern(phrase.casefold()), text, re.IGNORECASE)
    assert bool(found) == is_found
