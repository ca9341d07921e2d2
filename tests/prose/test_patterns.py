"""What a sentence does not have is looked for once."""

import re

from reports.checks.text_reading import read_text
from reports.prose.patterns import SentencePattern, keep

KEPT, OTHER = "It began with nine homes.", "It ended with four homes in the north."


def searches_of(pattern, monkeypatch):
    """The texts that a pattern goes through from now on."""
    texts = []
    for name in ("_search", "_finditer"):
        find = getattr(pattern, name)
        monkeypatch.setattr(
            pattern, name, lambda text, *ends, find=find: (texts.append(text), find(text, *ends))[1]
        )
    return texts


def test_it_finds_what_a_regular_expression_finds():
    plain = re.compile(r"\b(nine|four)\s+(homes)", re.I)
    pattern = SentencePattern(plain.pattern, re.I)
    for text in (KEPT, OTHER, "None.", ""):
        keep(text)
        for _ in range(2):
            spans = [match.span() for match in plain.finditer(text)]
            assert [match.span() for match in pattern.finditer(text)] == spans
            found = pattern.search(text)
            assert [found.span()] == spans if found else not spans
            assert all(map(pattern.made, pattern.finditer(text)))
    assert not SentencePattern(plain.pattern).made(plain.search(KEPT))


def test_a_kept_sentence_without_it_is_searched_once(monkeypatch):
    keep(KEPT)
    pattern = SentencePattern("thirty")
    texts = searches_of(pattern, monkeypatch)
    for _ in range(3):
        assert pattern.search(KEPT) is None
        assert [*pattern.finditer(KEPT)] == []
    assert texts == [KEPT]


def test_a_part_of_a_sentence_is_searched_each_time(monkeypatch):
    keep(KEPT)
    pattern = SentencePattern("began")
    texts = searches_of(pattern, monkeypatch)
    assert pattern.search(KEPT, 10) is None
    assert pattern.search(KEPT[10:]) is None
    assert [*pattern.finditer(KEPT, 10)] == []
    assert pattern.search(KEPT)
    assert len(texts) == 4


def test_the_sentences_of_a_text_that_is_read_are_kept(monkeypatch):
    [marked, _] = read_text("Ten of the 40 homes closed in May. Others opened.").marked
    pattern = SentencePattern("thirty")
    texts = searches_of(pattern, monkeypatch)
    assert pattern.search(marked.text) is pattern.search(marked.text) is None
    assert texts == [marked.text]


def test_all_are_forgotten_once_they_are_too_many(monkeypatch):
    monkeypatch.setattr("reports.prose.patterns._MOST", 2)
    monkeypatch.setattr("reports.prose.patterns._without", {})
    pattern = SentencePattern("thirty")
    for text in (KEPT, OTHER):
        keep(text)
        assert pattern.search(text) is None
    keep("A third.")
    texts = searches_of(pattern, monkeypatch)
    assert pattern.search(KEPT) is None
    assert texts == [KEPT]
