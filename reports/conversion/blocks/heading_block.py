"""The heading block of a paper: what stands before its first part, and what each line says."""

import re
from collections import Counter
from itertools import islice

from reports.conversion.blocks.roles import keyed, opens_the_body, role_and_rest, role_of
from reports.conversion.lines import markup
from reports.conversion.lines.dates import dated_line, day_in, is_a_day
from reports.conversion.lines.marks import caption_of, is_capitals, is_like_a_heading
from reports.conversion.results import Unit

_KEYS = {
    "title": ("title", "subject", "report title", "title of report", "re", "report on", "item"),
    "committee": ("committee", "meeting", "report to", "to", "panel", "board", "decision maker"),
    "meeting": ("date", "date of meeting", "meeting date", "committee date", "date and time"),
    "council": ("council", "authority", "local authority"),
    "author": ("report of", "report by", "report author", "author", "from", "lead officer"),
    "paper_date": ("date of report", "report date", "date of paper"),
}
_OTHER_KEYS = ("time", "venue", "place", "present", "contact", "telephone", "tel", "email", "ward")
_BY_KEY = {key: name for name, keys in _KEYS.items() for key in keys}
_BODIES = "committee|panel|board|cabinet|executive|commission|forum"
_COMMITTEE = re.compile(rf"\b(?:{_BODIES}|sub-?committee|council meeting)\b", re.IGNORECASE)
_NAMED = re.compile(rf".*\b(?:{_BODIES})\W*", re.IGNORECASE)
_COMMITTEE_NAMED = re.compile(
    r"(?P<name>[A-Z][\w’',&-]*(?: (?:[A-Z][\w’',&-]*|and|of|for|the|&))*? "
    r"(?:Committee|Panel|Board|Cabinet|Commission|Forum))\b"
)
_COUNCIL = re.compile(
    r"(?P<name>(?:City of|(?:Royal |London )?Borough of|County of) [A-Z][a-z]+(?: [A-Z][a-z]+){0,3}"
    r"(?: Council)?|[A-Z][a-z-]+(?: (?:and|upon|on|[A-Z&][a-z-]*)){0,4} (?:County |City |Borough "
    r"|District |Metropolitan )*Council)\b"
)
# “Written 11 December 2023”, “This report was prepared on …”.
_WRITTEN = re.compile(
    r"(?:(?:this\s+)?(?:report|paper|briefing|note)\s+)?(?:(?:was|is)\s+)?"
    r"(?:written|drafted|prepared|dated|completed|finali[sz]ed)(?:\s+on)?:?\s+(?=\S*\d|[A-Z])",
    re.IGNORECASE,
)
_NO_NAMES = (
    *("The", "This", "Our", "Local", "Full", "Each", "Every", "That", "Any", "All", "Care"),
    *("Youth", "School", "Schools", "Student", "Students", "Pupil", "Health", "Research"),
    *("Arts", "British"),
)
_NO_COUNCIL = re.compile(r"(?:County|City|Borough|District|Town|Parish) Council")
_SPEAKS_OF = re.compile(
    r"(?:notice|agenda|minutes)\b|(?:.*\s)?(?:update|briefing|response|letter)\s(?:to|for|of|from)\b"
    r"|.*\sreport\s(?:to|for|of|from)\b",
    re.IGNORECASE,
)
# “Report to the”, “For the meeting of the”, “Presented to the”: before the name of a body.
_LEADS_IN = re.compile(
    r"(?:(?:a\s+)?(?:report|paper|briefing)\s+)?(?:(?:presented|submitted|going)\s+)?(?:to|for)\s+(?:the\s+)?"
    r"(?:meeting\s+of\s+(?:the\s+)?)?|meeting\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AROUND_A_DAY = re.compile(r"[\s,;:|(–—-]*(?:\b(?:meeting|on|of)\b[\s,;:|(–—-]*)*$", re.IGNORECASE)
_REPORT_OF = re.compile(r"(?:joint )?report (?:of|by|from)\b:?\s*(?P<who>.+)", re.IGNORECASE)
_MINUTES_OF = re.compile(r"(?:draft\s+)?minutes\s+of\b", re.IGNORECASE)
_DEAR = re.compile(r"dear\b.*", re.IGNORECASE)
_LONG = 160


def head_ends(units: list[Unit]) -> int:
    """The place of the first unit that is no longer of the heading block."""
    for place, unit in enumerate(units):
        text = markup.bare(unit.words)
        if unit.kind in ("paragraph", "section") or is_a_greeting(text):
            return place
        follows = units[place + 1] if place + 1 < len(units) else None
        if any(map(_is_of_the_body, (unit, follows))) and (
            unit.kind == "table" or caption_of(text)
        ):
            return place
        if unit.kind in ("heading", "text") and (opens_the_body(text) or role_of(text)):
            return place
        if unit.kind == "text" and (role_and_rest(text) or len(text) > _LONG):
            return place
        if _heads_the_body(islice(units, place), unit, follows):
            return place
    return len(units)


def read_head(units: list[Unit], letter: bool) -> tuple[dict[str, str], list[Unit]]:
    """What the heading block says, by name, and its units whose words no field takes over. A
    `letter` has no title among its addresses."""
    head, rest = {}, []
    candidates = []
    for unit in units:
        text = markup.bare(unit.words)
        if unit.kind == "table":
            rest += [row for row in _rows(unit) if not _take(head, row)]
        elif not unit.typed and (named := _body_and_day(text, head)):
            head |= named
            # Whoever reports is kept too.
            rest += [unit] if "author" in named or not _is_a_bare_day(named["meeting"]) else []
        elif not unit.typed and (name := _whole_line(text, head)):
            shouted = name == "council" and is_capitals(text)
            head[name] = text.title() if shouted else text
            if shouted or (name not in ("council", "committee") and not _is_a_bare_day(text)):
                rest.append(unit)
        elif not _take(head, unit):
            rest.append(unit)
            keyed_line = unit.role or _has_a_key(text)
            if not keyed_line and unit.kind in ("heading", "text") and is_like_a_heading(text, 200):
                candidates.append(unit)
    if "title" not in head and candidates and not letter:
        chosen = _title_of(candidates)
        head["title"] = markup.bare(chosen.words)
        rest = [item for item in rest if item is not chosen]
    return head, rest


def committee_in(text: str) -> str:
    """The name of a committee that stands within a line, or nothing."""
    match = _COMMITTEE_NAMED.search(text)
    return match["name"] if match else ""


def council_in(text: str) -> str:
    """The council that `words` name most often, or nothing."""
    names = (match["name"] for match in _COUNCIL.finditer(text))
    counts = Counter(
        name
        for name in names
        if name.split()[0] not in _NO_NAMES and not _NO_COUNCIL.fullmatch(name)
    )
    return counts.most_common(1)[0][0] if counts else ""


def is_a_greeting(text: str) -> bool:
    """Whether a line greets somebody, as a letter does."""
    return bool(_DEAR.fullmatch(text)) and len(text) < 80


def is_a_letter(units: list[Unit]) -> bool:
    """Whether the source greets somebody: a letter has no title of its own."""
    return any(is_a_greeting(markup.bare(unit.words)) for unit in units[:30])


def _whole_line(text, head):
    """The field that a whole line is, or nothing."""
    if is_a_day(text) and "meeting" not in head:
        return "meeting"
    if "meeting" not in head and _MINUTES_OF.match(text) and day_in(text):
        return "meeting"
    if _REPORT_OF.fullmatch(text) and "author" not in head:
        return "author"
    written = _WRITTEN.match(text)
    if written and "paper_date" not in head and is_a_day(text[written.end() :]):
        return "paper_date"
    short = len(text) <= 120 and ". " not in text and ":" not in text
    if short and _COMMITTEE.search(text) and "committee" not in head and _is_named(text):
        return "committee"
    return "council" if short and "council" not in head and _names_council(text) else ""


def _body_and_day(text, head):
    """The body and the date of a meeting that a line names together, by field, or nothing."""
    dated = dated_line(text) if "meeting" not in head and len(text) <= _LONG else None
    if not dated:
        return {}
    before, day = dated
    if _REPORT_OF.fullmatch(text) and "author" not in head:
        name = committee_in(before)
        return {"author": text, "meeting": day, **({"committee": name} if name else {}), **head}
    lead = _LEADS_IN.match(before)
    name = _AROUND_A_DAY.sub("", before[lead.end() :] if lead else before).strip()
    if not name and lead:
        return {"meeting": day}
    # “Cabinet” has no name before it.
    is_body = _COMMITTEE_NAMED.fullmatch(name) or _COMMITTEE_NAMED.fullmatch(f"A {name}")
    return {"committee": name, **head, "meeting": day} if is_body else {}


def _names_council(text):
    """Whether a line is the name of a council, in capitals too."""
    return bool(_COUNCIL.fullmatch(text.title() if is_capitals(text) else text))


def _is_named(text):
    """Whether a line is a committee's name and not a sentence or a title that speaks of one."""
    return bool(_NAMED.fullmatch(text)) and not _SPEAKS_OF.match(text)


def _take(head, unit):
    """Takes over a line with a key; whether no words of it are left to keep."""
    text = markup.bare(unit.words)
    result = keyed(text)
    name = result and _BY_KEY.get(result[0].lower())
    if not name or not result[1] or name in head:
        return False
    _key, rest = result
    if name == "committee" and not _COMMITTEE.search(rest):
        return False
    if name == "committee" and (named := _body_and_day(rest, head)):
        head |= named
        unit.role = name
        return False
    if name in ("meeting", "paper_date") and not day_in(rest):
        return False
    head[name] = rest
    unit.role = name
    whole = name in ("title", "committee", "council") or _is_a_bare_day(rest)
    if whole:
        head["labels"] = f"{head.get('labels', '')} {result[0]}:".strip()
    return whole


def _is_a_bare_day(text):
    """Whether a day is all that a line says: one with its weekday is kept, to be checked."""
    return is_a_day(text) and not re.search("day", text, re.IGNORECASE)


def _has_a_key(text):
    result = keyed(text)
    return bool(result) and result[0].lower() in (*_BY_KEY, *_OTHER_KEYS)


def _rows(table):
    """The rows of a table of the heading block as lines with keys."""
    made = []
    for row in table.rows:
        key, *rest = [item for item in row if item] or [""]
        text = f"{key.rstrip(':')}: {' '.join(rest)}" if rest else key
        made.append(Unit("text", table.number, text, blank=True))
    return made


def _is_of_the_body(unit):
    """Whether it is a table with too few keys for one of a heading block."""
    if unit is None or unit.kind != "table":
        return False
    rows = _rows(unit)
    return sum(_has_a_key(row.words) for row in rows) * 3 < len(rows)


def _title_of(candidates):
    """The likeliest title: the highest heading, else the last line in capitals, else the last."""
    headings = [candidate for candidate in candidates if candidate.kind == "heading"]
    if headings:
        return min(headings, key=lambda item: item.level)
    named = [candidate for candidate in candidates if not candidate.role]
    bold = [item for item in named if markup.is_bold(item.words) or is_capitals(item.words)]
    return (bold or named or candidates)[-1]


def _heads_the_body(before, unit, follows):
    """Whether a line right before the first numbered thing heads the body, not the paper."""
    if follows is None or follows.kind not in ("paragraph", "section"):
        return False
    if not _could_be_title(unit):
        return False
    return any(_could_be_title(item) for item in before)


def _could_be_title(unit):
    text = markup.bare(unit.words)
    plain = unit.kind in ("heading", "text") and is_like_a_heading(text, 200)
    return plain and not _has_a_key(text) and not _whole_line(text, {})
