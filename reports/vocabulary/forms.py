"""Forms of a word with other stems."""

import re

from reports.vocabulary.thesaurus import NOUNS

# The same from the noun: “advice” → “advised”.
_VERBS: dict[str, tuple[str, ...]] = {}
for _verb, _nouns in NOUNS.items():
    _VERBS |= {noun: (*_VERBS.get(noun, ()), _verb) for noun in _nouns}
# A number of thousands, in full and in short.
_THOUSANDS, _SHORT = re.compile(r"([1-9]\d{0,3})000"), re.compile(r"([1-9]\d{0,3})k")


def other_forms(word: str) -> tuple[str, ...]:
    """The noun of a verb, the verbs of a noun; the short form of a number of thousands, or the
    long form of a short one: 58k, 58000."""
    if word in NOUNS:
        return NOUNS[word]
    if word in _VERBS:
        return _VERBS[word]
    if whole := _THOUSANDS.fullmatch(word):
        return (f"{whole[1]}k",)
    short = _SHORT.fullmatch(word)
    return (f"{short[1]}000",) if short else ()
