"""Typographic apostrophes and quotation marks, and dashes between numbers, as text is saved."""

import re
from collections.abc import Collection, Mapping

# What keeps each of its signs: live figures, code, addresses, e-mail addresses, names of files.
_KEPT = re.compile(
    r"\[\[(?:(?!\[\[).)*?\]\]+|`[^`\n]*`|https?://\S+|www\.\S+|mailto:\S+|\S+@\S+\.\w+|\b[\w/.-]+/[\w/.-]+"
    r"|\b[\w-]+\.(?:pdf|docx?|xlsx?|csv|json)\b",
    re.S,
)
# Years and counts from one to another: no date, time, telephone number, reference or version.
_SPAN = re.compile(
    r"(?<![\w.,:/–-])(?P<first>£?(?:[1-9]\d{0,3}|0))-(?P<last>(?:[1-9]\d{0,3}|0[1-9]))"
    r"(?![\w–-]|[.:/,]\d|\s?(?:[ap]m|noon|hours)\b)"
)
# Words that begin with an apostrophe.
_ELIDED = re.compile(r"'(?=(?:\d0s|tis|twas|em|til|cause|n'?)\b)", re.I)
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-"})
_BEFORE_OPENING = " \t\n\r\u00a0([{<“‘\"'–—/*_-"


def typographic(text: str) -> str:
    """`text` with its quotation marks and spans set as print has them.

    Live figures in double square brackets, code, addresses, dates and times keep each sign.
    Nothing but `'`, `"` and a hyphen between two numbers is ever changed, and each for one sign.
    """
    if not any(sign in text for sign in "'\"-"):
        return text
    covered = _KEPT.sub(lambda kept: "\0" * len(kept[0]), text)
    lines = "\n".join(_line(line) for line in covered.split("\n"))
    return "".join(old if new == "\0" else new for old, new in zip(text, lines, strict=True))


def with_marks(fields: Mapping[str, object], printed: Collection[str]) -> dict:
    """The `fields` with typographic marks in those that are `printed`: every way of saving a record
    uses this, and the readers of files do the same to a cell."""
    return {
        name: typographic(value) if value and name in printed else value
        for name, value in fields.items()
    }


def with_capital(text: str) -> str:
    """`text` with a capital as its first letter; names and abbreviations in it keep theirs."""
    return text[:1].upper() + text[1:]


def with_full_stop(text: str) -> str:
    """`text` as a sentence: with a full stop unless it ends one already; nothing stays nothing."""
    return f"{text}." if text and text[-1] not in ".?!" else text


def straight(text: str) -> str:
    """`text` with the marks of a keyboard again: what is compared, whichever marks it was saved
    with."""
    return text.translate(_STRAIGHT)


def folded(text: str) -> str:
    """The form of a title by which two are compared: marks of a keyboard, no capitals."""
    return straight(text).casefold()


def _line(line):
    line = _ELIDED.sub(_elided, line)
    signs, opened = list(line), {"'": False, '"': False}
    for place, sign in enumerate(signs):
        if sign in opened:
            signs[place] = _quote(signs, place, opened)
    return _SPAN.sub(r"\g<first>–\g<last>", "".join(signs))


def _elided(match):
    before = match.string[: match.start()][-1:]
    return "’" if not before or before in _BEFORE_OPENING else match[0]


def _quote(signs, place, opened):
    """The mark for the sign at `place`; `opened` is which quotations of the line are open."""
    sign = signs[place]
    before = signs[place - 1] if place else " "
    after = signs[place + 1] if place + 1 < len(signs) else " "
    left, right = ("‘", "’") if sign == "'" else ("“", "”")
    if before in _BEFORE_OPENING and not after.isspace() and not opened[sign]:
        opened[sign] = True
        return left
    if before.isdigit() and not after.isalpha() and not opened[sign]:
        # Feet and inches, minutes and seconds.
        return sign
    if sign == "'" and after.isalnum():
        return right
    opened[sign] = False
    return right
