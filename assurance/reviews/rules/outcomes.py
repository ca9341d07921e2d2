"""A table of outcomes beside a review: what its lines may hold, and what its shares say."""

from assurance.runtime.digits import whole

LONGEST_CATEGORY = 120
MOST_CATEGORIES = 20
MOST = 999_999


def lines_of(text):
    """A list of (category, count or None) of a text with one to a line, the count after the line's
    last `|`; None where it is no whole number."""
    halves = [line.rpartition("|") for line in text.splitlines() if line.strip()]
    return [
        (text.strip() if bar else count.strip(), _number(bar and count))
        for text, bar, count in halves
    ]


def why_not_lines(lines):
    """The sentence that refuses the categories of `lines_of`, or None."""
    if not lines:
        return "Enter at least one category with its count, such as “Good | 39”"
    if len(lines) > MOST_CATEGORIES:
        return f"Enter {MOST_CATEGORIES} categories or fewer: these are {len(lines)}"
    known = set()
    for category, count in lines:
        if not category:
            return "A count has no category before its |: write both, such as “Good | 39”"
        if count is None:
            return f"“{category[:60]}” needs a whole number after a |, such as “Good | 39”"
        if len(category) > LONGEST_CATEGORY:
            return f"“{category[:60]}…” must have {LONGEST_CATEGORY} characters or fewer"
        if category.casefold() in known:
            return f"“{category}” is entered twice: remove one"
        known.add(category.casefold())
    if not sum(count for _, count in lines):
        return "The counts add to nought: there is nothing to compare with"
    return None


def why_not_ours(ours, lines):
    """The sentence that refuses our own category, or None; an empty one is none."""
    if not ours or ours.casefold() in {category.casefold() for category, _ in lines}:
        return None
    return f"“{ours}” is none of the categories: write it as in its line"


def share(count, total):
    """`count` as a whole per cent of `total` (1 or more), halves up."""
    return (200 * count + total) // (2 * total)


def compared(counts, stated_total):
    """{"lines": [(count row, per cent)], "total", "notes"} of a table's `counts` (each with
    `count`); the per cents are of what they add to."""
    total = sum(count.count for count in counts)
    lines = [(count, share(count.count, total)) for count in counts]
    added = sum(percent for _, percent in lines)
    notes = []
    if added != 100:
        notes.append(f"The per cents add to {added}, not 100, because each is rounded by itself.")
    if stated_total is not None and stated_total != total:
        notes.append(f"The counts add to {total:,}; the source states {stated_total:,}.")
    return {"lines": lines, "total": total, "notes": notes}


def _number(text):
    number = whole(text.strip().replace(",", ""))
    return number if text.isascii() and number is not None and number <= MOST else None
