"""Plain stems of English words, the same on either database: *audits*, *auditing* and *audited* are
one word."""

from functools import lru_cache

from reports.vocabulary.plain_text import plain

IRREGULAR = {
    **{"children": "child", "childrens": "child", "people": "people", "this": "this"},
    # Who inspects is no inspection.
    **dict.fromkeys(("inspector", "inspectors"), "inspector"),
    **dict.fromkeys(("teacher", "teachers"), "teacher"),
    # What was rated has a grade; a rate is of so many thousand.
    **dict.fromkeys(("rated", "rating", "ratings"), "rating"),
}
# The ending of a word, what takes its place, and how long the rest must be.
ENDINGS = (
    ("ies", "y", 2),
    ("sses", "ss", 1),
    ("ments", "", 4),
    ("ment", "", 4),
    ("ings", "", 3),
    ("ing", "", 3),
    ("ions", "", 4),
    ("ion", "", 4),
    ("tors", "t", 3),
    ("tor", "t", 4),
    ("ers", "", 5),
    ("er", "", 5),
    ("ed", "", 3),
    ("es", "e", 3),
    ("s", "", 3),
)
_NO_PLURAL = ("ss", "us", "is")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a plain word; numbers and short words are their own."""
    if word in IRREGULAR or len(word) < 4 or not word.isalpha():
        return IRREGULAR.get(word, word)
    for ending, other, rest in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= rest:
            if ending == "s" and word.endswith(_NO_PLURAL):
                break
            word = word[: -len(ending)] + other
            break
    return _shortened(word)


def stems(text: str) -> str:
    """The stems of the words of `text`, a space before, between and after them."""
    return plain_stems(plain(text))


def plain_stems(text: str) -> str:
    """The same of a `text` that is plain already, as passages are kept."""
    return f" {' '.join(map(stem, text.split()))} "


def _shortened(word):
    """Without what is left of *-ate*, a last *e*, or the second of two like letters."""
    if len(word) > 5 and word.endswith(("ate", "at")):
        word = word.removesuffix("e").removesuffix("at")
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word
