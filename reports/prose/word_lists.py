"""Lists of words, written as one would read them."""


def words_of(text: str) -> frozenset[str]:
    """The words of `text`, parted by blanks."""
    return frozenset(text.split())
