"""What is told as still to come though its day is gone by, and the other way round."""

import re

from assurance.runtime.periods import say_day
from reports.checks.reading import ITEM, NOTE, PARAGRAPH, REASON, RECOMMENDATION
from reports.checks.rule import Severity, fault, rule
from reports.checks.timing.due import is_gone, latest_date, still_due, when_figures_come
from reports.checks.timing.future_verbs import AHEAD, REQUESTED, WILL_HAVE
from reports.checks.timing.ranges import ranges

_READ = (PARAGRAPH, ITEM, RECOMMENDATION, REASON, NOTE)
# The date of a thing (`the review of March 2015`) is not the date of the verb.
_OF_A_THING = re.compile(
    r"(?<!to the )\b(?:review|report|plan|strategy|survey|audit|inspection|act|regulations|"
    r"framework|figures?|"
    r"data|findings|results|paper|meeting|minutes?|letter|census|baseline|position)\s+"
    r"(?:of|from|for|dated)\s+(?:the\s+)?(?:(?:early|late|mid|spring|summer|autumn|winter)\s+)?$",
    re.I,
)
# A word of the past, or of another clause, between the verb and its date.
_PAST_WORD = re.compile(
    r"[;:]|\b(?:was|were|had|has|have|since|which|that|who|whom|when|where|after|"
    r"following|as|than|compared|because|although|though|while|covering|covers?|dated|"
    r"did|does|began|against|last|previous|"
    r"earlier|until now)\b",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?P<before>\b\w+\s+)(?P<word>\w+ed|begun|done|made|held|taken|given|found|seen|known|set|"
    r"written|brought|led|kept|shown|won|built|run)\b",
    re.I,
)
# “Two, due on 30 April 2023, are done.”
_IS_DONE = re.compile(
    r"\s*[,)]?\s*(?:is|are|was|were|ha(?:s|ve)\s+been)\s+(?:(?:now|all|both|already|since)\s+)*(?:done|complete[d]?|finished|"
    r"closed|in\s+(?:place|use)|met|achieved|delivered|published|issued)\b",
    re.I,
)
_AUXILIARY = re.compile(
    r"\b(?:be|been|being|fully|then|also|not|all|now|only|formally|re|to|is|are|and|get)\s+$", re.I
)
_ON = re.compile(
    r"\b(?:in|on|by|during|from|before|until|till|over|between|for|within|throughout|to|of|end|"
    r"early|late|mid|spring|summer|autumn|winter|around|about|week|beginning|commencing|and|or)"
    r"[\s–—-]+(?:the\s+)?(?:(?:early|late|mid|end|start|beginning|middle|week|month|period|spring|"
    r"summer|autumn|winter|first|second|third|fourth|quarter|half|whole|rest|calendar|financial|"
    r"academic|school|year|years|term|beginning|commencing)[\s–—-]+(?:of\s+)?(?:the\s+)?)*$",
    re.I,
)
# “On 5 March 2015, when all will be welcome”: the clause has the day that stands before it.
_ON_THAT_DAY = re.compile(
    r",?\s+(?:(?:at|to|in|on|during|after|from)\s+which|when|where)\s+(?:[a-z’'-]+\s+){1,6}", re.I
)
_PAST_REPORT = re.compile(
    r"\b(?:said|stated|reported|told|noted|promised|predicted|forecast|(?<!is )expected that|"
    r"(?<!has been )(?<!has )(?<!have )agreed that|resolved|asked|whether|if|had|would)\b",
    re.I,
)
# “The course, which last year’s report promised, will be run in …”: no verb of the sentence.
_ASIDE = re.compile(r",\s+(?:which|who|that)\s[^,;:.]{3,60},(?=\s+(?:will|shall|is|are)\b)")
# “The system, which will send reminders, went live on …”: what it will do is another matter.
_OF_SUBJECT = re.compile(r",\s+(?:which|who|that)\s[^;:.]{3,90},(?=\s+[a-z])")
_FARTHEST = 110
_OPENS = re.compile(
    r"(?:By|On|In|During)\s+(?:the\s+)?(?:(?:early|late|mid|end|start)[\s-]+(?:of\s+)?)?"
)
_PAST = re.compile(
    r"\b(?:was|were|met|began|started|ended|finished|closed|opened|visited|attended|"
    r"completed|published|carried\s+out|undertook|received|agreed|approved|held|included|ran|"
    r"inspected|reviewed|audited|presented|sent|joined|left|took|lasted|saw|heard|came|went|spoke|"
    r"wrote|spent|gave|returned|toured)\b",
    re.I,
)
# A verb of the past that leads straight to its day: what else the sentence names does not matter.
_DONE_ON = re.compile(
    r"\b(?:took\s+up|came\s+to|arrived|resigned|retired|returned|visited)\b[^.;:,]{0,40}\s(?:on|in)\s+"
    r"(?:the\s+)?$|"
    r"\b(?:was|were|had\s+been|has\s+been|have\s+been)\s+(?:[a-z]+\s+){0,3}?[a-z]+\s+(?:on|in)\s+"
    r"(?:the\s+)?$|\b(?:took\s+place|met|began|started|launched|ended|closed|opened|finished|joined|went\s+live|"
    r"came\s+into\s+(?:use|force|effect))\s+(?:on|in)\s+(?:the\s+)?$",
    re.I,
)
# “The conference of 9 March 2019 was consulted on a draft.”
_EVENT_OF = re.compile(
    r"\b(?:conference|meeting|event|workshop|seminar|session|visit|inspection|hearing|forum|survey|audit)s?\s+"
    r"(?:of|on|held\s+on)\s+(?:[A-Z][a-z]+day,?\s+)?$"
)
_DID = re.compile(
    r"\s+(?:(?:was|were)\s+(?:[a-z]+ly\s+)?(?!(?:planned|scheduled|arranged|booked|postponed|cancelled|expected|"
    r"proposed|agreed|deferred|moved|intended)\b)(?:[a-z]+ed|told|shown|given)"
    r"|asked|considered|heard|looked|found|received|approved|discussed|decided|resolved|noted|endorsed)\b",
    re.I,
)
# “On 26 July 2022 I met the forum”, in a letter of 19 July.
_ON_OPENS = re.compile(r"\W*(?:on|in)\s+(?:[A-Z][a-z]+day,?\s+)?", re.I)
_THEN_DID = re.compile(
    r",?\s+(?:I|we|they|he|she|it|(?:the|our|its|an?)\s+(?:(?!that\b|which\b|who\b)[a-z’'-]+\s+){1,4}?)\s*"
    rf"(?:also\s+|then\s+|both\s+)?{_PAST.pattern}(?!\s+(?:to|due|planned|scheduled|expected|not)\b)",
    re.I,
)
# “Agreed four aims for 2023” was done before.
# “Was given an extension, to Friday 14 March” is done, and the day is to come.
_FOR_A_TIME = re.compile(
    r"\bfor\s+(?:the\s+)?(?:year\s+|period\s+)?$|\b(?:exten\w+|defer\w+|adjourn\w+)\b[^.;:]{0,20}\bto\s+$",
    re.I,
)
# “By 5 March 2015 it is to take place”, “…, promised for April 2016, is to be done by then”.
_BY_THEN = re.compile(r"[^.;:⟦]{0,40}?\bby\s+(?:then|that\s+(?:date|day|time|month))\b", re.I)
_SUBJECT = re.compile(r",\s+(?:an?|the|our|its|we|they|it)(?:\s+[a-z]+){0,4}\s+", re.I)
_NOT_YET = re.compile(
    r"\b(?:will|shall|due|plan(?:s|ned)|expect(?:s|ed)?|would|should|if|forecast|propos\w+|"
    r"intend\w*|scheduled|set|booked|arranged|postponed|deferred|moved|agreed\s+(?:to|that)|"
    r"approved\s+for|likely|valid|extended)\b",
    re.I,
)
_STILL = re.compile(
    r"\b(?:will|shall|due|plan(?:s|ned)?|expect(?:s|ed)?|until|till|by|to\s+be|next|would|should|"
    r"deadline|expir\w+|valid|target|forecast|propos\w+|intend\w*|scheduled|set\s+for|up\s+to|"
    r"through\s+to|agreed\s+(?:[^,;.]{0,60}\s)?(?:from|for)|extended|funded|funding|budget|contract\w*|leases?|runs?\s+for|strategy|plan|commission\w*|likely|"
    r"hope\w*|aim\w*|(?-i:may)|can|could|must|if|timetable\w*|postponed|deferred|moved|rearranged|"
    r"arranged|booked|term|licen[cs]e\w*|appointed|elected|project\w*|lasts?|ends?|agreed\s+to|"
    r"approved\s+for|are|is|be|awaits?|awaiting)\b",
    re.I,
)

