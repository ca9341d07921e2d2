"""Where a text names somebody, as spelled and nearly; nothing else is marked."""

from hypothesis import given
from hypothesis import strategies as st

from reports.data_protection.free_text.spellings import distance, matches, replaced
from tests.sweeping import swept

NAME, REFERENCE = "Quillon Ashgrove", "S-1704"
# Text → the words of it that are found, and whether as asked for.
NAMES = {
    "Seen with Quillon Ashgrove today.": [("Quillon Ashgrove", True)],
    "ASHGROVE, Quillon: late again": [("ASHGROVE, Quillon", True)],
    "quillon\nashgrove's supervisor": [("quillon\nashgrove", True)],
    "Told Quilon Ashgrove, and Q. Ashgrove.": [
        ("Quilon Ashgrove", False),
        ("Q. Ashgrove", False),
    ],
    "Mrs Ashgrove was away; Ashgroove too.": [("Ashgrove", False), ("Ashgroove", False)],
    "Quíllon Àshgrove": [("Quíllon Àshgrove", True)],
    "Ashgrove’s view": [("Ashgrove’s", False)],
    "A grove of ash; Ashgate Road; Quillon alone.": [],
    "": [],
}
REFERENCES = {
    "See S-1704.": [("S-1704", True)],
    "see s 1704 and S1704": [("s 1704", False), ("S1704", False)],
    "S-17041, XS-1704, S-170 4": [],
}


@swept(NAMES.items())
def test_a_name_is_found_as_spelled_and_nearly(text, expected):
    assert [(text[m.start : m.end], m.is_exact) for m in matches(text, [NAME])] == expected


@swept(REFERENCES.items())
def test_a_reference_is_found_with_other_signs_between(text, expected):
    assert [(text[m.start : m.end], m.is_exact) for m in matches(text, [REFERENCE])] == expected


@swept(
    [("same", "same", 0), ("smae", "same", 1), ("sam", "same", 1), ("tame", "same", 1)]
    + [("", "same", 4), ("kitten", "sitting", 3)]
)
def test_how_far_two_words_are(word, other, number):
    assert distance(word, other) == distance(other, word) == number


def test_two_terms_that_meet_are_one_place_and_the_rest_of_the_text_stays():
    text = "For Quillon Ashgrove (S-1704): Ashgrove agreed. Ash stays."
    assert replaced(text, [NAME, REFERENCE], "[x]") == "For [x] ([x]): [x] agreed. Ash stays."
    assert replaced(text, ["  "], "[x]") == text


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_in_any_text_is_found_and_gone_once_replaced(before, after):
    text = f"{before} {NAME} {after}"
    assert any(text[m.start : m.end] == NAME for m in matches(text, [NAME]))
    left = replaced(text, [NAME], "[name removed]")
    assert NAME not in left and not [m for m in matches(left, [NAME]) if m.is_exact]
