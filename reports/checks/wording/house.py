"""Words for which the council says others: its house words."""

import re
from collections.abc import Iterator

from reports.checks.reading import FACT, PROSE, Line, Reading
from reports.checks.rule import Fault, Mend, Rule, Severity, fault
from reports.papers.rules.house_words import PreferredWording, is_initials
from reports.prose.stretches import text_before

FAMILY = "wording"
_QUOTED = re.compile(r"“[^”]*”|(?<!\w)‘[^’]*’(?!\w)|\"[^\"]*\"")
_ARTICLE = re.compile(r"\b(an?)\s+$", re.I)
_SEVERAL = re.compile(r"(?:s|children|people)$", re.I)
_VOWEL = re.compile(r"[aeiou]", re.I)
_NAME_GOES_ON = re.compile(r"\s+[A-Z]")


def house_words(reading: Reading, known) -> Iterator[Fault]:
    """A word for which the council says another."""
    if not known.preferred:
        return
    words = sorted(known.preferred, key=len, reverse=True)
    either = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern, words))})(?![\w-])")
    instead = {_key(word): said for word, said in known.preferred.items()}
    for line in reading.lines:
        if line.kind == FACT:
            continue
        quoted, right = _covered(_QUOTED, line.text), {}
        for match in either.finditer(line.text):
            plain = _plain(match[0])
            said = instead.get(plain) or instead[plain.casefold()]
            if said.text_alone and line.kind not in PROSE:
                continue
            if said not in right:
                right[said] = _covered(_own_words(said), line.text)
            if not (quoted[match.start()] or right[said][match.start()]):
                yield _found(line, match, said)


def _found(line, match, said: PreferredWording) -> Fault:
    words = " or ".join(f"“{one}”" for one in said.says)
    says = f"This council says {words}, and the paper says “{match[0]}”."
    says += f" {said.because.rstrip('.')}." if said.because else ""
    new = _as_written(line, match, said.says[0])
    if len(said.says) == 1 and _fits(line, match, new):
        mend = Mend(f"Write “{new}”.", line.block, match[0], new)
    else:
        mend = Mend(f"Write {words}, and look at the words around it.", line.block)
    return fault(line, match.start(), says, end=match.end(), mend=mend)


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
    return not any(one.start < match.end() and match.start() < one.end for one in stretches)


def _as_written(line, match, new):
    """`new` in the letters of the place: a capital where the word had one or a sentence begins."""
    begins = line.sentence_at(match.start()).start == match.start()
    capital = begins if is_initials(match[0]) else match[0][0].isupper()
    return new[0].upper() + new[1:] if capital else new


def _own_words(said):
    """The pattern of what the council says: a word within it is no other word."""
    return re.compile("|".join(re.escape(one) for one in said.says), re.I)


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


def _plain(words):
    return " ".join(words.split()).replace("’", "'")


def _key(word):
    return _plain(word) if is_initials(word) else _plain(word).casefold()


RULES = (
    Rule(
        "house-word",
        FAMILY,
        Severity.WARNING,
        "A thing has the name that this council gives it.",
        house_words,
        "C25",
    ),
)
