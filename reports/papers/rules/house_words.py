"""House words, a line each: `say / plural | not said, not said | reason | where it holds`."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

USUAL = Path(__file__).resolve().parents[3] / "fixtures" / "house-words.json"
NEW, MORE, SAME = "new", "more", "same"
EVERYWHERE, TEXT = "everywhere", "text"
HOLDS = [(EVERYWHERE, "Everywhere"), (TEXT, "In running text alone")]
LONGEST, LONGEST_REASON, MOST_REFUSED, MOST_LINES = 80, 300, 30, 300

_SEPARATOR = re.compile(r"[,;\n]")
_NEVER = re.compile(r"[|\[\]]")
_IRREGULAR = {"child": "children", "person": "people", "man": "men", "woman": "women"}
_QUOTES = ' “”"‘’.\r\t'


@dataclass(frozen=True)
class Wording:
    """What a council says (`say`, `plural`) in place of `refused`; where it holds, and why."""

    say: str
    refused: tuple[str, ...]
    plural: str = ""
    reason: str = ""
    holds: str = EVERYWHERE

    @property
    def holds_words(self) -> str:
        """Where it holds, in words."""
        return dict(HOLDS)[self.holds]


@dataclass(frozen=True)
class PreferredWording:
    """What a paper says in place of one word; `text_alone` leaves headings and tables in peace."""

    says: tuple[str, ...]
    text_alone: bool = False
    because: str = ""


def words_in(text: str) -> tuple[str, ...]:
    """The words that `text` lists, parted by commas, semicolons or lines, each once."""
    tidied = (" ".join(part.strip(_QUOTES).split()) for part in _SEPARATOR.split(text))
    return tuple({word.casefold(): word for word in tidied if word}.values())


def why_not(word: Wording) -> tuple[str, str]:
    """(the field, why it cannot be so), or two empty texts."""
    items = (word.say, word.plural)
    if not word.say:
        return "say", "Enter the word to use"
    if not word.refused:
        return "refused", "Enter at least one word to avoid"
    if len(word.refused) > MOST_REFUSED:
        return "refused", f"Enter {MOST_REFUSED} words to avoid, or fewer"
    for field, some in (("say", items[:1]), ("plural", items[1:]), ("refused", word.refused)):
        for item in filter(None, some):
            if sentence := _why_no_word(item):
                return field, sentence
    if len(word.reason) > LONGEST_REASON:
        return "reason", f"The reason must have {LONGEST_REASON} letters or fewer"
    same = {entry.casefold() for entry in items if entry} & {
        entry.casefold() for entry in word.refused
    }
    if same:
        return "refused", f"“{min(same)}” is the word to use: it cannot also be a word to avoid"
    return "", ""


def read_lines(text: str) -> tuple[tuple[Wording, ...], str]:
    """(the house words that `text` lists line by line, why it cannot be kept or nothing)."""
    lines = [(place, line) for place, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_LINES:
        return (), f"There are {len(lines)} lines, and {MOST_LINES} are the most at once"
    index = {}
    for place, line in lines:
        word, sentence = _read(line)
        sentence = sentence or why_not(word)[1]
        if sentence:
            return (), f"Line {place}: {sentence[0].lower()}{sentence[1:]}"
        before = index.get(word.say.casefold())
        index[word.say.casefold()] = joined(before, word) if before else word
    return tuple(index.values()), ""


def line_of(word: Wording) -> str:
    """The line that says `word`, which `read_lines` reads again as it is."""
    text = f"{word.say} / {word.plural}" if word.plural else word.say
    more = [word.reason, word.holds_words if word.holds != EVERYWHERE else ""]
    parts = [text, ", ".join(word.refused), *more]
    while not parts[-1]:
        parts.pop()
    return " | ".join(parts)


def joined(wording: Wording, more: Wording) -> Wording:
    """`held` with the words of `more` besides its own, and what else `more` says where it does."""
    labels = {item.casefold(): item for item in (*wording.refused, *more.refused)}
    return Wording(
        wording.say,
        tuple(labels.values()),
        more.plural or wording.plural,
        more.reason or wording.reason,
        more.holds if more.holds != EVERYWHERE else wording.holds,
    )


def planned(rows: Iterable[Wording], more: Iterable[Wording]) -> tuple[tuple[str, Wording], ...]:
    """For each of `more`: what keeping it beside `rows` does, and the house word as it is then."""
    known = {entry.say.casefold(): entry for entry in rows}
    plan = []
    for item in more:
        before = known.get(item.say.casefold())
        now = joined(before, item) if before else item
        plan.append((NEW if before is None else SAME if now == before else MORE, now))
    return tuple(plan)


@cache
def usual_lines() -> str:
    """The lines of house words that many councils have, each with its source as the reason."""
    rows = json.loads(USUAL.read_text(encoding="utf-8"))
    return "\n".join(line_of(Wording(**{**row, "refused": tuple(row["refused"])})) for row in rows)


def plural_of(word: str) -> str:
    """The plural of an English word, or of the last word of several, by the usual rules."""
    beginning, last = word[: -len(word.split()[-1])], word.split()[-1]
    if last.casefold() in _IRREGULAR:
        return beginning + _IRREGULAR[last.casefold()]
    if re.search(r"(?:s|x|z|ch|sh)$", last, re.I):
        return f"{word}es"
    if re.search(r"[^aeiou]y$", last):
        return f"{word[:-1]}ies"
    return f"{word}s"


def is_initials(word: str) -> bool:
    """Whether `word` is initials such as `LAC` or `CiC`, which no other letters mean."""
    return " " not in word and sum(item.isupper() for item in word) > 1


def preferred(terms: Iterable[Wording]) -> Mapping[str, PreferredWording]:
    """Word that is not said, or its plural → what a paper says in its place."""
    index = {}
    pairs = ((word, *pair) for word in terms for pair in _pairs(word))
    for word, key, item in pairs:
        record = index.get(key)
        says = (item,) if record is None else tuple(dict.fromkeys((*record.says, item)))
        alone = word.holds == TEXT and (record is None or record.text_alone)
        because = word.reason if record is None or record.because == word.reason else ""
        index[key] = PreferredWording(says, alone, because)
    return index


def _pairs(word) -> Iterator[tuple[str, str]]:
    """(a word that is not said, what is said in its place) for each form."""
    several = {plural_of(entry).casefold() for entry in word.refused} if word.plural else set()
    for item in word.refused:
        is_plural = item.casefold() in several
        yield _key(item), word.plural if is_plural else word.say
        listed = {other.casefold() for other in word.refused}
        if word.plural and not is_plural and plural_of(item).casefold() not in listed:
            yield _key(plural_of(item)), word.plural


def _key(word):
    return word if is_initials(word) else word.casefold()


def _why_no_word(word):
    if len(word) > LONGEST:
        return f"“{word[:20]}…” must have {LONGEST} letters or fewer"
    if _NEVER.search(word):
        return "A word cannot have | or a square bracket"
    return "" if re.search(r"[^\W\d_]", word) else f"“{word}” has no letter"


def _read(line):
    """(the house word of a line, why the line is none or an empty text)."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) < 2:
        return None, "put a | between the word to use and the words to avoid"
    if len(parts) > 4:
        return None, "there are more than four parts"
    value, refused, reason, holds = (*parts, "", "")[:4]
    item, _slash, plural = (" ".join(entry.split()) for entry in value.partition("/"))
    places = {text.casefold(): key for key, text in HOLDS} | {"": EVERYWHERE}
    places |= {key: key for key, _text in HOLDS}
    if holds.casefold() not in places:
        return None, "where it applies is “Everywhere” or “In running text alone”"
    where = places[holds.casefold()]
    return Wording(item, words_in(refused), plural, reason, where), ""
