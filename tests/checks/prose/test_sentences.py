"""Sentences of prose: every one with its place, none broken by an abbreviation."""

import itertools

from reports.prose.sentences import sentence_at, sentences

WHOLE = (
    "The board met on 3 March 2015.",
    "Cllr. A. Example asked why, e.g. in the north, cf. para. 3, numbers fell by 2.5 per cent.",
    "Was it so?",
    "No!",
    "They said “we are heard.”",
    "More is at www.example.org/plan.html and in Fig. 2.",
    "It was led by St. Example's School (approx. 40 pupils).",
)


def test_two_sentences_stay_two_and_whole_in_any_order():
    pairs = itertools.permutations(WHOLE, 2)
    read = {pair: tuple(one.text for one in sentences(" ".join(pair))) for pair in pairs}
    assert {pair: found for pair, found in read.items() if found != pair} == {}


def test_the_place_of_a_sentence_is_that_of_its_words():
    text = "  One here.   Two there?\nThree at the end"
    found = sentences(text)
    assert [text[one.start : one.end].strip() for one in found] == [one.text for one in found]
    assert [one.text for one in found] == ["One here.", "Two there?", "Three at the end"]


def test_every_place_of_a_text_lies_in_one_sentence_or_between_two():
    text = " ".join(WHOLE)
    found = sentences(text)
    for place, sign in enumerate(text):
        holding = [one for one in found if one.holds(place)]
        assert len(holding) <= 1
        assert holding or sign == " "
        assert text[place].strip() in sentence_at(text, place).text


def test_a_label_at_the_beginning_ends_no_sentence():
    for label in ("1.", "12.", "a.", "(iv.", "B."):
        assert len(sentences(f"{label} The board met.")) == 1


def test_small_letters_after_a_stop_go_on_with_the_sentence():
    assert len(sentences("It was etc. and more. but went on…so it did.")) == 1


def test_nothing_has_no_sentences_and_is_its_own():
    assert sentences("") == sentences("  \n ") == ()
    assert sentence_at("", 0).text == ""
    assert sentence_at("   ", 2).text == ""
