"""What the list of people shows of each person, and what it sorts by."""

from assurance.dbs.models.statuses import roles_of, standing_of
from assurance.dbs.rules import role_dates, statuses
from assurance.people.models.people import Engagement
from assurance.registers.orders import Alphabetical, first_of, standing
from assurance.runtime.periods import today


def day_of(person):
    """The day that a page speaks of: the list's own, else today."""
    return getattr(person, "as_at", None) or today()


def status_now(person):
    """The person's worst status in words, a forecast marked as one."""
    day = day_of(person)
    text = statuses.status_text(standing_of(person, day).status, roles_of(person), day)
    return f"{text} (forecast)" if day > today() else text


def due_now(person):
    """The day that the first re-check is or was due."""
    return standing_of(person, day_of(person)).due


def left_on(person):
    """The day that the last role ended, where every role has ended by the page's day."""
    return role_dates.last_day(roles_of(person), day_of(person))


def first_in_words(field):
    """What the list sorts by where it shows several roles: the first of their words."""
    return first_of(standing(Engagement, "person"), Alphabetical(field), Alphabetical(field))


def roles_in_words(person):
    """The names of the roles that stand, in the order of the alphabet."""
    return sorted((role.role for role in roles_of(person)), key=str.lower)


def services_in_words(person):
    """The services of the roles that stand, each once, in the order of the alphabet."""
    return sorted({role.service for role in roles_of(person)}, key=str.lower)
