"""What is said of a day that was counted before and that a return would count otherwise."""

from assurance.looked_after.rules.counts import say_children
from assurance.runtime.periods import say_day

MOST_PAIRS = 3


def offered_sentence(day, source, lines):
    """That the count of `day` stays, and what the return would count; `lines` are the differences:
    `breakdown`, `label`, `kept`, `counted`, the total first where it is one of them."""
    return (
        f"The count of {say_day(day)} stays as it was ({source}): {_values(lines)}. "
        "The new count is offered."
    )


def replaced_sentence(day, source, lines):
    """That the count of `day`, which another return had lent, is now that of the day's own."""
    return (
        f"The count of {say_day(day)} is now counted from the return of its own year, no longer "
        f"as before ({source}): {_values(lines)}."
    )


def entered_sentence(source, day, lines):
    """That an entered census of `day` is not what a held return counts, with both numbers."""
    pairs = [
        f"{f'{line.breakdown}, ' if line.breakdown else ''}{line.label}: {line.kept:,} entered, "
        f"{line.counted:,} in the return"
        for line in lines
    ]
    more = f"; and {len(pairs) - MOST_PAIRS:,} more" if len(pairs) > MOST_PAIRS else ""
    return (
        f"The {source} gives other numbers for {say_day(day)} "
        f"({'; '.join(pairs[:MOST_PAIRS])}{more}). Correct the numbers, or enter why "
        "they differ."
    )


def _values(lines):
    for line in lines:
        if not line.breakdown:
            return f"{say_children(line.kept)}, and these files count {line.counted:,}"
    parts = dict.fromkeys(line.breakdown for line in lines)
    return f"the same number of children, with other numbers by {', '.join(parts)}"
