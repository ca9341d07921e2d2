"""Runs every rule over a paper's reading, and says what was found in the paper's order."""

import logging
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assurance.runtime.processes.budget import Budget, OverBudget
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.checks.context import CheckContext
from reports.checks.numbers.disclosure import protection
from reports.checks.reading import Reading
from reports.checks.rule import QUANTITIES, Fault, Mend, Rule, Severity
from reports.verdicts.corroboration import corroborated
from reports.verdicts.explained_shares import weighed
from reports.verdicts.kept_findings import kept_findings
from reports.verdicts.rule_faults import RuleFault

registry = LazyModule("reports.verdicts.registry")
logger = logging.getLogger("candour.checks")
# What a rule that meets words as nobody foresaw may end with.
FAILURES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# Seconds of processor. A paper of a hundred pages takes a tenth of the first.
FOR_A_PAPER, FOR_A_PREVIEW = 20, 4
# A fault of a sentence that a rule of numbers found is not told a second time by a constraint.
LAST = QUANTITIES
NUMBERS = ("numbers", LAST)
# Bands of age, how few people a count is of, and its day are not what it comes to: both are told.
FEW = ("small-number", "few-left-apart", "hidden-cell-recovered")
OF_A_DAY = ("figure-outside-period", "figure-of-another-day", "date-over-figures")
APART = ("bands-in-prose", "ages-overlap", *OF_A_DAY, *FEW)
# These repeat what is printed, and reckon nothing.
AROUND_FIGURES = (
    *("figure-of-another-part", "note-of-another-day", "period-not-over"),
    "words-beyond-definition",
)
PRINTED = (protection.KEY, "perhaps-parts", *FEW, *AROUND_FIGURES)
# The rule by which a part that must hold something is found empty.
EMPTY_PART = "part-empty"
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


UNFINISHED = Rule(
    "checks-unfinished",
    "structure",
    Severity.ERROR,
    "Every rule can read the whole report.",
    source="the limits of the checks",
)


FAILED = Rule(
    "check-failed",
    "structure",
    Severity.WARNING,
    "Every rule can finish reading the report.",
    source="the limits of the checks",
)


def check(
    reading: Reading,
    known: CheckContext,
    rules: Iterable[Rule] | None = None,
    budget: Budget | None = None,
) -> tuple[RuleFault, ...]:
    """Everything that `rules` (all of them for None) find in `reading`, in the order of the paper
    and then by weight. A warning or advice that the council turned off (`known.off`) is left out;
    an error never.

    Once `budget` is spent the run stops, and the last finding says which line took most of it.
    """
    order = {where: place for place, where in enumerate(reading.by_anchor)}
    budget = budget or Budget(FOR_A_PAPER)
    rules = registry.RULES if rules is None else rules
    found = corroborated([*_run_rules(reading, known, rules, budget)])
    matches = _told_once(tuple(weighed(found, reading)))
    secret = {line.block or line.where for line in reading.lines if _hides(line)}
    current = (
        item
        for item in matches
        if (item.severity == Severity.ERROR or item.rule.key not in known.off)
        and not _reckons(item, secret)
    )
    return tuple(
        sorted(
            current,
            key=lambda item: (order.get(item.fault.where, len(order)), _WEIGHT[item.severity]),
        )
    )


def _is_of_numbers(row: RuleFault):
    return row.rule.family in NUMBERS and row.rule.key not in APART


def _told_once(rows):
    """The findings without the advice of a constraint on a sentence of which more is found, and
    without what another rule has of it in the same words."""
    firsts = {}
    for row in sorted(rows, key=lambda row: _WEIGHT[row.severity]):
        firsts.setdefault(_words_of(row), row.rule)
    rows = [row for row in rows if firsts[_words_of(row)] is row.rule]
    sure = {
        (row.fault.where, row.fault.sentence)
        for row in rows
        if _is_of_numbers(row) and row.severity != Severity.ADVICE
    }
    for row in rows:
        place, is_advice = (row.fault.where, row.fault.sentence), row.severity == Severity.ADVICE
        if not (is_advice and row.rule.family == LAST and place in sure):
            yield row


def _words_of(row):
    return row.fault.where, row.fault.sentence, row.fault.says


def _hides(line):
    return any(item.entry.mark for item in line.live)


def _reckons(item, secret):
    """Whether a finding reckons with numbers beside one that is not shown: its text would tell."""
    place = item.fault.block or item.fault.where
    return place in secret and item.rule.family in NUMBERS and item.rule.key not in PRINTED


def _run_rules(reading, known, rules, budget):
    watched, kept = reading.watched(budget), kept_findings(reading, known)
    try:
        # The prose is read first, so that its cost falls to the line that has it.
        for line in watched.lines:
            _ = line.marked
        first = {}
        for rule in rules:
            faults = _found_by(rule, watched, known, kept)
            if faults is None:
                yield RuleFault(FAILED, _failed(rule, reading))
            for fault in faults or ():
                place = fault.where, fault.sentence
                if rule.family == LAST and first.get(place, rule) is not rule:
                    continue
                # What is only advice keeps no surer finding from being told.
                row = RuleFault(rule, fault)
                if _is_of_numbers(row) and row.severity != Severity.ADVICE:
                    first.setdefault(place, rule)
                yield row
            budget.look()
    except OverBudget:
        yield RuleFault(UNFINISHED, _too_much(reading, budget))


def _found_by(rule, watched, known, kept):
    """The findings of a rule, kept ones where there are any; None where it fails: the page that
    asks must answer all the same. No word of the report is logged."""
    if rule.check in kept:
        return kept[rule.check]
    try:
        faults = dict.fromkeys(rule.check(watched, known))
    except OverBudget:
        raise
    except FAILURES as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        logger.error("check %s failed with %s at %s", rule.key, type(error).__name__, place)
        return None
    if rule.of_paper_alone:
        kept[rule.check] = faults
    return faults


def _failed(rule, reading):
    says = f"One check failed: “{rule.statement}” Check the report for this yourself."
    mend = Mend("Contact the person who runs the service. Enter a reason to go on.")
    return Fault("", reading.title, says, mend=mend)


def _too_much(reading, budget):
    """What is said of the line that took most of a budget."""
    says = f"The checks took more than {budget.seconds} seconds and were stopped. "
    line = budget.costliest
    if line is None:
        return Fault("", reading.title, f"{says}Nothing was checked.")
    says += f"Most of the time went to this place ({line.at}). Part of the report is unchecked."
    mend = Mend("Make it shorter, or take out what it repeats.")
    return Fault(line.where, line.at, says, block=line.block, mend=mend)


def others_than(first: Sequence[RuleFault], then: Iterable[RuleFault]) -> Iterator[RuleFault]:
    """Those of `then` that do not find again the empty part that one of `first` has refused."""
    places = {item.fault.where for item in first}
    for item in then:
        if item.rule.key != EMPTY_PART or item.fault.where not in places:
            yield item
