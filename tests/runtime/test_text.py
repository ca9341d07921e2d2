"""Lines of words that a person typed."""

from assurance.runtime.text import filled_lines, sentences_of
from tests.sweeping import swept


@swept(
    [
        ("", []),
        (" \n\t\n", []),
        ("One?", ["One?"]),
        ("One?\r\nTwo?\r\n", ["One?", "Two?"]),
        ("  One?  \n\n\n Two? ", ["One?", "Two?"]),
    ]
)
def test_only_lines_with_words_are_read(text, lines):
    assert filled_lines(text) == lines


def test_lines_are_joined_as_sentences_and_one_line_stays():
    assert sentences_of("Ask families\n\nLook at the figures. \nWhat works?") == (
        "Ask families. Look at the figures. What works?"
    )
    assert (sentences_of("One line"), sentences_of("")) == ("One line", "")
