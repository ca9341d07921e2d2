"""The days of the next paper, moved by one interval; why a carried sentence needs a look."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from assurance.runtime.periods import MONTHS, When, end_of_month, months_covered
from reports.language.grammar import TOKEN, days_of
from reports.language.inline import parse_inline
from reports.language.tokens import (
    Compare,
    DateName,
    DerivedNumber,
    NoteMark,
    Quote,
    RecordField,
    StatedNumber,
    quotes_in,
    read_token,
    walk,
)
from reports.papers.typed_numbers import LIST
from reports.prose.day_mentions import moved_by, told_days, without_days
from reports.prose.people_names import named_people

MOST_NAMED = 6
STAYED = "The date in it is that of the last report: see that it is still the right one."
COMPARED = "It compares live figures: see that the words around them still fit."
RECORD = "It quotes a record: see that it is still the right one."
OWN_DAY = "A figure in it has a date of its own, which has not moved with the report’s dates."
_DIGITS = re.compile(r"(?<![\w.])(?:£\s?)?\d(?:[\d,.]*\d)?(?:%|k\b|\s(?:per cent|million)\b)?")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|thousand|dozens?|half(?!-)|twice|none|majority)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|doubled|halved|increas(?:e|es|ed|ing)|"
    r"decreas(?:e|es|ed|ing)|improv(?:ed|ement)|worsened|reduc(?:ed|tion)|compared|"
    r"more|fewer|less|fewest|most|(?<!at )least|higher|highest|lower|lowest|better|worse|greater|"
    r"larger|smaller|slightly|almost|nearly|mostly|everywhere)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:this|last|next|past|coming|previous)\s+(?:year|month|week|quarter|half-year|period|"
    r"spring|summer|autumn|winter|term)(?:[’']s)?\b"
    r"|\bduring\s+the\s+(?:year|half-year|quarter|period)\b"
    r"|\b(?:still|remains?|no\s+longer|today|yesterday|tomorrow|currently|recently|at\s+present|latest|most\s+recent|newly|"
    r"so\s+far|to\s+date|year\s+ago|months\s+ago|shortly|soon|now)\b",
    re.IGNORECASE,
)


def reasons(written: str, text: str, before: str = "") -> tuple[str, ...]:
    """Each reason why a sentence that was carried as `written` and reads as `text` asks for a look;
    `before` is how it read last time."""
    if written == LIST:
        return ("Its list is made afresh from the records.",)
    tokens = list(walk(parse_inline(written)))
    prose = TOKEN.sub(lambda raw: _words_of(read_token(raw[0])), written)
    bare = without_days(prose)
    matches = (
        "A figure or a date in it has changed." if before not in ("", text) else "",
        STAYED if before == text and any(isinstance(token, DateName) for token in tokens) else "",
        *_of_tokens(tokens),
        _named("compares", _COMPARED.findall(bare)) or _of_comparisons(tokens),
        _named("names a person", named_people(prose)),
        _named("names dates, months or years", [told_day.words for told_day in told_days(prose)]),
        _named("includes typed numbers", [match.strip() for match in _DIGITS.findall(bare)]),
        _named("includes a number or a share in words", _NUMBER_WORD.findall(bare)),
        _named("speaks of its own time", _NOW.findall(prose)),
    )
    return tuple(dict.fromkeys(filter(None, matches)))


def _is_compared(token):
    forms = ("change", "direction")
    is_of_two = isinstance(token, Compare | DerivedNumber)
    return is_of_two or (isinstance(token, Quote) and token.form in forms)


def _of_comparisons(tokens):
    return COMPARED if any(map(_is_compared, tokens)) else ""


def _of_tokens(tokens) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, StatedNumber):
            yield f"It states {token.words}, which is in no record."
        elif isinstance(token, RecordField):
            yield RECORD
        elif _own_days(token):
            yield OWN_DAY


def _own_days(token):
    whens = (
        when
        for quote in quotes_in(token)
        for when in ((quote.when,) if isinstance(quote, Quote) else (quote.earlier, quote.later))
    )
    return any(map(days_of, whens))


def _words_of(token):
    return f" {token.words} " if isinstance(token, NoteMark) else " "


def _named(says, text):
    rows = list(dict.fromkeys(text))
    if not rows:
        return ""
    named = ", ".join(f"“{item}”" for item in rows[:MOST_NAMED])
    more = f" and {len(rows) - MOST_NAMED} more" if len(rows) > MOST_NAMED else ""
    return f"It {says}: {named}{more}."


YEAR = 12
_YEAR = re.compile(r"\d{4}")
# “Recruitment in 2018” and “Annual report 2018”, not “Working Together 2018: its guidance”.
_YEAR_OF_PERIOD = re.compile(
    r"(?<=\bin )\d{4}\b(?![/–-])|(?<=\bfor )\d{4}\b(?![/–-])|(?<!\S)\d{4}$"
)
_NAMED_MONTH = re.compile(rf"({'|'.join(MONTHS)})([-_ ])(\d{{4}})", re.IGNORECASE)


def next_period(period: When) -> When:
    """The period of the same length that follows `period`."""
    months = months_in(period)
    if months:
        return When(moved_by(period.start, months), moved_by(period.end, months))
    length = (period.end - period.start).days
    return When(moved_by(period.end, days=1), moved_by(period.end, days=1 + length))


def months_in(period: When) -> int:
    """How many whole calendar months `period` holds; nought where it is not whole months."""
    return months_covered(period.start, period.end)


def proposed(
    names: Mapping[str, When],
    before: When,
    after: When,
    dated: tuple[date | None, date | None] = (None, None),
) -> dict[str, When]:
    """Name → the day or period that it will mean in a paper about `after`, when it meant `names`
    in one about `before`; `dated` are the days of the two papers, where they are known.

    The ends of the period are those of the next, however long it is; each other moves by as many
    months as the period does. One whose label has its year stays; a whole
    year moves to the last one that has ended with the period. A day that lay before the paper's
    still does, and days keep their order: one that would not is as long before the next as last
    time.
    """
    moved = {name: _moved(name, when, before, after) for name, when in names.items()}
    limit, following = dated
    days = (name for name, when in names.items() if when.is_day and moved[name] != when)
    for name in sorted(days, key=lambda name: names[name].end, reverse=True):
        day = names[name].end
        if None in dated or day > limit:
            continue
        if moved[name].end > following:
            moved[name] = When.at(following - (limit - day))
        limit, following = day, moved[name].end
    return {name: replace(when, label=names[name].label) for name, when in moved.items()}


def next_slug(slug: str, day: date) -> str:
    """`slug` with the month and year of `day` for those it names; empty where it names none."""
    match = _NAMED_MONTH.search(slug)
    if not match:
        return ""
    text = f"{day:%B}{match[2]}{day.year}".lower()
    return f"{slug[: match.start()]}{text}{slug[match.end() :]}"


def next_title(title: str, day: date, before: When, after: When) -> str:
    """`title` with the month and year of `day` for those it names, or with the year of the period
    `after` for that of `before`; with the month behind it where it names no year or that year goes
    on, so that titles tell two reports apart."""
    match = _NAMED_MONTH.search(title)
    if match:
        return f"{title[: match.start()]}{day:%B %Y}{title[match.end() :]}"
    match = _YEAR_OF_PERIOD.search(title)
    years = range(before.start.year, before.end.year + 1)
    year = next((year for year in years if match and match[0] == str(year)), None)
    if year:
        moved = year + after.end.year - before.end.year
        title = f"{title[: match.start()]}{moved}{title[match.end() :]}"
        return title if moved != year else f"{title}, {day:%B %Y}"
    return title if _YEAR.search(title) else f"{title}, {day:%B %Y}"


def next_paper_date(paper_date: date | None, meeting: date | None, following: date | None):
    """The next paper's day, as long before its meeting as last time; None if not known."""
    if not (paper_date and meeting and following):
        return None
    return following - (meeting - paper_date)


