"""The thesaurus: each phrase can be asked for, has one meaning, is no word of a question."""

import pytest

from reports.publication.search.question import read_question
from reports.vocabulary.intents import KINDS_ASKED
from reports.vocabulary.plain_text import STOP, plain
from reports.vocabulary.question_words import QUESTION_WORDS
from reports.vocabulary.stems import stems
from reports.vocabulary.synonyms import synonyms_with
from reports.vocabulary.terms import LONGEST_PHRASE
from reports.vocabulary.thesaurus import (
    ASKS_FOR,
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
    SYNONYMS,
)
from tests.sweeping import swept

KNOWN = synonyms_with(())
PHRASES = [(phrase, group) for group in SYNONYMS for phrase in group]
GLOSSARY = [
    ("CIN", "Child in Need"),
    ("ALM", "Audit Learning Meeting"),
    ("CPB", "Corporate Parenting Board"),
]


@pytest.mark.long
@swept(PHRASES)
def test_each_phrase_is_read_as_one_term_that_has_the_others_of_its_line(phrase, group):
    [term] = read_question(phrase, KNOWN).terms
    assert term.typed == plain(phrase)
    assert set(term.phrases) >= {plain(other) for other in group}


@swept(PHRASES)
def test_no_phrase_is_longer_than_what_is_looked_up(phrase, group):
    assert 0 < len(plain(phrase).split()) <= LONGEST_PHRASE
    assert len(group) > 1


@pytest.mark.long
@swept([(one, other) for one in SYNONYMS for other in SYNONYMS if one is not other])
def test_no_phrase_has_two_meanings(one, other):
    assert not set(map(stems, one)) & set(map(stems, other))


def test_words_of_questions_say_nothing_and_none_asks_for_a_kind_as_well():
    assert not QUESTION_WORDS & set(ASKS_FOR)
    assert STOP & set(ASKS_FOR) <= {"who"}
    assert set(ASKS_FOR.values()) == set(KINDS_ASKED)
    assert set(KINDS_ASKED) == {FIGURE, COMMITMENT, RECOMMENDATION, PARAGRAPH}
    single = {plain(phrase) for phrase, _ in PHRASES if " " not in plain(phrase)}
    assert not single & (QUESTION_WORDS | STOP)


@swept(GLOSSARY)
def test_a_glossary_joins_an_abbreviation_to_its_meaning_and_to_the_thesaurus(short, long):
    known = synonyms_with(GLOSSARY)
    for typed, other in ((short, long), (long, short)):
        [term] = read_question(typed, known).terms
        assert plain(other) in term.phrases


def test_what_the_thesaurus_knows_of_an_abbreviation_stays_with_it():
    known = synonyms_with([("CIN", "Child in Need Service")])
    [term] = read_question("cin", known).terms
    assert {"child in need", "children in need", "child in need service"} <= set(term.phrases)
