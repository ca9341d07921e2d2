"""Strengths and areas together: what a report states of them against how many are listed."""

from assurance.runtime.digits import whole

BOUNDS = {
    "over": lambda listed, stated: listed > stated,
    "more than": lambda listed, stated: listed > stated,
    "at least": lambda listed, stated: listed >= stated,
    "about": lambda listed, stated: abs(listed - stated) * 10 <= stated,
    "": lambda listed, stated: listed == stated,
}
MORE_THAN = ("over", "more than")


def points(listed):
    """How many strengths and areas together are `listed` (a dict of each total)."""
    return listed["strengths"] + listed["areas_for_development"]


def stated_points(text):
    """(whether there were more than that, number) of “120” or “over 120”; None where nothing is
    stated, or nothing of either kind."""
    phrase, _, number = text.strip().casefold().rpartition(" ")
    stated = whole(number.replace(",", ""))
    if phrase not in ("", *MORE_THAN) or stated is None or not number.isascii():
        return None
    return phrase in MORE_THAN, stated


def points_compared(stated, listed):
    """A sentence on `stated` strengths and areas together, a number or a bound such as “over 120”,
    against how many are `listed`; an empty text where nothing is stated."""
    if not stated.strip():
        return ""
    text, _, number = stated.strip().casefold().rpartition(" ")
    number = whole(number.replace(",", ""))
    if text not in BOUNDS or number is None:
        return f"Stated: {stated}; listed: {listed}. The number in the report cannot be compared."
    agree = BOUNDS[text](listed, number)
    return f"Stated: {stated}; listed: {listed}. {'They agree.' if agree else 'They differ.'}"
