"""Which abbreviations a paper uses, which of its list it never uses, and which it uses unlisted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_CAPITALS = re.compile(r"(?<![\w&/])[A-Z](?:[A-Z0-9]|[&/](?=[A-Z]))*[A-Z0-9](?=s?(?![\w&/]))")
_NOT_WORDS = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|[A-Z]\d+")
# National bodies whose letters mean one thing everywhere.
BODIES = {
    "ADASS": "Association of Directors of Adult Social Services",
    "ADCS": "Association of Directors of Children's Services",
    "CQC": "Care Quality Commission",
    "DBS": "Disclosure and Barring Service",
    "ICO": "Information Commissioner's Office",
    "LGA": "Local Government Association",
    "NSPCC": "National Society for the Prevention of Cruelty to Children",
}
# No long form is longer than this many letters.
_FAR_ENOUGH = 200


@dataclass(frozen=True)
class Abbreviation:
    """A short form and its long form, as the list at the end prints them."""

    short: str
    long: str


def used(glossary: Iterable[Abbreviation], text: str) -> tuple[Abbreviation, ...]:
    """Those of `glossary` used in `text`, also in the plural, by the alphabet."""
    result = _used_abbreviations(glossary, text)
    rows = {item.short: item for item in glossary if item.short in result}
    return tuple(sorted(rows.values(), key=lambda item: item.short.casefold()))


def unused(glossary: Iterable[Abbreviation], text: str) -> tuple[Abbreviation, ...]:
    """Those of `glossary` that `text` never uses, by the alphabet."""
    result = _used_abbreviations(glossary, text)
    rest = {item for item in glossary if item.short not in result}
    return tuple(sorted(rest, key=lambda item: item.short.casefold()))


def unlisted(glossary: Iterable[Abbreviation], text: str) -> tuple[str, ...]:
    """Words in capitals in `text`, neither listed nor spelt out, nor roman numerals or `B1`."""
    listed = {item.short for item in glossary}
    phrase = dict.fromkeys(_CAPITALS.findall(text))
    return tuple(
        word
        for word in phrase
        if word not in listed and not _NOT_WORDS.fullmatch(word) and not _is_spelt_out(word, text)
    )


def _used_abbreviations(glossary, text):
    shorts = sorted({item.short for item in glossary if item.short}, key=len, reverse=True)
    if not shorts:
        return set()
    either = "|".join(map(re.escape, shorts))
    return set(re.findall(rf"(?<![\w&])({either})(?=s?(?![\w&]))", text))


def _is_spelt_out(word, text):
    """Whether the word stands in brackets after words that begin with its letters."""
    first = re.search(rf"[(\[]{re.escape(word)}s?[)\]]", text)
    if not first:
        return False
    before = text[max(first.start() - _FAR_ENOUGH, 0) : first.start()]
    sentence = re.split(r"[()\[\].]", before)[-1]
    initials = iter(part[0].casefold() for part in re.findall(r"[^\W\d_]+", sentence))
    return all(sign in initials for sign in word.casefold() if sign.isalpha())
