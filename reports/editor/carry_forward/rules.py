"""Why a block that was carried from the last paper needs a look, in words; or nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping

from reports.papers.language.block_data import text_in
from reports.papers.language.grammar import TOKEN, days_of
from reports.papers.language.tokens import (
    Compare,
    NoteMark,
    Quote,
    RecordField,
    StatedNumber,
    read_token,
)
from reports.prose.day_mentions import told_days, without_days
from reports.prose.people_names import named_people

MOST_NAMED = 6
_DIGITS = re.compile(r"(?<![\w.])(?:£\s?)?\d(?:[\d,.]*\d)?(?:%|k\b|\s(?:per cent|million)\b)?")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|thousand|dozens?|half(?!-)|twice|none|majority)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:this|last|next|past|coming|previous)\s+(?:year|month|week|quarter|half-year|period|"
    r"spring|summer|autumn|winter|term)(?:[’']s)?\b"
    r"|\b(?:today|yesterday|tomorrow|currently|recently|at\s+present|latest|most\s+recent|newly|"
    r"so\s+far|to\s+date|year\s+ago|months\s+ago|shortly|soon|now)\b",
    re.IGNORECASE,
)


def reasons(
    heading: str, text: str, data: Mapping, changed: Iterable[tuple[str, str]] = ()
) -> tuple[str, ...]:
    """Each reason why a carried block needs a look; `changed` are (said last time, says now)."""
    texts = [heading, text, *text_in(data)]
    tokens = [read_token(raw) for text in texts for raw in TOKEN.findall(text)]
    prose = "\n".join(_prose(text) for text in texts)
    bare = without_days(prose)
    matches = (
        *(f"A figure has changed: {before} → {now}." for before, now in changed),
        *_of_tokens(tokens),
        _named("names a person", named_people(prose)),
        _named("names days, months or years", [told_day.words for told_day in told_days(prose)]),
        _named("holds typed numbers", [match.strip() for match in _DIGITS.findall(bare)]),
        _named("says a number or a share in words", _NUMBER_WORD.findall(bare)),
        _named("speaks of its own time", _NOW.findall(prose)),
        "Its list is made afresh from the records." if "records" in data else "",
    )
    return tuple(filter(None, matches))


def _of_tokens(tokens) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, StatedNumber):
            yield f"It states {token.words}, which no record holds (source: {token.source})."
        elif isinstance(token, RecordField):
            yield f"It quotes a record, {token.raw}: see that it is still the right one."
        elif _own_days(token):
            yield f"A day is written into {token.raw}, so it has not moved with the paper’s dates."


def _own_days(token):
    if isinstance(token, Quote):
        return bool(days_of(token.when))
    return isinstance(token, Compare) and bool(days_of(token.earlier) or days_of(token.later))


def _prose(text):
    """The text without its tokens; the words of a note stay, since they are prose."""
    return TOKEN.sub(lambda raw: _words_of(read_token(raw[0])), text)


def _words_of(token):
    return f" {token.words} " if isinstance(token, NoteMark) else " "


def _named(says, text):
    rows = list(dict.fromkeys(text))
    if not rows:
        return ""
    named = ", ".join(f"“{item}”" for item in rows[:MOST_NAMED])
    more = f" and {len(rows) - MOST_NAMED} more" if len(rows) > MOST_NAMED else ""
    return f"It {says}: {named}{more}."
