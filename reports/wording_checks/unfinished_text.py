"""Words that nobody meant to print."""

import re
from itertools import zip_longest

from reports.checks.reading import CELL, FACT, HEADING, ITEM, PARAGRAPH, PROSE
from reports.checks.rule import WORDING, Severity, fault, rule
from reports.language.grammar import TOKEN
from reports.prose.patterns import SentencePattern
from reports.wording_checks.contact_lines import is_contact, is_sentence

_DOUBLED = SentencePattern(r"\b([A-Za-z]+)\s+\1\b(?![-’'])", re.I)
# English has these twice in a row.
_RIGHT = ("had", "that", "so", "very", "is", "no", "many", "more", "on", "in", "do", "again")
_CERTAIN = SentencePattern(
    r"\blist\s+wards\s+or\s+tick\b(?:\s+box)?(?:\s+to\s+indicate\s+all)?|\bdelete\s+as\s+(?:appropriate|applicable)\b"
    r"|\b(?:click|tap)\s+(?:or\s+tap\s+)?here\s+to\s+enter\b[^.\n]{0,20}"
    r"|\b(?:type|enter|insert|add)\s+(?:your\s+)?(?:text|name|title|date|number|details|figures?)"
    r"\s+here\b|\blorem\s+ipsum\b|Error!\s+(?:Reference|Bookmark)[^.\n]{0,30}"
    r"|#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?)"
    r"|[\[<{«](?:\s*(?:please\s+)?(?:insert|add|enter|complete|delete|name|date|title|number|tbc|"
    r"tba|to\s+be\s+(?:confirmed|added|completed|inserted)|xx+|\?+|…|\.\.\.|committee|council|ward"
    r"|officer|author|figure|reference|e\.g\.)\b[^\]>}»\n]{0,80}|\s*[?_.…]+\s*)[\]>}»]"
    r"|\b[Dd]{1,2}([/.-])[Mm]{1,2}\1[Yy]{2,4}\b|(?<![\w-])(?-i:TODO)\b:?|"
    r"[\[(]\s*(?:guidance|drafting\s+note|note\s+to\s+(?:author|officer|drafter)s?|instructions?)\s*:"
    r"[^\])\n]{0,200}[\])]"
    r"|\[\s*(?:NB\b|check\b|confirm\b|query\b|verify\b|awaiting\b|figures?\s+to\b|ask\s)[^\]\n]{0,100}\]"
    r"|\{\{[^}\n]*\}\}|\b(?:xx(?!x*(?:i|v))x+|XXX+)\b|(?<![\w?])\?\?\?+|(?<!\w)_{4,}(?!\w)"
    r"|\bDate\s+of\s+meeting\s+here\b|\bSelect\s+(?:an?\s+)?(?:item|option|date)\b\.?$",
    re.I,
)
# A reference that nobody filled in: “paragraph X”, “£X”, “X% of”; a part may be numbered X.
_UNFILLED = SentencePattern(
    r"\b(?i:paragraphs?|paras?\.?|sections?|tables?|figures?|charts?|minutes?|pages?|recommendations?)"
    r"\s+(?:no\.?\s+)?[\[(]?(?P<label>[XYN]|x{1,2}|XX|\?|_{2,}|#)[\])]?(?![\w)]|\.\w)"
    r"(?!\s+of\s+(?:the\s+)?[A-Z])"
    r"|£\s?(?:\d+\.)?[XYxy]{1,3}(?:\.[XYxy]+)?(?:[mk]|bn)?\b|(?<![\w-])xx\s+[a-z-]{3,}s\b|(?<![\w.])[XY]{1,3}(?:\.[XY]+)?\s?%"
    r"|(?<![\w-])(?:XX?|YY?|NN)\s+(?:children|people|staff|cases|files|visits|audits|checks|reviews)\b"
)
_UNSETTLED = SentencePattern(
    r"\b(?:TBC|TBA|TBD|T\.B\.C)\b|(?<![\w–—-])XX(?![\w–—-])|\bXX?/XX?(?:/XX+)?\b|\bxx?/xx?/(?:xx+|\d{2,4})\b"
    r"|(?<![\w’'“\"‘])DRAFT(?!\w)|\b(?:[Nn]ote|[Qq]uery)\s+to\s+(?:author|editor|self|drafter)\b"
    r"|\b(?:check|confirm)\s+with\s+[A-Z]\w+\s*\?|\?\?(?!\?)"
)
_LEFT_OVER = (
    *((_CERTAIN, Severity.ERROR), (_UNFILLED, Severity.ERROR)),
    (_UNSETTLED, Severity.WARNING),
)
_TRAILING = SentencePattern(r"(?:…|(?<!\.)\.\.\.)\s*$")
_DANGLING = SentencePattern(
    r"\b(?:and|or|the|an|because|including|of\s+the|in\s+the|to\s+the|such\s+as)\s*[.…]?\s*$"
    r"|\b(?:or|and|of|the|over|since|to)\s+(?:\w+\s+)?etc\.?\s*$",
    re.I,
)
_STOPPED = SentencePattern(r"\b(?:and|or|the|because|including|such\s+as)\.(?=\s|$)")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_LABELS = re.compile(
    r"(?:^|(?<=[\s(,;:/]))\(?(?:[a-z]|[ivx]{2,5}|\d{1,2}[a-z]?)\)(?=[\s.,;:]|$)", re.I
)
_FACES = re.compile(r"[:;]-?[()]")
_PUNCTUATION = SentencePattern(
    r",,|;;|::|(?<!\.)\.\.(?![./\\\w])|,\s*\.(?!\.|\d)|;\s*,|,\s*;|!!+|(?<!\?)\?\?(?!\?)|\.\s,|:\s*;"
)
_ENDS = re.compile(r"[.!?:;…)\]”’\"']\s*$")


