"""What may be kept of a council's own framework of reviews."""

LONGEST_GRADE = 60
LONGEST_AREA = 200


def why_not_lines(what, lines, longest):
    """The sentence that refuses the `lines` of a form's box of `what` (“grade”), or None."""
    known = set()
    for line in lines:
        if len(line) > longest:
            return f"Each {what} must have {longest} characters or fewer: “{line[:40]}…” is longer"
        if line.casefold() in known:
            return f"“{line}” is entered twice: remove one"
        known.add(line.casefold())
    return None


def why_not_days(from_date, to_date):
    """The sentence that refuses the framework's last day, or None."""
    if from_date and to_date and to_date < from_date:
        return "The framework must end on or after its start date"
    return None


def why_not_change(kind, grades, from_date, to_date, reviews):
    """The sentence that refuses to change a framework under which `reviews` (each with `kind`,
    `started_on` and the set `grades_given`) were done, or None."""
    for review in reviews:
        if review.kind != kind:
            return f"“{review.title}” uses this framework but is of another kind"
        if review.started_on < from_date or (to_date and review.started_on > to_date):
            return f"“{review.title}” uses this framework but began outside its dates"
        if lost := sorted(review.grades_given - set(grades)):
            return f"“{review.title}” has the grade “{lost[0]}”: keep it among the grades"
    return None
