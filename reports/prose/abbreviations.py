"""Abbreviations: which letters are, what they stand for, and which a paper uses or lists."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reports.prose.content import words_of
from reports.prose.marks import text_after

# What plain English takes as known, and what stands in capitals without abbreviating anything.
KNOWN = words_of(
    """UK NHS BBC PDF GP GPs MP MPs IT HR TV DVD CD PC ID OK EU USA UN VAT FAQ AM PM BC AD UTC GMT
    CV PhD MA BA BSc MSc MBE OBE CBE QC KC JP RSPCA RAF SMS HTML URL WiFi PIN ISBN GCSE GCSEs DNA
    HIV AIDS DfE AGM PO A&E Q&A"""
)
_NO_LETTERS = words_of(
    """AND OR NOT THE ALL NO YES ANY BUT FOR TO IN OF ON AT BY IS ARE WAS IT WE OUR NEW NEXT MUST
    MAY CAN WILL ONLY BOTH EACH RED AMBER GREEN BLUE GREY RAG BRAG NB PS RE CC N/A TBC TBA TBD NA XX
    JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER
    MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY CABINET COUNCIL COMMITTEE BOARD PANEL
    ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN AIM AIMS GOAL GOALS STEP THEME PHASE OPTION KEY
    XXX DRAFT FINAL AGENDA ITEM PAGE REPORT ANNEX APPENDIX TABLE FIGURE CHART NOTE TOTAL WARD WARDS
    DD/MM/YYYY DD/MM/YY YYYY TODO
    MEETING CANCELLED RESOLVED RECOMMENDED EXEMPT PUBLIC PRIVATE OPEN TITLE DATE TIME VENUE JAN FEB
    MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN GOOD HIGH LOW"""
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CODE = re.compile(r"[A-Z]{1,2}\d+[A-Z]?|[A-Z]\d[A-Z\d]*|\w*\d{2,}\w*|[A-Z]{1,3}\d{1,3}")
_IN_BRACKETS = re.compile(r"[(\[](?P<inner>[^()\[\]]{2,90})[)\]]")
# “The Designated Officer (‘the LADO’)”: a name is given other letters.
_CALLED = re.compile(
    r"[(\[](?:(?:or|hereafter|here|below|known\s+as|called|referred\s+to\s+(?:[a-z]+\s+)?as)\s+){0,2}[“‘'\"]?"
    r"the\s+[“‘'\"]?$",
    re.I,
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s(?:(?:of|for|and|in)\s)?[A-Z][\w’'-]+)+\s*$")
_WORD = re.compile(r"[A-Za-z][A-Za-z’']*")
_SMALL = words_of("a an and at by de for from in into of on or out the to with within")
_LONGEST_NAME = 5
# Signs of the words that a few letters can stand for.
_LONGEST_WORDS = 600
# How English words end: MOSAIC and RISKS do, CAMHS does not.
_SOUNDS = re.compile(
    r"^[A-Z]*[AEIOUY](?:[A-Z]|CH|CK|CT|FF|FT|GH|GHT|LD|LF|LK|LL|LM|LP|LS|LT|LTH|MM|MP|MPT|MB|ND|NG|"
    r"NGTH|NK|NT|NTH|PT|RCH|RD|RK|RL|RM|RN|RP|RS|RST|RT|RTH|SH|SK|SM|SP|SS|ST|TCH|TH|WN|XT)?S?$"
)


def is_letters(short: str, text: str = "") -> bool:
    """Whether letters abbreviate something unknown: no roman numeral, code or word in capitals."""
    if short in KNOWN or short.upper() in _NO_LETTERS or sum(map(str.isupper, short)) < 2:
        return False
    return not (_ROMAN.fullmatch(short) or _CODE.fullmatch(short))


def is_a_name(short: str) -> bool:
    """Whether letters read as a word, as the name of a system in capitals does."""
    return len(short) >= _LONGEST_NAME and bool(_SOUNDS.search(short))


def fits(short: str, long: str) -> bool:
    """Whether the initials of `long`, or letters of its one long word, make `short` in order."""
    letters = [item for item in short.casefold() if item.isalpha()]
    text = _split_words(long)
    initials = iter([word[0].casefold() for word in text])
    if all(letter in initials for letter in letters):
        return True
    weighty = [word for word in text if word.casefold() not in _SMALL]
    if len(weighty) != 1 or not text or text[0][0].casefold() != letters[0]:
        return False
    within = iter("".join(text).casefold())
    return all(letter in within for letter in letters)


def meaning(long: str) -> tuple[str, ...]:
    """The words of a long form so that spellings of one meaning are the same."""
    terms = (word.casefold().replace("’", "'") for word in _split_words(long.replace("&", " and ")))
    return tuple(
        word.removesuffix("'s").rstrip("'").removesuffix("s")
        for word in terms
        if word not in _SMALL
    )


def _split_words(long):
    return _WORD.findall(long.replace("-", " ").replace("/", " "))


def explanation(text: str, match: re.Match) -> str:
    """What a text says that letters stand for: `Child in Need (CIN)`, `CIN (Child in Need)`."""
    start, end = match.span()
    opens = text[max(0, start - _LONGEST_WORDS) : start].rstrip("“‘'\"* ")
    closes = text_after(text, end).lstrip("”’'\"* ")
    ends = closes[:1] in (")", "]", ",", ";", "–", "-", "/", "&")
    if opens.endswith(("(", "[")) and ends:
        return _before(opens[:-1], match["short"])
    if ends and (name := name_called(text, match)):
        return name
    after = _IN_BRACKETS.match(text, end + (text[end : end + 1] == " "))
    if after:
        inner = after["inner"].strip()
        if fits(match["short"], inner) and len(inner) > len(match["short"]) + 2:
            return inner
    return ""


def name_called(text: str, match: re.Match) -> str:
    """The name for which a text gives letters as another: `the Designated Officer (‘the LADO’)`."""
    ahead = text[max(0, match.start() - _LONGEST_WORDS) : match.start()]
    called = _CALLED.search(ahead)
    named = _NAME.search(ahead[: called.start()]) if called else None
    return named.group().strip() if named else ""


def _before(text, short):
    """The words before a bracket that the letters in it stand for: from the word that begins with
    the first letter on, or as many as there are letters where the initials nearly fit."""
    stretch = re.split(r"[.;:!?()\[\]]|,\s+(?=(?:which|who|and the)\b)", text)[-1]
    phrase = _split_words(stretch)[-(2 * len(short) + 3) :]
    letters = [item for item in short.casefold() if item.isalpha()]
    if not phrase or not letters:
        return ""
    tails = [phrase[-count:] for count in range(1, len(phrase) + 1)]
    begun = [some for some in tails if some[0][0].casefold() == letters[0]]
    exact = next((some for some in begun if letters in _initials(some)), None)
    if exact:
        return " ".join(exact)
    loose = next((some for some in begun if fits(short, " ".join(some))), None)
    return _nearly(phrase, letters) or " ".join(loose or ())


def _initials(text):
    """The initials of all of `words`, and of those that are not small."""
    weighty = [word for word in text if word.casefold() not in _SMALL]
    return [[word[0].casefold() for word in row] for row in (text, weighty)]


def _nearly(text, letters):
    """The words whose initials have all the letters but one, in order, and begin or end alike."""
    if len(letters) < 3:
        return ""
    weighty = [word for word in text if word.casefold() not in _SMALL]
    some = weighty[-(len(letters) - 1) :]
    initials = [word[0].casefold() for word in some]
    for gone in range(len(letters)):
        left = letters[:gone] + letters[gone + 1 :]
        if left == initials and all(word[0].isupper() for word in some):
            return " ".join(text[text.index(some[0]) :])
    return ""


def is_shouted(text: str) -> bool:
    """Whether a line stands in capitals, so that nothing can be said of its letters."""
    signs = [item for item in text if item.isalpha()]
    return len(signs) > 12 and sum(map(str.isupper, signs)) > len(signs) * 0.6


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
