"""Plain speech in a question: other words for those of reports, and words that only frame it."""

from reports.publication.search.question import read_question
from reports.publication.search.scores import has_all
from reports.publication.search.vocabulary.stems import stems
from reports.publication.search.vocabulary.synonyms import synonyms_with
from reports.publication.search.vocabulary.terms import WIDER_WORDS
from reports.publication.search.vocabulary.thesaurus import LOOSE, WIDER
from tests.publication.search.test_scores import candidate
from tests.sweeping import swept

KNOWN = synonyms_with(())


# Typed → what a report prints of it.
PRINTED = [
    ("has the check been redone", "The check was renewed."),
    ("which team is taking over", "The old team gave way to a new one."),
    ("the 2016 shake up", "A new structure from September 2016"),
    ("reorganisation", "Restructure"),
    ("what staff want from supervision", "Staff asked for more supervision."),
    ("who did you talk to", "Work began with visits to residential homes."),
    ("who did you consult", "People from 31 agencies helped to shape it."),
    ("boss", "Director of Children’s Services"),
    ("interim bosses", "Interim managers"),
    ("what topics", "Their subjects are neglect and early help."),
    ("I reported a family", "A call to the referrer"),
    ("nothing happened", "Some referrals went no further."),
    ("dads", "Fathers who live elsewhere"),
    ("mums", "Mothers"),
    ("mums and dads", "Parents"),
    ("NHS", "The health trust"),
    ("uni", "At the city’s university"),
    ("B&Bs", "Nobody is placed in bed and breakfast."),
    ("let off council tax", "Council tax relief"),
    ("at night", "Out-of-hours team"),
    ("quicker", "Timeliness of assessments"),
    ("girls", "Young people"),
    ("what do workers think", "Staff think so."),
]


@swept(PRINTED)
def test_plain_speech_finds_what_reports_print(typed, text):
    terms = [term for term in read_question(typed, KNOWN).terms if term.strength >= 1]
    assert terms and has_all(terms, candidate(1, text))


@swept(PRINTED)
def test_plain_speech_finds_nothing_where_nothing_of_it_is_printed(typed, text):
    terms = [term for term in read_question(typed, KNOWN).terms if term.strength >= 1]
    assert not has_all(terms, candidate(1, f"No zebra, and not {text.split()[0][:2]}"))


def test_no_phrase_is_loose_and_wider():
    assert not LOOSE & set(WIDER)


def test_a_wider_word_leads_to_what_is_near_and_to_no_value():
    [girls] = read_question("girls", KNOWN).terms
    assert girls.wider and girls.value_stems == (" girl ",)
    assert girls.share_in(stems("young people")) == WIDER_WORDS
    assert girls.share_in(stems("girls")) >= 1
    question = read_question("who did you talk to", KNOWN)
    assert [term.typed for term in question.terms] == ["talk to"]
    assert "visits to" in question.phrases and "visits to" in question.also


@swept(["nothing", "whats being done", "getting any sort of", "will anyone tell me exactly"])
def test_words_that_only_frame_a_question_weigh_little(text):
    terms = read_question(f"{text} fostering", KNOWN).terms
    assert [term.typed for term in terms if term.strength == 1][-1] == "fostering"
    assert sum(term.strength == 1 for term in terms) == 1
