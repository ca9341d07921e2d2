"""Words that a person typed, as lines."""


def filled_lines(text: str) -> list[str]:
    """The lines of a text that hold words, in order, without the spaces around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
