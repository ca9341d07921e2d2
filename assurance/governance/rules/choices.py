"""Words and days of other matters: the choices they have, and how their values are said. No Django
here."""

from decimal import ROUND_HALF_UP, Decimal

from assurance.figures.small_numbers import threshold
from assurance.meetings.intervals import months_between
from assurance.runtime.periods import say_day

STATES = {
    "planned": "Planned",
    "under_way": "Under way",
    "done": "Done",
    "partly_done": "Partly done",
    "not_done": "Not done",
    "stopped": "Stopped",
}
# A development in one of these has finished.
ENDED = ("done", "stopped")
REACHED = {
    "exactly": "Exactly this many",
    "over": "Over this many",
    "not_counted": "No one counted",
}
NUMBER, PERCENT, MONEY, DAYS = "number", "percent", "money", "days"
UNITS = {NUMBER: "Number", PERCENT: "Per cent", MONEY: "Pounds", DAYS: "Days"}
BETTER = {"higher": "Higher", "lower": "Lower", "neither": "Neither"}
MET, MISSED, TOLERATED = "Meets the target", "Misses the target", "Within tolerance"
# The worst first.
VERDICTS = (MISSED, TOLERATED, MET)


def say_value(value, unit):
    """A value in its unit: `17.5`, `75.3%`, `£48,000`, `£12.50`, `1 day`."""
    exact = Decimal(value)
    sign, exact = ("−" if exact < 0 else ""), abs(exact)
    if unit == MONEY:
        whole = exact == exact.to_integral_value()
        return f"{sign}£{exact:,.0f}" if whole else f"{sign}£{exact:,.2f}"
    plain = f"{exact:,.2f}".rstrip("0").rstrip(".")
    if unit == PERCENT:
        return f"{sign}{plain}%"
    if unit == DAYS:
        return f"{sign}{plain} {'day' if exact == 1 else 'days'}"
    return f"{sign}{plain}"


def share(count, out_of):
    """The per cent that `count` is of `out_of`, to one decimal, half away from nought."""
    return (Decimal(count) * 100 / out_of).quantize(Decimal("0.1"), ROUND_HALF_UP)


def span_of_scale(steps):
    """The first and the last step of a scale: `from 1 (rare) to 5 (almost certain)`."""
    return f"from 1 ({steps[0]}) to {len(steps)} ({steps[-1]})"


def say_reached(reached, number):
    """How many an event reached: `32`, `over 400`, `not counted`."""
    if number is None:
        return "not counted"
    return f"over {number:,}" if reached == "over" else f"{number:,}"


def say_unchecked(checked_on, day):
    """For how long a document has not been checked on `day`: nothing for less than a month."""
    if checked_on is None:
        return "Never checked"
    months = months_between(checked_on, day)
    return f"{months} month{'s' * (months > 1)}" if months >= 1 else ""


def say_checked(checked_on, day):
    """When a document was last checked, and how long ago that is on `day`."""
    time = say_unchecked(checked_on, day)
    if checked_on is None:
        return time
    return f"{say_day(checked_on)}, not checked for {time}" if time else say_day(checked_on)


def gives_away(value, count, out_of, most=None):
    """Whether what is said of people gives a small number of them (up to `most`) away: the `value`,
    or, where it was worked out of counts, the `count`, what it is `out_of` or the rest."""
    entries = [value] if count is None else [count, out_of, out_of - count]
    return any(0 < item <= (most or threshold()) for item in entries)


def verdict(value, target, better, tolerance=None):
    """Whether `value` meets `target`, or misses it by no more than the `tolerance`, in words; empty
    without a target or a better way."""
    if target is None or better not in ("higher", "lower"):
        return ""
    if value >= target if better == "higher" else value <= target:
        return MET
    return TOLERATED if tolerance is not None and abs(value - target) <= tolerance else MISSED


def target_on(targets, day):
    """The target of `targets` (rows with `from_date`, `to_date`) that holds on `day`, or None."""
    rows = [
        target
        for target in targets
        if target.from_date <= day and (target.to_date is None or day <= target.to_date)
    ]
    return max(rows, key=lambda item: item.from_date, default=None)