@rule("doubled-word", Severity.WARNING, "C21", family=WORDING)
def doubled_words(reading, _known):
    """No word is repeated in a row."""
    for line in reading.lines:
        for match in _DOUBLED.finditer(line.text):
            if match[1].casefold() in _RIGHT or not _is_a_slip(line, match):
                continue
            says = f"“{match[1]}” is written twice in a row."
            yield fault(line, match, says, f"Keep one “{match[1]}”.", swap=(match[0], match[1]))


@rule("placeholder", Severity.ERROR, "error 27", family=WORDING)
def placeholders(reading, _known):
    """No text of a template is left where the report's own words belong."""
    labels = {line.label.strip("().[] ").casefold() for line in reading.lines} - {""}
    for line in reading.lines:
        if line.kind == FACT and not line.text:
            continue
        # A token that could not be read prints as it was typed, and has its own error.
        used = {at for token in TOKEN.finditer(line.text) for at in range(*token.span())}
        for pattern, severity in _LEFT_OVER:
            for match in pattern.finditer(line.text):
                if used & set(range(*match.span())) or line.entry_at(match.start()):
                    continue
                if (match.groupdict().get("label") or "").casefold() in labels:
                    continue
                used |= set(range(*match.span()))
                says = f"“{match[0].strip()}” must be filled in or taken out before publication."
                mend = "Write what belongs here, or take it out."
                yield fault(line, match, says, mend, severity=severity)


@rule("trailing-off", Severity.WARNING, "C21", family=WORDING)
def trailing_off(reading, _known):
    """Every sentence is finished."""
    lines = list(reading.lines)
    for line, after in zip_longest(lines, lines[1:]):
        if line.kind not in PROSE:
            continue
        match = _TRAILING.search(line.text) or _STOPPED.search(line.text)
        if line.kind == PARAGRAPH:
            match = match or _DANGLING.search(line.text)
        if match is None or _goes_on(after) or len(line.text.split()) < 4:
            continue
        if reading.typed and (is_contact(line) or not line.text.lstrip("“\"‘'")[:1].isupper()):
            continue
        text = line.text[max(0, match.end() - 40) : match.end()].strip()
        says = f"The sentence ends in “{text}” and stops there."
        # A line of a file may end where a page did.
        broken = reading.typed and line.text.rstrip()[-1:].isalpha() and _may_go_on(after)
        severity = Severity.ADVICE if broken else None
        yield fault(line, match, says, "Finish the sentence.", severity=severity)


