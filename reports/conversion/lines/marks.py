"""What a line begins with: the mark of a heading, a bullet, a label as typed."""

import re
from dataclasses import dataclass

from assurance.runtime.digits import label_numbers, whole
from reports.language import labels

_HEADING = re.compile(r"(?P<signs>#{1,6})\s+(?P<words>.*?)\s*#*\s*")
_BULLET = re.compile(
    r"(?P<sign>[•·▪‣●◦○■□➢➤✓✔→\uf000-\uf0ff])[ \t]*(?P<words>.*)"
    r"|(?P<dash>[-–—*+o])(?:[ \t]+(?P<rest>.*))?"
)
_LABEL = re.compile(
    r"(?P<typed>"
    r"(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,3}[.)]?)"
    r"(?=\*|\s+(?:[A-Z*‘“'\"(]|(?:[ivx]{1,4}|[a-z])[.)]\s)|\s{2,}\S|\t|\s*$)"
    r"|(?P<number>\(?\d{1,3}[.)])(?=\s|\*|$|[A-Z])"
    r"|(?P<tabbed>\d{1,3})(?=\t|\s{3,}\S)"
    r"|(?P<letters>\([a-zA-Z]{1,5}\)|[a-zA-Z]{1,5}\)|[a-zA-Z]\.|[ivxl]{1,6}\.)(?=\s|\*|$)"
    r")\s*(?P<words>.*)",
    re.DOTALL,
)
_ANNEX = re.compile(
    r"(?P<typed>(?i:annex(?:e|es)?|appendix|appendices|schedule|enclosure)\s+"
    r"(?P<names>(?:[A-Z]{1,2}\d{0,2}|\d{1,2}[A-Za-z]?|[IVX]{1,4})"
    r"(?:(?:\s*(?:&|\band\b|,|\bto\b)\s*|[–-])(?:[A-Z]\d{1,2}|[A-Z](?![\w’'])|\d{1,2})(?!\w))*))"
    r"(?:\s*[:–—-]+\s*|\s*\.\s+|\s+(?=\()|\s*$|\s+(?=[A-Z‘“'\"]))(?P<title>.*)",
    re.DOTALL,
)
_CAPTION = re.compile(
    r"(?P<typed>(?:Table|Figure|Fig\.?|Chart|Graph)\s*\d{1,2}[a-z]?)\s*(?:[.:–—-]+\s*|\s+|$)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
TERMINAL = (".", ";", ",", ":")


@dataclass(frozen=True)
class Mark:
    """What stands before a line's words: a heading's level, a bullet, a label as typed."""

    words: str
    level: int = 0
    bullet: bool = False
    typed: str = ""

    @property
    def is_any(self):
        """Whether there is one at all."""
        return bool(self.level or self.bullet or self.typed)


def mark_of(text: str) -> Mark:
    """The mark of a line that has been freed of its indent."""
    level, bullet = 0, False
    if heading := _HEADING.fullmatch(text):
        level, text = len(heading["signs"]), heading["words"]
    if match := _BULLET.fullmatch(text):
        bullet = True
        text = match["words"] if match["sign"] else match["rest"] or ""
        text = text.strip()
    opened = re.match(r"(\*\*|__|\*|_)(?=[\d(a-zA-Z])", text)
    label = label_of(text[len(opened[0]) :] if opened else text)
    if label is None:
        return Mark(text, level, bullet)
    typed, rest = label
    return Mark(_reopened(opened, rest) if opened else rest, level, bullet, typed)


def label_of(text: str) -> tuple[str, str] | None:
    """The typed label that `words` begin with and the words behind it, or None."""
    match = _LABEL.fullmatch(text)
    if not match:
        return None
    name = bare_label(match["letters"] or "")
    if len(name) > 1 and labels.place_of(name.lower(), "roman") is None:
        return None
    return match["typed"], match["words"].strip()


def bare_label(typed: str) -> str:
    """A label without its brackets and stop."""
    return typed.strip("().")


def styles_of(typed: str) -> list[tuple[str, int]]:
    """What a label can be, likeliest first: (style, place from 1); a roman one may be a letter."""
    name = bare_label(typed)
    if name.isdecimal():
        number = whole(name)
        return [] if number is None else [("number", number)]
    lowered, result = name.lower(), []
    for style in ("roman", "letter"):
        place = labels.place_of(lowered, style) if len(name) == 1 or style == "roman" else None
        if place:
            result.append((style, place))
    if len(result) == 2 and lowered not in "iv":
        result.reverse()
    return result


def form_of(typed: str) -> str:
    """How a label is written, whatever its number: `1.`, `(a)`, `i)`."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", re.sub(r"[A-Z]+", "A", typed)))


def dotted(typed: str) -> tuple[int, ...]:
    """The numbers of a label (`3.2.1` → 3, 2, 1; `3.0` → 3); empty for letters."""
    if re.search(r"[A-Za-z]", typed):
        return ()
    numbers = label_numbers(typed)
    return numbers[:1] if len(numbers) == 2 and not numbers[1] else numbers


def is_next(before: str, typed: str) -> bool:
    """Whether a label follows another of its form: `(ii)` after `(i)`."""
    if not before or not typed or form_of(before) != form_of(typed):
        return False
    places = dict(styles_of(before))
    return any(places.get(style) == place - 1 for style, place in styles_of(typed))


def annex_of(text: str) -> tuple[str, str] | None:
    """The label (`Annex B1 & B2`) and title of a line that begins with one, or None."""
    match = _ANNEX.fullmatch(text.strip())
    if not match or not any(sign.isupper() or sign.isdigit() for sign in match["names"]):
        return None
    return " ".join(match["typed"].split()), match["title"].strip()


def caption_of(text: str) -> tuple[str, str] | None:
    """The label (`Table 1`, `Fig. 2`) and words of a line that begins with one, or None."""
    match = _CAPTION.fullmatch(text.strip())
    return (match["typed"].strip(), match["title"].strip()) if match else None


def is_like_a_heading(text: str, longest: int = 100) -> bool:
    """Whether words without emphasis could be a heading: short, one phrase, no stop at the end."""
    return (
        1 < len(text) <= longest
        and not text.endswith(TERMINAL)
        and (text[0].isupper() or text[0].isdigit() or text[0] in "‘“'\"(")
        and ". " not in text
        and any(sign.isalpha() for sign in text)
        and text.count("(") == text.count(")")
    )


def is_capitals(text: str) -> bool:
    """Whether a line is written in capitals."""
    if len(text) > 150:
        return False
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 3 and all(sign.isupper() for sign in letters)


def _reopened(opened, rest):
    """The words behind a label that stood within the emphasis which they end."""
    sign = opened[0]
    if rest.startswith(sign):
        return rest[len(sign) :].lstrip()
    return f"{sign}{rest}" if sign in rest else rest