# The asides in which the words of a pattern are of another matter.
_ASIDES = {_PAST_REPORT: _ASIDE, _NOT_YET: _OF_SUBJECT}


@rule("told-as-to-come", Severity.WARNING, "error 13")
def told_as_to_come(reading, _known):
    """Work that is written as still to come has a date after the report's own."""
    if reading.dated is None:
        return
    for line, span, item in still_due(reading):
        says = f"“{line.text[slice(*span)]}” is next to {item.words}, a date in the past."
        yield fault(line, span, says, "Write what has happened, or correct the date.")
    for line in reading.lines:
        if line.kind not in _READ or line.annex or not line.dates:
            continue
        firsts = {}
        requests = REQUESTED.finditer(line.text) if line.kind == RECOMMENDATION else ()
        for match in (*AHEAD.finditer(line.text), *requests):
            sentence = line.sentence_at(match.start())
            item = _day_before(line, match, sentence)
            values = None if item else _first_in(firsts, _PAST_REPORT, line, sentence)
            if values and values.end() <= match.start():
                continue
            item = item or _date_of(line, match, sentence)
            if item and is_gone(item, reading.dated) and not _IS_DONE.match(line.text, item.end):
                yield _to_come(line, match, item, reading.dated)
        for item in (x for x in line.dates if is_gone(x, reading.dated)):
            start = line.sentence_at(item.start).start
            match = WILL_HAVE.search(line.text[: item.start], start)
            if match and not _PAST_REPORT.search(line.text, start, match.start()):
                yield _to_come(line, match, item, reading.dated)


