"""What may be said of a census: parts that make the whole, days that a return speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assurance.looked_after.rules.counts import say_children
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, PLACEMENT
from assurance.runtime.periods import say_day

MEASURE = "measure"
# What an entered census may be broken down by, each with its words; each adds to the total.
ENTERED_BREAKDOWNS = {
    PLACEMENT: "placement",
    AGE_BAND: "age band",
    LOCAL_AGE_BAND: "local age band",
}


@dataclass(frozen=True)
class EnteredCensus:
    """What somebody enters of one census. `parts` maps a breakdown (`placement`, `age_band`,
    `local_age_band`) to member → children, with `not_broken_down` as a member; a breakdown that is
    not known is left out; `differs_because` says why it is not what a held return counts.
    `measures` maps a measure beside the groups to children, `unit_costs` a
    group or measure to (pounds, source)."""

    total: int
    source: str
    parts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    measures: Mapping[str, int] = field(default_factory=dict)
    unit_costs: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    differs_because: str = ""

    def told(self):
        """Name → value of everything entered, for history."""
        fields = {"total": self.total, "source": self.source}
        if self.differs_because:
            fields["differs_because"] = self.differs_because
        fields |= {
            f"{breakdown}: {member}": children
            for breakdown, members in {**self.parts, MEASURE: self.measures}.items()
            for member, children in members.items()
        }
        costs = self.unit_costs.items()
        fields |= {f"unit cost: {group}": pounds for group, (pounds, _) in costs}
        return fields | {f"unit cost source: {group}": source for group, (_, source) in costs}


def why_not_these_parts(total, name, parts):
    """The sentence that refuses parts of a whole, or None; no parts at all is a census known only
    as a total. `parts` maps a member to its children; `not_broken_down` is one of them."""
    if not parts:
        return None
    added = sum(parts.values())
    if added > total:
        return (
            f"The {name} parts add up to {added:,}, which is {added - total:,} more than the "
            f"{say_children(total)}: correct a part or the total."
        )
    if added < total:
        return (
            f"The {name} parts add up to {added:,}, which is {total - added:,} fewer than the "
            f"{say_children(total)}: put the rest in “not broken down”."
        )
    return None


def why_not_this_measure(total, label, children):
    """The sentence that refuses a measure beside the groups, or None."""
    if children > total:
        return f"{label}: {children:,} is more than the {say_children(total)}."
    return None


def why_not_count(held_return, day):
    """The sentence that refuses to count a census of `day` from a held return, or None.
    `held_return` has `covers_from`, `covers_to`, `rows_removed_on`, `withdrawn_on`."""
    if held_return.withdrawn_on:
        return "This return has been withdrawn: count from another one."
    if held_return.rows_removed_on:
        return "The rows of this return have been removed: import the return again to count."
    if not held_return.covers_from <= day <= held_return.covers_to:
        return (
            f"The return does not cover {say_day(day)}: it covers "
            f"{say_day(held_return.covers_from)} to {say_day(held_return.covers_to)}."
        )
    return None


def stands_already(day):
    """The sentence that refuses a second census of one population and day."""
    return f"A count of {say_day(day)} of these children is already recorded: correct that one."


def why_not_correct(census, because):
    """The sentence that refuses a correction of the newest edition, or None."""
    if census.is_withdrawn:
        return "This count has been withdrawn: enter it again instead."
    if not because.strip():
        return "Explain why the count is corrected."
    return None


def why_not_withdraw_edition(census):
    """The sentence that refuses to withdraw an edition that was replaced, or None."""
    if census.replaced_on:
        return "There is a newer version of this count: withdraw that one."
    return None


def why_not_state_costs(census):
    """The sentence that refuses unit costs, or None. `census` has `is_in_force`."""
    if not census.is_in_force:
        return "This version has been replaced or withdrawn: state the costs with the newest."
    return None


def why_not_this_population(cohort, day):
    """Why there can be no census of `cohort` on `day`, or None."""
    if cohort.kind != "looked_after":
        return f"“{cohort.title}” is not a population of children: choose one that is."
    if day < cohort.from_date or (cohort.to_date and day > cohort.to_date):
        return f"“{cohort.title}” is not counted on {say_day(day)}: choose a date on which it is."
    return None


def why_not_defined(text, unknown, day):
    """Why members of a breakdown cannot be said of `day`, or None."""
    if not unknown:
        return None
    return (
        f"There is no {text} called {', '.join(sorted(unknown))} on {say_day(day)}: use "
        "one that is defined for that date."
    )