def names_its_year(name: str, when: When) -> bool:
    """True if what readers see of a date has its year, so that it is the same in every report: its
    label, else its name."""
    return bool(re.search(rf"(?<!\d){when.end.year}(?!\d)", when.label or name))


def later_label(label: str, before: When, after: When) -> str:
    """`label` with the year in which `after` ends where it has that of `before`."""
    return re.sub(rf"(?<!\d){before.end.year}(?!\d)", str(after.end.year), label)


def followed_until(when: When, day: date) -> date | None:
    """The end of the last period by `day` that is as long as `when` and begins where it, or one
    after it, ended; None for a date, for what is not whole months, and where none has ended."""
    months, last = 0 if when.is_day else months_in(when), None
    # The calendar ends: what would lie after it is moved to its last day.
    while months and when.end < (end := end_of_month(moved_by(when.start, 2 * months - 1))) <= day:
        last, when = end, When(moved_by(when.start, months), end)
    return last


def _moved(name, when, before, after):
    if names_its_year(name, when):
        return when
    ends = {before.start: after.start, before.end: after.end}
    if when.start in ends and when.end in ends:
        return When(ends[when.start], ends[when.end])
    if not when.is_day and months_in(when) == YEAR:
        years = _years_ended(when, after.end) - _years_ended(when, before.end)
        return When(moved_by(when.start, years * YEAR), moved_by(when.end, years * YEAR))
    months = _months(before.start, after.start)
    days = 0 if months_in(before) else (after.start - moved_by(before.start, months)).days
    start, end = (moved_by(day, months, days) for day in (when.start, when.end))
    # A period is from its first day: only the end of one, or a day by itself, sticks to month ends.
    return When(min(start, end), end)


def _years_ended(when, day):
    """How many years such as `when` have ended by `day`."""
    return day.year - (day < end_of_month(date(day.year, when.end.month, 1)))


def _months(earlier, later):
    return (later.year - earlier.year) * YEAR + later.month - earlier.month
