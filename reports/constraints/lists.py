"""Numbers that announce a list, a table or the recommendations, and how many there are."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assurance.tables.phrases import several
from reports.checks.numbers.columns import TOTAL
from reports.checks.numbers.passages import line_behind, opened
from reports.checks.reading import PARAGRAPH, Line, Listing, Reading, shared
from reports.checks.rule import Severity
from reports.prose.marks import Marked, text_after, text_before
from reports.prose.numbers import value_of
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import PEOPLE, pairs, phrase_after, stem, stems
from reports.quantities.model import Denial, constraint, guesses

# What a list is a list of, by its stem; people, cases and years are not.
_LISTED_WORDS = (
    "area theme priority recommendation action point line kloe strand outcome objective element "
    "component principle tip document question step measure standard reason group category "
    "development way stage option example thing issue finding strength risk workstream project "
    "aim goal key pillar factor aspect criterion criteria challenge improvement change message "
    "task commitment proposal request decision conclusion lesson heading part section kind type "
    "source milestone requirement condition duty benefit opportunity function role item topic "
    "report team review audit visit meeting programme course event agency partner scheme pilot "
    "centre inspection workshop storyboard policy strategy presentation dimension "
    "domain method activity service annex "
    "appendix weakness concern suggestion head subject ambition value promise pledge barrier driver"
)
LISTED = frozenset(_LISTED_WORDS.split())
_OPENS = re.compile(
    r"[:;–—-]\W*$|\b(?:as\s+follows|following|below|namely)\W*$"
    r"|\b(?:listed|set\s+out|given|named|shown)\s+(?:here|below)\b",
    re.I,
)
_NOT_ALL = re.compile(
    r"\b(?:includ\w+|such\s+as|for\s+example|e\.g|some\s+of|among\w*|at\s+least|in\s+particular|"
    r"notably|especially|each\s+of(?!\s+(?:them|these|which)\b)|most\s+of|for\s+each|main\s+findings|highlights?)\b",
    re.I,
)
_BY_THE_WAY = re.compile(
    r"\b(?:across|in\s+each\s+of|within|against|from|by|since|over|for|with|to|in|than)\s+"
    r"(?:the|our|all|each|these|those|its)\s+(?:[a-z]+\s+){0,1}$",
    re.I,
)
# “Of the 42 actions, 27 were complete”: some of them.
_OF_THE = re.compile(r"\W*(?:out\s+)?of\s+(?:the|our|its|these|those)\s+$", re.I)
_ONE_MORE = re.compile(
    r"\b(?:plus|and|with|together\s+with|as\s+well\s+as)\s+(?:an?|one)\s+"
    r"(?:additional|extra|further|other|more|cross)|\badditional\b",
    re.I,
)
# “Under four heads” bounds nothing.
_UNDER_HEADS = re.compile(r".*\bunder\s+(?:head|title|theme|categor)", re.I)
_OF_THEM = re.compile(
    r"(?:(?:they|these)\s+(?:are|were|cover)|their\s+(?:subject|title|topic|name)s\s+(?:are|were))\b",
    re.I,
)
_OF_PAPER = SentencePattern(
    r"\b(?:this|the)\s+(?:report|paper)\s+(?:makes|contains|has|includes|sets\s+out|brings|asks\s+for|"
    r"concludes\s+with)\s+⟦c(?P<makes>\d+)⟧\s+(?P<what>recommendations|annexes|appendices)\b"
    r"|⟦c(?P<below>\d+)⟧\s+(?P<kind>recommendations|annexes|appendices)\s+(?:are\s+|is\s+)?(?:below|"
    r"above|at\s+the\s+(?:end|head|front|start)|(?:in|of|to|with)\s+this\s+(?:report|paper)|attached|"
    r"accompany)",
    re.I,
)


_OF_WHOLE = re.compile(r"\bof\s+(?:(?:the|our|these|all|those)\s+){0,2}$", re.I)
# So many are listed at the most, where any noun may be what they are.
MOST = 12
_SOME_OF_ALL = re.compile(
    r"\W*(?:among(?:st)?|some|examples?|for\s+example|these\s+include|they\s+include|including)\b",
    re.I,
)
_SOME_OF_THEM = re.compile(r"⟦c(\d+)⟧\s+of\s+(them|these|those),?\s+namely\W*$", re.I)
# “Six partners sit with our social workers in the offices at Priory Gate:”
_AT_START = re.compile(
    r"^\W*⟦c(\d+)⟧\s+((?:[a-z’-]+\s+){0,2}?[a-z’-]+s)\s+(?!of\b|in\b|from\b|for\b)([^⟦.;:]{3,90}):\W*$",
    re.I,
)
# “Four were completed in time”, “one, the policy on visits, is late”: so many of what is listed.
_OF_SO_MANY = re.compile(
    r"\W*([a-z]{2,9}),?\s+(?:(?:of\s+(?:them|these)|more|others?)\s+)?(?:was|were|is|are|has|have|the|an?)\b",
    re.I,
)
_AT_END = re.compile(
    r"⟦c(\d+)⟧\s+((?:[a-z’-]+\s+){0,3}[a-z’-]+s(?:\s+(?:below|here))?)"
    r"(?:\s+(?:for|of|to)\s+[a-z ]+)?:\W*$",
    re.I,
)
_THESE = re.compile(r"\bthese\s+([a-z]+)\s*:\s*$", re.I)


@constraint("list-length", "C12; source of error 20")
def lengths(reading: Reading) -> Iterator[Denial]:
    """A stated count is the length of the list or table that it opens."""
    for line, number, says in _unlike_lists(reading):
        # What a record or a source stands behind cannot be left for a look.
        weight = Severity.ERROR if _is_settled(line, number) else None
        yield replace(_at(line, number, says), weight=weight)
    yield from guesses(_of_tables(reading))
    for listing, lead in opened(reading):
        if lead is not None and len(listing.items) > 1 and not [*_of_list(reading, listing, lead)]:
            rows = _of_opening(reading, listing, lead)
            yield from guesses(_at(lead, number, says) for number, says in rows)


@constraint("stated-recommendations", "C12; source of error 21")
def of_paper(reading: Reading) -> Iterator[Denial]:
    """A stated number of recommendations or annexes is how many the report has."""
    query = len({recommendation.where for recommendation in reading.recommendations()})
    for line, sentence in reading.sentences():
        for match in _OF_PAPER.finditer(sentence.text):
            number = sentence.thing(match["makes"] or match["below"])
            what = (match["what"] or match["kind"]).casefold()
            letters = {re.match(r"\W*[A-Z]*\d*", annex.label).group() for annex in reading.annexes}
            true = {query} if what.startswith("rec") else {len(reading.annexes), len(letters)}
            if number.value not in true and max(true) and not number.bound:
                says = f"The report gives {number.words} {what}, but has {max(true)}."
                yield _at(line, number, says)


def _is_settled(line: Line, number):
    return number.start in line.sourced or line.entry_at(number.start) is not None


def _unlike_lists(reading):
    """(line, number, what is wrong) of each count that opens a list of another length."""
    for listing, lead in opened(reading):
        if lead is not None and len(listing.items) > 1:
            yield from _of_list(reading, listing, lead)


def _of_opening(reading, listing: Listing, lead: Line):
    """(number, what is wrong) of the count with which a sentence opens that a list ends."""
    match = _AT_START.match(lead.marked[-1].text) if lead.marked else None
    named = stems(match[2]) & LISTED if match else ()
    if not named or stems(match[3]) & LISTED or _NOT_ALL.search(lead.text):
        return
    number, items = lead.marked[-1].thing(match[1]), {len(listing.items)}
    items |= {_with_the_next(reading, listing)}
    if number.value not in items and not number.bound and number.value <= MOST:
        says = f"The report gives {number.words} {match[2]}, but {len(listing.items)} are listed."
        yield number, says


def _of_list(reading, listing: Listing, lead: Line):
    if not lead.marked or not _OPENS.search(lead.text):
        return
    sentence, numbers = _announced(lead)
    if not numbers or _NOT_ALL.search(sentence.text):
        return
    # “The eleven leavers gave these reasons:” lists no leavers.
    named = _THESE.search(lead.text)
    if named and not stems(named[1]) & stems(
        " ".join(phrase_after(lead.text, numbers[-1].end).split()[:2])
    ):
        return
    items = {len(listing.items), _with_the_next(reading, listing)}
    stated = {number.value for number in numbers} | {sum(number.value for number in numbers)}
    # “There are 27 actions:” over items with a count each, which come to it.
    firsts = [
        next((x for row in item.marked for x in row.marks("c")), None) for item in listing.items
    ]
    if None not in firsts and sum(number.value for number in firsts) in stated:
        return
    # “Six recommendations: four were met; one, …; one, …”
    shares = [_OF_SO_MANY.match(item.text) for item in listing.items]
    if all(shares) and sum(value_of(match[1]) or 0 for match in shares) in stated:
        return
    if _ONE_MORE.search(" ".join(item.text for item in lead.marked)):
        stated |= {item + 1 for item in stated}
    if not stated & items:
        number = numbers[-1]
        terms = phrase_after(lead.text, number.end).split()
        noun = " ".join(terms[:6]) or "of them"
        says = f"The report gives {number.words} {noun}, but {len(listing.items)} are listed."
        yield lead, number, says


def _announced(lead: Line):
    """(the sentence, its counts of listed things): the last, or one before that names the same, or
    the things of which the last says “they” or “their”."""
    last = lead.marked[-1]
    # “Among the completed actions were:” opens a list of some.
    if _SOME_OF_ALL.match(last.text):
        return last, []
    numbers = _listed_counts(last)
    if numbers:
        return last, numbers
    named, goes_on = stems(last.text) & LISTED, _OF_THEM.match(last.text.lstrip())
    for sentence in reversed(lead.marked[:-1]):
        numbers = [
            listed_count
            for listed_count in _listed_counts(sentence)
            if goes_on or _named_things(lead.text, listed_count.end) & named
        ]
        if numbers:
            return sentence, numbers
    match = _SOME_OF_THEM.search(last.text) or _AT_END.search(last.text)
    match = match if match and not _BY_THE_WAY.search(last.text[: match.start()]) else None
    number = last.thing(match[1]) if match and not PEOPLE.search(match[2]) else None
    return last, [number] if number and 2 <= number.value <= MOST and not number.bound else []


def _named_things(text, place):
    """The stems of the noun phrase at `place`, with the letters that abbreviate it in brackets."""
    phrase = phrase_after(text, place)
    rest = text_after(text, text.find(phrase, place) + len(phrase))
    short = re.match(r"\s*\((\w{2,10})\)", rest)
    return stems(phrase) | (stems(short[1]) if short else frozenset())


def _listed_counts(sentence: Marked):
    """The exact counts in a sentence whose noun is something that one lists."""
    bases = {pair.base.start: pair for pair in pairs(sentence)}
    matches = []
    for mark in re.finditer(r"⟦c(\d+)⟧", sentence.text):
        number = sentence.thing(mark[1])
        noun = phrase_after(sentence.text, mark.end())
        before = text_before(sentence.text, mark.start())
        bound = number.bound and not _UNDER_HEADS.match(f"{before[-9:]} {noun}")
        if not _is_listed(noun) or bound or _BY_THE_WAY.search(before) or _OF_THE.match(before):
            continue
        pair = bases.get(number.start)
        matches.append(pair.count if pair else number)
    return matches


def _is_listed(noun):
    noun = re.sub(
        r"\s+(?:below|above|here|[a-z]{3,}ly|overall|altogether)$", "", noun.split(" of ")[0]
    )
    terms = [stem(match) for match in re.findall(r"[A-Za-z]+", noun)]
    return bool(terms) and bool({terms[-1]} & LISTED or terms[-1] in ("lines",))


def _with_the_next(reading, listing):
    """How many items there are with those of the list that goes on right after it."""
    other = shared(reading, _unopened).get(id(line_behind(reading, listing.items[-1])))
    goes_on = other is not None and other.style == listing.style
    return len(listing.items) + (len(other.items) if goes_on else 0)


def _unopened(reading):
    """Id of the first item → its list, of the lists that no line opens."""
    lists = (item for item in reversed(reading.lists) if item.items and item.lead is None)
    return {id(item.items[0]): item for item in lists}


def _of_tables(reading):
    """A paragraph right before a table that says how many of its rows' things there are."""
    for grid in reading.grids:
        if not grid.columns or grid.of_chart or grid.records:
            continue
        headed = stems(grid.columns[0].text) & LISTED
        before = reading.line_before(grid.where)
        if not headed or before is None or before.kind != PARAGRAPH:
            continue
        names = [row[0].text for row in grid.rows if row and not TOTAL.match(row[0].text)]
        rows = {len(names), len({name for name in names if name.strip()})}
        for sentence in before.marked[-2:]:
            counts = sentence.marks("c")
            for number in _listed_counts(sentence):
                # “Of the 42 actions, nine were late” goes on to what the table lists.
                if len(counts) > 1 and _OF_WHOLE.search(before.text[: number.start]):
                    continue
                noun = stems(phrase_after(before.text, number.end))
                # What a cell has is about what the table counts, and not how long it is.
                if noun & headed and number.value not in rows | _cell_counts(grid):
                    length = several(len(names), "row")
                    says = f"The report gives {number.words}, but the table has {length}."
                    yield _at(before, number, says)


def _cell_counts(grid):
    """The counts that the cells of a table have."""
    cells = (cell for row in grid.rows for cell in row[1:])
    sentences = (sentence for cell in cells for sentence in cell.marked)
    return {count.value for sentence in sentences for count in sentence.marks("c")}


def _at(line, number, says):
    return Denial(line, number, says, "Put the number right, or the list.")