def _to_come(line, match, item, dated):
    """The fault of a date in the past that a verb of the future has."""
    says = f"“{match[0]} … {item.words}” is written as still to come, but the report is dated "
    first, last = min(match.start(), item.start), max(match.end(), item.end)
    mend = "Write what has happened, or correct the date."
    return fault(line, (first, last), f"{says}{say_day(dated)}.", mend)


# “Opened 1 October, closes 30 November”.
_ENDS = re.compile(
    r"\b(?:closes|ends|runs|opens|expires|falls\s+due|is\s+due)\s+(?:(?:on|until|to)\s+)?$", re.I
)


# “Next steps: paperwork sent within five days, from May 2025.”
_OF_PLANS = re.compile(r"\b(?:next|priorit\w+|plan\w*|ahead|propos\w+|future|will)\b", re.I)


@rule("told-after-paper", Severity.WARNING, "error 12")
def told_after_paper(reading, _known):
    """Work that is written as done was done by the report's own date."""
    day = latest_date(reading)
    if day is None:
        return
    for line in reading.lines:
        if line.kind not in _READ or line.annex or not line.dates:
            continue
        current, firsts = {item.last.start: item for item in ranges(line)}, {}
        for date in line.dates:
            if date.first is None or date.first <= day:
                continue
            sentence, start = line.sentence_at(date.start), date.start
            if date.start in current:
                start = current[date.start].first.start
                if current[date.start].start > day:
                    continue
            past = _first_in(firsts, _PAST, line, sentence)
            if _FOR_A_TIME.search(line.text, sentence.start, start):
                continue
            before = line.text[max(sentence.start, start - _FARTHEST) : start]
            heading = " ".join(line.trail[-1:]) if line.kind == ITEM else ""
            if _ENDS.search(before) or (_OF_PLANS.search(heading) and not _DONE_ON.search(before)):
                continue
            open_words = _NOT_YET if _DONE_ON.search(before) else _STILL
            did = _EVENT_OF.search(before) and _DID.match(line.text, date.end)
            opens = _ON_OPENS.fullmatch(line.text, sentence.start, start)
            did = did or (opens and _THEN_DID.match(line.text, date.end))
            is_past = past and past.end() <= start
            if not did and (not is_past or _first_in(firsts, open_words, line, sentence)):
                continue
            says = (
                f"The sentence is about something done, but {date.words} is after the date of "
                f"the report, {say_day(day)}."
            )
            yield fault(line, date, says, "Correct the date, or write that it is still to come.")


def _first_in(firsts, pattern, line, sentence):
    """The first match of `pattern` in a sentence, looked for once for all that ask for it."""
    key = pattern, sentence.start
    if key not in firsts:
        aside = _ASIDES.get(pattern)
        asides = aside.finditer(line.text, sentence.start, sentence.end) if aside else ()
        inside = [x.span() for x in asides]
        matches = pattern.finditer(line.text, sentence.start, sentence.end)
        firsts[key] = next(
            (x for x in matches if not any(a <= x.start() < b for a, b in inside)), None
        )
    return firsts[key]


def _day_before(line, match, sentence):
    """The date before a clause that tells what will be on that day."""
    for item in line.dates_in(sentence.start, match.start())[-1:]:
        between = line.text[item.end : match.start()]
        if _BY_THEN.match(line.text, match.end()):
            return item
        is_on = line.text[: item.start].endswith((" on ", " by ", " in "))
        if is_on and _SUBJECT.fullmatch(between):
            return item
        if _ON_THAT_DAY.fullmatch(between) and not _PAST_WORD.search(between, 8):
            return item
    return None


def _date_of(line, match, sentence):
    """The date that a verb of the future leads to, or the one that opens the sentence."""
    ahead = line.dates_in(match.end(), sentence.end)
    if ahead:
        leads = _leads_to(line.text[match.end() : ahead[0].start])
        return when_figures_come(line.text, match.end(), ahead) or (ahead[0] if leads else None)
    first = next(iter(line.dates_in(sentence.start, sentence.end)), None)
    if first and _OPENS.fullmatch(line.text, sentence.start, first.start):
        between = line.text[first.end : match.start()]
        return None if _PAST_WORD.search(between) else first
    return None


def _leads_to(between):
    """Whether the words between a verb of the future and a date make it the date of that verb."""
    if len(between) > _FARTHEST or not (_ON.search(between) or not between.strip()):
        return False
    # “Our aim is to have every plan reviewed by June 2015.”
    has_done = between.startswith(" have ")
    if _PAST_WORD.search(between, 6 * has_done) or _OF_A_THING.search(between):
        return False
    return has_done or all(
        _AUXILIARY.search(match["before"]) or match["word"].casefold().endswith("need")
        for match in _PARTICIPLE.finditer(" " + between)
    )
