"""Words for which the council says others: its house words."""

import re
from collections.abc import Iterator

from reports.checks.reading import FACT, PROSE, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.papers.rules.house_words import PreferredWording, is_initials
from reports.prose.marks import text_before

_QUOTED = re.compile(r"“[^”]*”|(?<!\w)‘[^’]*’(?!\w)|\"[^\"]*\"")
_ARTICLE = re.compile(r"\b(an?)\s+$", re.I)
_SEVERAL = re.compile(r"(?:s|children|people)$", re.I)
_VOWEL = re.compile(r"[aeiou]", re.I)
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")


@rule("house-word", Severity.WARNING, "C25")
def house_words(reading: Reading, known) -> Iterator[Fault]:
    """A thing has the name that this council gives it."""
    if not known.preferred:
        return
    terms = sorted(known.preferred, key=len, reverse=True)
    either = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern, terms))})(?![\w-])")
    instead = {_key(word): value for word, value in known.preferred.items()}
    for line in reading.lines:
        if line.kind == FACT:
            continue
        quoted, right = _covered(_QUOTED, line.text), {}
        for match in either.finditer(line.text):
            plain = _plain(match[0])
            row = instead.get(plain) or instead[plain.casefold()]
            if row.text_alone and line.kind not in PROSE:
                continue
            if row not in right:
                right[row] = _covered(_own_words(row), line.text)
            if not (quoted[match.start()] or right[row][match.start()]):
                yield _wording_fault(line, match, row)


def _wording_fault(line, match, preferred_wording: PreferredWording) -> Fault:
    text = " or ".join(f"“{item}”" for item in preferred_wording.says)
    says = f"This council says {text}, and the paper says “{match[0]}”."
    says += f" {preferred_wording.because.rstrip('.')}." if preferred_wording.because else ""
    new = _as_written(line, match, preferred_wording.says[0])
    if len(preferred_wording.says) == 1 and _fits(line, match, new):
        return fault(line, match, says, f"Write “{new}”.", swap=(match[0], new))
    return fault(line, match, says, f"Write {text}, and look at the words around it.")


def _fits(line: Line, match, new) -> bool:
    """Whether `new` may simply stand where the word stands: no article goes wrong before it, no
    apostrophe follows, it is no part of a name, a figure or a citation."""
    article = _ARTICLE.search(text_before(line.text, match.start()))
    if article and (_SEVERAL.search(new) or bool(_VOWEL.match(new)) != (len(article[1]) == 2)):
        return False
    if line.text[match.end() : match.end() + 1] in ("’", "'"):
        return False
    if match[0][0].isupper() and _NAME_GOES_ON.match(line.text, match.end()):
        return False
    stretches = (*line.live, *line.cites)
    return not any(
        stretch.start < match.end() and match.start() < stretch.end for stretch in stretches
    )


def _as_written(line, match, new):
    """`new` in the letters of the place: a capital where the word had one or a sentence begins."""
    begins = line.sentence_at(match.start()).start == match.start()
    capital = begins if is_initials(match[0]) else match[0][0].isupper()
    return new[0].upper() + new[1:] if capital else new


def _own_words(value):
    """The pattern of what the council says: a word within it is no other word."""
    return re.compile("|".join(re.escape(item) for item in value.says), re.I)


def _covered(pattern, text):
    """For each sign of `text` whether it stands in a match of `pattern`."""
    signs = bytearray(len(text))
    for match in pattern.finditer(text):
        signs[match.start() : match.end()] = b"x" * (match.end() - match.start())
    return signs


def _pattern(word):
    """The pattern of a word, however blanks and apostrophes are written; initials as they are."""
    plain = re.sub(r"(?:\\ )+", r"\\s+", re.escape(word)).replace("’", "'").replace("'", "['’]")
    return plain if is_initials(word) else f"(?i:{plain})"


def _plain(text):
    return " ".join(text.split()).replace("’", "'")


def _key(word):
    return _plain(word) if is_initials(word) else _plain(word).casefold()
