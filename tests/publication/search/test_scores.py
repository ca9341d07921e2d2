"""Which candidates answer better: those with more of the terms, with rarer ones, nearer to all."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reports.publication.search.question import read_question
from reports.publication.search.scores import Candidate, ranked, repeats_last
from reports.vocabulary.stems import stems
from reports.vocabulary.terms import Term
from reports.vocabulary.thesaurus import PARAGRAPH
from tests.cases import random_cases
from tests.sweeping import swept

TEXTS = st.lists(st.sampled_from(["audit", "child", "zebra", "visit", "plan"]), max_size=6)


def candidate(key, text, around="", **said):
    """A candidate that has these words."""
    return Candidate("figures", key, stems(text), stems(around), **said)


def order(typed, *candidates, exact=False):
    """The keys of the candidates that answer, best first."""
    terms = [Term(word, exact=exact) for word in typed.split()]
    return [row.candidate.key for row in ranked(terms, candidates)]


# Typed, the texts best first, those that do not answer.
BETTER = [
    ("audits", ["Audits done", "Audits done by another team in the year"], ["Visits"]),
    ("audits done", ["Audits done", "Audits shared"], ["Visits"]),
    ("dbs overdue", ["DBS overdue", "DBS checks"], ["Costs"]),
    ("children placed", ["Children placed", "Placed", "Costs placed out of the city"], ["Visits"]),
    ("auditing", ["Audit", "Audits of files"], []),
    ("zebra", ["Zebra"], ["Audit", "Visits"]),
]


@swept(BETTER)
def test_the_better_answer_comes_first_and_what_has_no_term_is_none(typed, texts, none):
    candidates = [candidate(text, text) for text in (*none, *reversed(texts))]
    assert order(typed, *candidates) == texts


def test_a_rare_term_counts_for_more_than_a_common_one():
    common = [candidate(number, f"audit number {number}") for number in range(9)]
    rare = candidate("rare", "zebra")
    assert order("audit zebra", *common, rare)[0] == "rare"


def test_a_word_that_says_little_counts_for_less_than_one_of_the_subject():
    common = [candidate(number, f"audit number {number}") for number in range(9)]
    weak = candidate("weak", "before")
    assert order("audit before", *common, weak)[-1] == "weak"
    assert Term("before", exact=True).strength == Term("audit").strength == 1


def test_a_paragraph_with_two_words_as_they_were_typed_comes_before_others():
    question = read_question("Second to None", {})
    assert question.pairs == (stems("second to none"),)
    texts = ("None is second.", "The plan is called Second to None.")
    rows = [replace(candidate(text, text), kind=PARAGRAPH) for text in texts]
    for pairs, first in (((), texts[0]), (question.pairs, texts[1])):
        assert ranked(question.terms, rows, pairs=pairs)[0].candidate.key == first
    assert read_question("how many audits", {}).pairs == ()


def test_words_around_count_for_less_than_its_own():
    assert order("audit", candidate(1, "files", "audit"), candidate(2, "audit")) == [2, 1]


def test_a_long_text_answers_less_where_it_has_the_terms_far_from_each_other():
    rest = "plan " * 99
    rows = [candidate("far", f"Audit {rest} zebra"), candidate("near", f"Audit zebra {rest}")]
    assert order("audit zebra", *rows) == ["near", "far"]
    assert order("audit zebra", replace(rows[0], lists=True), rows[1]) == ["far", "near"]


def test_what_several_reports_print_in_nearly_the_same_words_comes_after_what_differs():
    texts = ["audit of files zebra plan visit child", "audit of cars"]
    texts = [*(f"{texts[0]} {year}" for year in (2017, 2016)), texts[1]]
    rows = ranked([Term("audit")], [candidate(text, text) for text in texts])
    rows.sort(key=lambda row: texts.index(row.candidate.key))
    keys = [row.candidate.key for row in repeats_last(rows)]
    assert keys == [texts[0], texts[2], texts[1]]
    assert repeats_last([]) == []


def test_a_wider_word_counts_for_less_and_makes_no_other_term_common():
    terms = [Term("social workers", wider=("staff",)), Term("plan")]
    texts = ["staff plan", "social workers plan"]
    rows = ranked(terms, [candidate(text, text) for text in texts])
    assert [row.candidate.key for row in rows] == texts[::-1]


def test_what_is_exact_is_needed():
    both, one = candidate("both", "audit zebra"), candidate("one", "audit")
    assert order("audit zebra", one, both, exact=True) == ["both"]
    assert order("audit zebra", one, both) == ["both", "one"]


def test_of_what_is_alike_the_whole_comes_before_its_part_and_the_short_before_the_long():
    part, whole = candidate("part", "audits done", behind=0.05), candidate("whole", "audits done")
    assert order("audits", part, whole) == ["whole", "part"]
    long = candidate("long", f"audits {'of many files ' * 400}")
    assert order("audits", long, candidate("short", "audits of many files")) == ["short", "long"]


def test_a_name_decides_where_the_words_are_more_than_it():
    near = candidate("near", "audits done audits dbs checks", name=stems("audits"))
    far = candidate("far", "audits done audits dbs checks", name=stems("other checks done"))
    assert order("audits", far, near) == ["near", "far"]


def test_what_is_asked_of_nothing_or_with_nothing_finds_nothing():
    assert ranked([], [candidate(1, "audit")]) == []
    assert ranked([Term("audit")], []) == []
    assert ranked([Term("zebra")], [candidate(1, "audit")]) == []


@random_cases(25)
@given(st.lists(TEXTS, max_size=8), TEXTS.filter(bool))
def test_whatever_has_a_term_is_found_and_whatever_has_every_term_covers_most(texts, typed):
    terms = [Term(word) for word in dict.fromkeys(typed)]
    candidates = [candidate(place, " ".join(text)) for place, text in enumerate(texts)]
    rows = ranked(terms, candidates)
    having = {place for place, text in enumerate(texts) if set(text) & set(typed)}
    assert {row.candidate.key for row in rows} == having
    assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)
    present = {word for text in texts for word in text} & set(typed)
    full = {place for place in having if present <= set(texts[place])}
    covers = {row.candidate.key: row.covers for row in rows}
    assert all(covers[place] > 0.95 for place in full)
