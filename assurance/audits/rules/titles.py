"""What the lists of the programme may hold: titles used once, days in order, nothing lost that
something else stands on."""

from assurance.runtime.periods import say_day


def why_not_call(noun, clash):
    """The sentence that refuses a title that another standing row of the kind has, or None."""
    if clash:
        return f"There is an {noun} of this title already: change that one, or use another title"
    return None


def why_not_end(from_date, to_date):
    """The sentence that refuses a last day before the first, or None."""
    if from_date and to_date and to_date < from_date:
        return f"It is in use from {say_day(from_date)}: it cannot end before that day"
    return None


def why_not_move(from_date, to_date, days):
    """The sentence that refuses days of use that leave out one of `days`, those of the audits that
    have the theme, or None."""
    if not days:
        return None
    first, last = min(days), max(days)
    if first < from_date or (to_date and to_date < last):
        return (
            f"Audits done from {say_day(first)} to {say_day(last)} have this theme: its days must "
            "include theirs"
        )
    return None


def why_not_lose(number, noun):
    """The sentence that refuses to withdraw what `number` standing rows of `noun` name, or None."""
    if not number:
        return None
    name, them = ("names", "it") if number == 1 else ("name", "them")
    several = "" if number == 1 else "s"
    return f"{number:,} {noun}{several} {name} this: change {them} first, or give this a last day"


def why_not_allocate_twice(role, clash):
    """The sentence that refuses a second line for a role, or None."""
    if clash:
        return f"The rule has a line for {role} already: change that one"
    return None
