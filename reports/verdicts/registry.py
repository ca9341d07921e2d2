"""Every rule that a paper is checked by, in the order in which they are listed.

The first check of a process loads it: its patterns take a fifth of a web server's start.
"""

from types import ModuleType

from reports.checks.assurance import (
    arrears,
    audit_days,
    cadences,
    claimed_origins,
    courses,
    extremes,
    figure_states,
    recorded_states,
    records,
    surveys,
    universal_states,
)
from reports.checks.numbers import crowds
from reports.checks.numbers.claims import (
    agreement,
    differences,
    likeness,
    listed_counts,
    live_bases,
    live_changes,
    moments,
    series,
)
from reports.checks.numbers.disclosure import protection, small
from reports.checks.numbers.live import open_periods, other_parts, since_report
from reports.checks.numbers.live import rests as live_rests
from reports.checks.numbers.sums import bands, tables
from reports.checks.rule import JOINED, Rule
from reports.checks.structure import annexes, citations, labels, parts, recommendations
from reports.checks.timing import carried_dates, named_periods, replies, spans, tense
from reports.checks.timing.days import distances, prospects, weekdays
from reports.constraints import (
    again,
    against_tables,
    ages,
    changes,
    direction,
    inferences,
    lists,
    named_things,
    ranks,
    universals,
)
from reports.constraints.parts import left_out, rests, wholes
from reports.date_constraints.limits import calendar
from reports.equations import consequences
from reports.figure_constraints import (
    attributions,
    causes,
    definitions,
    extents,
    headlines,
    pairs,
    stocks,
    stretches,
    year_times,
)
from reports.figure_constraints import claims as claims_of_figures
from reports.figure_constraints import courses as courses_of_figures
from reports.figure_constraints import shares as shares_of_figures
from reports.figure_constraints.hidden import rates as hidden_rates
from reports.figure_constraints.hidden import rests as hidden_rests
from reports.figure_constraints.hidden import shares as hidden_shares
from reports.share_constraints import percents, ratios
from reports.share_constraints import surveys as shares_of_groups
from reports.share_constraints.totals import passages as passages_of_numbers
from reports.table_constraints.dates import future_captions
from reports.table_constraints.dates import heads as dated_heads
from reports.table_constraints.dates import notes as dated_notes
from reports.table_constraints.grids import breaches, hidden_cells
from reports.table_constraints.grids import wholes as wholes_of_grids
from reports.wording_checks import abbreviations, children, councils, length, names, unfinished_text

# These weigh a block against the rest of its paper, or the paper as a whole.
OF_THE_WHOLE = (
    *("abbreviation-unexplained", "abbreviation-late", "abbreviation-unused"),
    *("abbreviation-unlisted", "abbreviation-twice", "abbreviation-two-forms", "two-spellings"),
    *("two-values", "stated-recommendations", "growth-without-numbers", "scope-changed"),
    *(
        "unlike-earlier-paper",
        "live-course-denied",
        "since-other-report",
        "carried-date",
        "figure-outside-period",
        "headline-of-past-time",
    ),
    *("list-unlike-figure", "list-unlike-number", "list-unlike-text"),
    *("abbreviation-unlike-glossary", "rest-unnamed"),
    *("reply-late", "perhaps-parts", "hidden-number-rate", "hidden-number-rest"),
    "share-of-few",
    "stretch-denied",
    *("number-unlike-before", "sum-unlike-before", "text-unlike-table"),
    *(
        "grid-whole",
        "follows-from-none",
        "consequence-denied",
        "passage-denied",
        "few-left-apart",
        "hidden-cell-recovered",
    ),
)
OF_A_BLOCK = ("items-in-order", "link-says-nothing", "bare-address", "table-without-words")
WHOLE_FAMILIES = ("structure", "assurance")
RULES: list[Rule] = []


def _join(*modules: ModuleType) -> None:
    for module in modules:
        RULES.extend(item for item in vars(module).values() if isinstance(item, Rule))


def rule_called(key: str) -> Rule | None:
    """The rule of that identifier, or None."""
    return next((rule for rule in RULES if rule.key == key), None)


def asked_of_a_block() -> tuple[Rule, ...]:
    """The rules that one block can be read by."""
    return tuple(
        rule
        for rule in RULES
        if rule.key in OF_A_BLOCK
        or (rule.family not in WHOLE_FAMILIES and rule.key not in OF_THE_WHOLE)
    )


_join(*(spans, named_periods, calendar, replies, tense, carried_dates))
_join(*(labels, citations, annexes, recommendations, parts))
_join(*(unfinished_text, abbreviations, names, councils, children))
_join(*(length, cadences, arrears, records, audit_days, surveys, courses, extremes))
_join(recorded_states)
_join(*(figure_states, claimed_origins, universal_states))
_join(*(agreement, bands, shares_of_figures))
_join(*(headlines, stocks, stretches, causes, attributions, pairs))
_join(*(year_times, claims_of_figures, extents, definitions))
_join(*(shares_of_groups, crowds, dated_heads, differences, likeness, listed_counts, moments))
_join(*(dated_notes, future_captions, open_periods, other_parts, live_rests))
_join(
    *(
        protection,
        hidden_cells,
        left_out,
        series,
        live_bases,
        live_changes,
        courses_of_figures,
        since_report,
    )
)
_join(
    *(
        small,
        rests,
        tables,
        breaches,
        changes,
        ranks,
        percents,
        wholes,
        against_tables,
        direction,
    )
)
_join(*(wholes_of_grids, weekdays, distances, prospects))
# What is found by likeness alone comes behind what is found by reckoning.
_join(*(hidden_rates, hidden_rests, hidden_shares))
_join(*(universals, lists, named_things, ages, ratios, again, inferences, consequences))
_join(passages_of_numbers)
_join(*JOINED)
