"""`Two of the three were on target`, `both were missed`: against the values and the target."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from reports.checks.reading import Reading
from reports.constraints.claims.entries import series_of, tokens
from reports.constraints.claims.surroundings import paragraph_series
from reports.constraints.claims.trials import AIM, Trial, the_other_way, trials_of
from reports.equations.steps.values import NEXT_SUBJECT, pair_of
from reports.prose.asides import CONDITIONS, EXPECTATIONS
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.betterment import better_way, is_less_better
from reports.quantities.model import Denial, Statement, Sure, guesses
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE
from reports.quantities.tables import tables_near

MEND = "Write what the numbers show, or correct the number."
_LEADS = (
    r"(?:,?\s+(?:of|is|was|were|for|that|which|both|local|each|in|at|the|a|set|being|had|been|no|"
    r"more|than|\w+\s+is)){0,5}"
)
_STATED = SentencePattern(
    rf"\b{AIM}\b(?!:\s+of\b)(?:{_LEADS}(?:[^⟦.;,:]|⟦[xd]\d+⟧){{0,40}}?(?<!\band))"
    r"[:,]?\s*(?:(?:is|was|of|being)\s+)?(?<!\band )⟦([pcm])(\d+)⟧"
    rf"|⟦([pm])(\d+)⟧\s+(?:local\s+|national\s+|agreed\s+)?{AIM}\b"
    r"|\b(?:asked\s+to|that|where)\s+(?:[a-z]+\s+)?⟦([p])(\d+)⟧[^⟦,;.]{0,60}?\b(?:should|had\s+been\s+asked)"
    r"|\basked\s+to\s+[a-z]+\s+⟦([p])(\d+)⟧"
    r"|⟦([p])(\d+)⟧\s+(?:is|was)\s+(?:needed|required|expected|asked)\b"
    r"|\b(?:asked|agreed|decided|resolved|expects?|wanted)\b[^⟦.;]{0,20}(?:⟦d\d+⟧)?\s*that\s+⟦([p])(\d+)⟧[^⟦.;]{0,40}\bbe\b",
    re.I,
)
_ITS = r"(?=\s+(?:the|its|their|that)\s+(?:\w+\s+)?target)"
_ABOVE = rf"above|exceed\w*|surpass\w*|over{_ITS}|higher\s+than"
_BELOW = rf"(?<!fell )(?<!falls )(?<!fall )short\s+of|below|beneath|under{_ITS}|lower\s+than"
_MET = (
    r"on\s+target|met|reach(?:ed|es)?|meets?|achieve[ds]?|hit|attained|passed|satisfied|(?:within|inside)(?=\s+(?:the\s+|its\s+)?(?:\w+\s+)?"
    rf"{AIM})|(?:better|ahead)\s+(?:than|of)(?=\s+(?:the\s+)?{AIM})"
)
_MISSED = (
    r"off\s+target|miss(?:ed|es)?|fell\s+short|falls?\s+short|failed|fails?|"
    rf"(?:outside|worse\s+than|behind)(?=\s+(?:the\s+)?{AIM})"
)
_VERDICT = SentencePattern(
    rf"(?P<not>\b(?:not|never|nor|neither\s+of\s+them)\s+(?:yet\s+|been\s+)?)?\b(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<met>{_MET})|(?P<missed>{_MISSED}))\b",
    re.I,
)
_OF_MANY = (
    r"(?:\s+of)?(?:\s+(?:the|these|those|them|our|its|their))?(?:\s+[a-z]+[’']s)?"
    r"(?:\s+⟦c(?P<{name}>\d+)⟧)?"
)
_MANY = re.compile(
    rf"\b(?:(?P<all>all|each|every|both)|(?P<none>none|neither|no(?!\s+(?:more|less|fewer|longer|later)\b)))\b{_OF_MANY.format(name='whole')}"
    rf"|(?<!\w)(?:(?:only|just)\s+)?(?:(?P<one>one)|⟦c(?P<count>\d+)⟧)\s+of\b{_OF_MANY.format(name='base')}"
    r"|\bin\s+(?:(?P<single>one)|(?P<nowhere>no|neither)|(?P<everywhere>every|each|both)|⟦[cx](?P<respects>\d+)⟧)\s+(?:respects?|cases?|areas?|quarters?|months?|years?|terms?)\b"
    r"|\b(?:only|just)\s+(?:(?P<alone>one)|(?P<name>(?:the\s+)?[A-Za-z][a-z’-]*(?:\s+[a-z’-]+){0,3}?))"
    r"(?=\s+(?:of\s+them\s+)?(?:was|were|is|are|has|have|had|did|met|reached|achieved|hit|missed)\b)",
    re.I,
)
# What may stand between a few and what is said of them.
_OF_TIME = re.compile(r"\b(?:quarter|month|year|term)s?$", re.I)
_CLAUSE = re.compile(r"(?:(?!\b(?:and|but|who|which|that)\b)[^,;.:]|,\s+\w+,){0,90}", re.I)
_LEADING = re.compile(r"\b(?:for|to|of|in|per|at|than|by|with)\s+$", re.I)
# “With 74 and 79 per cent”.
_SHARED = re.compile(r"⟦c(\d+)⟧(?=\s+(?:and|or)\s+⟦p)")
_FROM_TO = re.compile(r"\bfrom\s+⟦[cpm]\d+⟧[^⟦,;]{0,40}?\bto\s+⟦[cpm](\d+)⟧", re.I)
_MORE_AIMS = re.compile(r"[^⟦;.]{0,40}?(?:,|\band)\s+⟦p(\d+)⟧")
_BOTH = re.compile(r"\b(?:both|neither)\b", re.I)
_BY_SO_MUCH = re.compile(r"\s+(?:by|for|in)\s+⟦")
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_POSSIBLE = re.compile(r"\b(?:can|could|may|might|to|must)\s+(?:[a-z]+\s+){0,2}$", re.I)
_UNSURE = re.compile(
    rf"(?i)\b(?:{CONDITIONS}|{EXPECTATIONS}|(?:all|none)\s+(?:but|except)|except\s+(?:one|two|for)|aim(?:s|ed)?\s+to|nearly|almost|more\s+than\s+one)\b"
)


def on_target(reading: Reading) -> Iterator[Denial]:
    """What is said to be on target, or off it, is so by the values beside it."""
    for place, row in enumerate(rows := statements(reading)):
        text = row.sentence.text
        verdicts = [item for item in _VERDICT.finditer(text) if _is_judged(text, item)]
        if not verdicts or _UNSURE.search(text):
            continue
        near = (row, *before(rows, place, 3))
        for claim in _MANY.finditer(text):
            verdict = _verdict_of(claim, verdicts, text)
            if verdict:
                sets = [item for item in _sets(reading, near, claim) if item]
                yield from guesses(_denied(row, claim, verdict, sets))
                break
        else:
            yield from _alone(row, near, verdicts)


def _is_judged(text, verdict):
    """True for a verdict of what was: none is stated of what can be reached, or of a value."""
    ahead = text[max(0, verdict.start() - 40) : verdict.start()]
    return not (_POSSIBLE.search(ahead) or text[verdict.end() :].startswith(" ⟦"))


def _verdict_of(claim, verdicts, text):
    """The verdict that a claim of many is of: the next one of its clause, else the one before."""
    behind = [item for item in verdicts if item.start() >= claim.end()]
    of_time = _OF_TIME.search(claim.group()) and not re.search(AIM, text, re.I)
    if of_time or re.match(r"\s+(?:others?|remaining|rest)\b", text[claim.end() :]):
        return None
    leads = _LEADING.search(text[max(0, claim.start() - 8) : claim.start()])
    behind = [] if leads and not claim.group().casefold().startswith("in") else behind
    if behind and _CLAUSE.fullmatch(text, claim.end(), behind[0].start()):
        return behind[0]
    ahead = [item for item in verdicts if item.end() <= claim.start()]
    is_last = (
        claim.lastgroup in ("single", "nowhere", "everywhere", "respects")
        or " for " in text[max(0, claim.start() - 6) : claim.start()]
    )
    return ahead[-1] if ahead and is_last else None


def _denied(row: Statement, claim, verdict, sets) -> Iterator[Denial]:
    holds = [_holds(row, claim, verdict, trials) for trials in sets]
    turned = [_holds(row, claim, verdict, the_other_way(trials)) for trials in sets]
    if True not in (*holds, *turned) and False in holds:
        trials = sets[holds.index(False)]
        passing = sum(trial.bears(verdict) for trial in trials)
        word = row.sentence.said(f"{claim.group()} … {verdict.group()}").strip()
        says = f"The report claims “{word}”, but by the numbers it is {passing} of {len(trials)}."
        # Whether an aim is met can be told only where it is known which way is better.
        known = verdict["above"] or verdict["below"] or any(item.is_way_known for item in trials)
        sure = Sure.JOINED if known else Sure.GUESSED
        yield Denial(row.line, row.span, says, MEND, sure)


def _holds(row: Statement, claim, verdict, trials: Sequence[Trial]):
    """Whether a few trials bear a claim of many; None where it is of others."""
    groups = claim.groupdict()
    whole = groups["whole"] or groups["base"]
    if _BOTH.search(claim.group()):
        ahead = row.sentence.marks("pcmx", row.sentence.text[: claim.start()])
        limit = max([row.sentence.start, *(item.end for item in ahead)])
        earlier = [item for item in trials if item.value.start < limit]
        trials = earlier[-2:] if len(trials) > 2 and trials[0].is_near else trials
        if len(trials) != 2:
            return None
    if (whole and row.sentence.thing(whole).value != len(trials)) or len(trials) < 2:
        return None
    # “Met in 5,151 cases” counts no values.
    if groups["respects"] and row.sentence.thing(groups["respects"]).value > len(trials):
        return None
    passing = [item for item in trials if item.bears(verdict)]
    if groups["all"] or groups["everywhere"]:
        return len(passing) == len(trials)
    if groups["none"] or groups["nowhere"]:
        return not passing
    if groups["name"]:
        return _only(groups["name"], trials, passing)
    many = groups["count"] or groups["respects"]
    return len(passing) == (row.sentence.thing(many).value if many else 1)


def _only(name, trials, passing):
    """Whether the one that is named, by its words or its place, is the only one that passes."""
    place = next((_ORDINALS[word] for word in name.casefold().split() if word in _ORDINALS), None)
    if place is not None:
        return passing == [trials[place]] if place < len(trials) else None
    groups = tokens(name)
    mine = [item for item in trials if item.label & groups]
    return passing == mine if len(mine) == 1 else None


def _alone(row: Statement, near, verdicts) -> Iterator[Denial]:
    """One value that is said to be above, below, on or off its aim."""
    aims = _aims(near)
    if len(aims) != 1 or len(verdicts) != 1:
        return
    aim, verdict, text = aims[0], verdicts[0], row.sentence.text
    if _BY_SO_MUCH.match(text, verdict.end()) or NEXT_SUBJECT.search(text[: verdict.end()]):
        return
    pair, moved = pair_of(row), _FROM_TO.search(row.sentence.text)
    values = [pair[1].phrase.number] if pair else _values(row, aims)
    values = [row.sentence.thing(moved[1])] if moved else values
    # “Two were off target” is told of so many, and not of the value before.
    if not values and not row.counts:
        values = [number for other in near[1:2] for number in _results(other, aims)]
    is_low = _is_low(near, aim)
    trials = [Trial(frozenset(), value, aim, is_low) for value in values]
    if not re.search(AIM, row.sentence.text, re.I) or not trials:
        return
    # Whether an aim is met can be told only where it is known which way is better.
    known = verdict["above"] or verdict["below"] or is_low or aim.bound
    if not (known or _is_way_known(near) or _are_high(aims)):
        return
    # “We approved 24, five short of the target of 29”: one of the two is how far off it is.
    own = [item.value for item in _values(row, aims)]
    if any(aim.value in (x + y, x - y, y - x) for x, y in combinations(own, 2)):
        return
    if not any(trial.bears(verdict) for trial in trials):
        value = values[-1].words
        says = (
            f"The report claims “{verdict.group()}”, but the value is {value} against {aim.words}."
        )
        yield Denial(row.line, row.span, says, MEND)


def _values(row: Statement, aims: Sequence[Number]) -> list[Number]:
    """The numbers of a sentence that can be held against aims."""
    marks = {*_SHARED.findall(row.sentence.text)}
    changes = {str(x.phrase.mark) for x in row.quantities if x.phrase.role == CHANGE}
    items = [
        row.sentence.thing(mark[2])
        for mark in MARK.finditer(row.sentence.text)
        if mark[2] not in changes
        and mark[1] in "pcm"
        and (mark[1] != "c" or aims[0].kind == COUNT or mark[2] in marks)
    ]
    stated = [item for item in items if not item.bound and item not in aims]
    return [item for item in stated if item.kind == aims[0].kind or item.kind == COUNT]


def _results(row: Statement, aims: Sequence[Number]) -> list[Number]:
    """The values of a sentence, or those that it comes to: `so that 109 (84%) were complete`."""
    values = _values(row, aims)
    _, _, result = row.sentence.text.rpartition("so that ")
    own = row.sentence.marks("pcm", result)
    return [item for item in values if item in own] or values


def _aims(near) -> list[Number]:
    """The aims that the nearest sentence with any states."""
    for row in near:
        text = row.sentence.text
        marks = []
        for match in _STATED.finditer(text):
            marks += [mark for mark in match.groups()[1::2] if mark]
            end = match.end() if re.search(r"s$", match.group().split()[0].rstrip(":")) else 0
            while end and (more := _MORE_AIMS.match(text, end)):
                marks.append(more[1])
                end = more.end()
        if marks:
            return [row.sentence.thing(mark) for mark in dict.fromkeys(marks)]
    return []


def _is_low(near, aim: Number):
    """Whether less is better, by the words of the aim or of what it is of."""
    text = " ".join(row.sentence.said() for row in near[:2])
    low = re.search(
        r"\b(?:low(?:er)?\s+(?:is|figure\s+is)\s+(?:good|better)|within\s+the\s+target)\b",
        text,
        re.I,
    )
    return aim.bound in ("<", "<=") or bool(low) or better_way(text) < 0


def _are_high(aims: Sequence[Number]):
    """True if all aims are shares so large that more of them is better."""
    return all(aim.kind == PERCENT and aim.value >= 75 for aim in aims)


def _is_way_known(near, aim: Number | None = None):
    """Whether some sentence tells which way is better; of a share more is, where none tells of
    what is better less."""
    texts = [row.sentence.said() for row in near[:2]]
    shared = aim is not None and aim.kind == PERCENT
    return any(map(better_way, texts)) or (shared and not any(map(is_less_better, texts)))


def _sets(reading, near, claim) -> Iterator[list[Trial]]:
    """The sets of values, each with its aim, of which a claim of many may be told."""
    row, aims = near[0], _aims(near)
    for table in tables_near(reading, row.line):
        yield from trials_of(table, aims)
    if not aims:
        return
    low = _is_low(near, aims[0])
    # “From 23% to 21%” are two values of one thing, and may not be the two that are meant.
    apart = not any(_FROM_TO.search(other.sentence.text) for other in near)
    if len(aims) > 1:
        numbers = (_values(other, aims) for other in near)
        values = next(filter(None, numbers), [])
        if len(values) == len(aims):
            known = bool(low or _is_way_known(near) or _are_high(aims))
            yield [
                Trial(
                    frozenset(), value, aim, low, is_way_known=apart and (known or bool(aim.bound))
                )
                for value, aim in zip(values, aims, strict=True)
            ]
        return
    series = [series_of(other, aims[0].kind) for other in near[:2]]
    series.append(paragraph_series(reading, row))
    for item in filter(None, series):
        entries = [entry for entry in item.entries if entry.number is not aims[0]]
        entries = [entry for entry in entries if entry.number.kind == aims[0].kind]
        known = apart and bool(low or aims[0].bound or _is_way_known(near, aims[0]))
        yield [Trial(entry.names, entry.number, aims[0], low, True, known) for entry in entries]
