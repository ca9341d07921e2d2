"""Areas that a council compares itself with, by the codes of official statistics."""

import re

# As the Office for National Statistics writes them: E06000014.
CODE = re.compile(r"[A-Z][0-9]{8}")


def why_not_this_code(code):
    """The sentence that refuses an area's code, or None."""
    if CODE.fullmatch(code):
        return None
    return "The code must be a letter and 8 figures, such as E06000014."


def why_not_these_days(from_date, to_date):
    """The sentence that refuses a last day before the first, or None."""
    if to_date and from_date and to_date < from_date:
        return "The last day must not be before the first day."
    return None


def why_not_beside(area, others, own="own"):
    """The sentence that refuses an area beside others that hold on some of the same days, or None:
    each once, and one of them the council itself. All have `role`, `area_code`, `from_date` and
    `to_date`."""
    for other in others:
        if not _meet(area, other):
            continue
        if other.area_code == area.area_code:
            return "This area is in the list on some of these days already: change that one."
        if area.role == own and other.role == own:
            return "Another area is this council itself on some of these days: end that one first."
    return None


def _meet(item, other):
    begins = max(item.from_date, other.from_date)
    return all(each.to_date is None or begins <= each.to_date for each in (item, other))
