"""What refuses a group of people whom a review met, and how many were met in all."""

from assurance.runtime.periods import say_day


def is_listed(group, names):
    """Whether `names` have a group, however its letters and spaces are typed."""
    return _plain(group) in map(_plain, names)


def why_not_twice(group, met_on, is_used):
    """The sentence that refuses a group that is listed already, or None."""
    if not is_used:
        return None
    when = f"on {say_day(met_on)}" if met_on else "without a date"
    return f"“{group}” {when} is listed already: change that entry, or enter another date"


def why_not_number(number):
    """The sentence that refuses how many were met, or None."""
    if number is not None and number < 1:
        return "Enter 1 or more, or leave it empty where the number is not known"
    return None


def why_not_met_on(review, day):
    """The sentence that refuses a day outside of the review's days on site, or None."""
    if day is None or review.started_on <= day <= review.ended_on:
        return None
    first, last = say_day(review.started_on), say_day(review.ended_on)
    return f"The review was on site from {first} to {last}: enter a date between these"


def total_of(groups):
    """How many people `groups` are together, of those whose number is known."""
    return sum(group.number or 0 for group in groups)


def are_counted(groups):
    """True if the number of each of `groups` is known: what is not recorded is no nought."""
    return all(group.number is not None for group in groups)


def _plain(name):
    return " ".join(name.casefold().split())