@rule("open-bracket", Severity.WARNING, "C21", family=WORDING)
def open_brackets(reading, _known):
    """Every bracket and quotation mark has its partner."""
    lines = [line for line in reading.lines if line.text.strip()]
    for place, line in enumerate(lines):
        if line.kind == HEADING and reading.typed:
            continue
        for opens, closes in _PAIRS:
            if opens not in line.text and closes not in line.text:
                continue
            at, sign = _unmatched(line.text, opens, closes)
            if at is None or _is_matched_nearby(lines, place, opens, closes, sign):
                continue
            partner = "closed" if sign == opens else "opened"
            says = f"“{sign}” is never {partner}."
            if sign in "“”":
                says = f"A quotation mark ({sign}) is never {partner}."
            yield fault(line, (at, at + 1), says, "Add its partner, or take it out.")


@rule("doubled-punctuation", Severity.WARNING, "C21", family=WORDING)
def doubled_punctuation(reading, _known):
    """One punctuation mark is used where one belongs."""
    for line in reading.lines:
        if line.kind == CELL:
            continue
        for match in _PUNCTUATION.finditer(line.text):
            before = line.text[max(0, match.start() - 4) : match.start()].casefold()
            if before.endswith(("etc", "e.g", "i.e", "a.m", "p.m", "no", "co", "inc", "ltd")):
                continue
            sign = match[0]
            says = f"“{sign}” are two marks where one belongs."
            yield fault(line, match, says, f"Keep one mark of “{sign}”.")


@rule("no-full-stop", Severity.ADVICE, "plain English", family=WORDING)
def no_full_stop(reading, _known):
    """A paragraph ends with a full stop."""
    lines = list(reading.lines)
    for place, (line, after) in enumerate(zip_longest(lines, lines[1:])):
        if line.kind != PARAGRAPH or _ENDS.search(line.text) or _goes_on(after):
            continue
        if is_contact(line) or not is_sentence(line) or (line.cites and line.cites[-1].address):
            continue
        neighbours = (lines[place - 1] if place else None, after)
        if reading.typed and any(_is_alike(line, other) for other in neighbours):
            continue
        last = line.text.rstrip()
        mend = "End it with a full stop."
        yield fault(line, len(last) - 1, "The paragraph has no full stop.", mend)


def _is_alike(line, other):
    """Whether the paragraph beside one has no full stop either: then that is how a list stands."""
    alike = other is not None and other.kind == PARAGRAPH and other.trail == line.trail
    return alike and bool(other.text.strip()) and not _ENDS.search(other.text)


def _is_a_slip(line, match):
    """Whether a doubled word stands in running text: not a name such as Wagga Wagga."""
    first, second = match[0].split()[0], match[0].split()[-1]
    if line.kind == CELL and not line.text[: match.start()].strip():
        return False
    return second.islower() and (first.islower() or first[1:].islower())


def _may_go_on(after):
    """Whether the next line can be the rest of a sentence: a text without a label of its own."""
    return after is not None and after.kind == PARAGRAPH and not after.label


def _goes_on(after):
    return after is not None and after.kind == ITEM


def _unmatched(text, opens, closes):
    """(place, sign) of the first bracket without a partner; labels such as `b)` need none."""
    free = (
        {match.end() - 1 for match in _LABELS.finditer(text) if not match[0].startswith("(")}
        if closes == ")"
        else set()
    )
    if closes == ")":
        free |= {match.end() - 1 for match in _FACES.finditer(text)}
    open_at = []
    for place, sign in enumerate(text):
        if sign == opens:
            open_at.append(place)
        elif sign == closes:
            if open_at:
                open_at.pop()
            elif place not in free:
                return place, closes
    return (open_at[0], opens) if open_at else (None, "")


def _is_matched_nearby(lines, place, opens, closes, sign):
    """Whether the partner stands in the next line, or a quotation goes on with its own mark."""
    if sign == opens and place + 1 < len(lines):
        after = lines[place + 1].text
        if opens == "“":
            return after.startswith("“") or _unmatched(after, opens, closes)[1] == closes
        return _unmatched(after, opens, closes)[1] == closes
    if sign == closes and place:
        return _unmatched(lines[place - 1].text, opens, closes)[1] == opens
    return False
