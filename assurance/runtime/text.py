"""Words that a person typed, as lines."""

import re


def has_words(text: str) -> bool:
    """True where a text has a letter or a number: an emoji or a dash alone names nothing."""
    return bool(re.search(r"[^\W_]", text))


def filled_lines(text: str) -> list[str]:
    """The lines of a text that hold words, in order, without the spaces around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def sentences_of(text: str) -> str:
    """A text of several lines, such as objectives, as sentences in one line; one line unchanged."""
    lines = filled_lines(text)
    if len(lines) < 2:
        return text
    ends = (".", "?", "!", ":", ";")
    return " ".join(line if line.endswith(ends) else f"{line}." for line in lines)
