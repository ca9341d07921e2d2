"""Lines of words that a person typed."""

from assurance.runtime.text import filled_lines
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
