"""Words as people type them on a telephone, written in full, and how a word sounds."""

import re
from functools import lru_cache

from reports.vocabulary.question_words import (
    FAINT_WORDS,
    QUESTION_WORDS,
    WEAK_WORDS,
)

# A word in short, or as it sounds → the word in full.
_FULL = {
    **dict.fromkeys(("wots", "wats", "whats", "wot's", "wat's"), "what is"),
    **dict.fromkeys(("wot", "wat", "wht"), "what"),
    **{"wen": "when", "wer": "where", "wos": "was", "coz": "because", "cos": "because"},
    **{"u": "you", "ur": "your", "r": "are", "b4": "before", "ppl": "people", "kidz": "kids"},
    **dict.fromkeys(("sum1", "some1", "sumone", "sumbody"), "someone"),
    **{"any1": "anyone", "every1": "everyone", "sumthing": "something", "summat": "something"},
    **{"2day": "today", "2nite": "tonight", "tonite": "tonight", "2moro": "tomorrow"},
    **{"gonna": "going to", "gona": "going to", "wanna": "want to", "thru": "through"},
    **{"bcos": "because", "becos": "because", "fone": "phone", "wiv": "with"},
    **{"tht": "that", "n": "and", "yr": "year", "yrs": "years", "govt": "government"},
}
# No letter of a word that is joined by a sign: “R&A” is one name.
_SEPARATE = r"(?<![\w&'’@./-])(?:{})(?![\w&'’@]|[./-]\w| &)"
_SHORT = re.compile(_SEPARATE.format("|".join(map(re.escape, _FULL))), re.I)
# “2” and “4” for “to” and “for”, before words that no number counts.
_NAMED = (
    r"(?= (?:me|us|u|you|my|our|your|be|go|get|see|talk|speak|ring|tell|do|the|him|her|them|a)\b)"
)
_NUMBERS = {"2": "to", "4": "for"}
_NUMBER = re.compile(_SEPARATE.format("[24]") + _NAMED, re.I)
# Who does a thing and has a name in “-or”.
_AGENTS = re.compile(
    r"\b(govern|council|councill|direct|inspect|doct|visit|supervis|audit|ment|tut|solicit"
    r"|administrat|co-?ordinat|moderat|surviv|mediat|assess|contract|investigat|counsell)er(s?)\b",
    re.I,
)
# “Gettin” for “getting”, of words that frame a question.
_SHORTENED = re.compile(r"\b(\w{2,}in)\b", re.I)
_FRAMING = QUESTION_WORDS | WEAK_WORDS | FAINT_WORDS
_QUOTED = re.compile('(["“”„«»][^"“”„«»]*["“”„«»])')
# Letters that sound alike, in the order in which they are replaced.
_ALIKE = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ght\b|ght(?=\w)", "t"),
        (r"^kn|^gn", "n"),
        (r"^wr", "r"),
        (r"sch", "sk"),
        (r"ph", "f"),
        (r"wh", "w"),
        (r"ck", "k"),
        (r"qu", "kw"),
        (r"tion|sion|shun", "shn"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"z", "s"),
        (r"(\w)\1", r"\1"),
        (r"(?:er|or|ar|our|re)(s?)$", r"r\1"),
        (r"(?<=\w)e$", ""),
        (r"([aeiouy])[aeiouy]+", r"\1"),
    )
)


def in_full(text: str) -> str:
    """The question `text` with words typed in short written in full, those in quotation marks
    unchanged."""
    parts = _QUOTED.split(text)
    return "".join(part if _QUOTED.fullmatch(part) else _written(part) for part in parts)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The letters of a plain word as they sound: “strait” and “straight” have the same."""
    for pattern, letters in _ALIKE:
        word = pattern.sub(letters, word)
    return word


def _written(part):
    part = _NUMBER.sub(lambda match: _NUMBERS[match[0]], part)
    part = _SHORT.sub(lambda match: _FULL[match[0].lower()], part)
    part = _AGENTS.sub(r"\1or\2", part)
    return _SHORTENED.sub(_with_its_end, part)


def _with_its_end(match):
    full = f"{match[1]}g"
    return full if full.lower() in _FRAMING else match[1]
