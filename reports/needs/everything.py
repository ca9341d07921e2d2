"""All that needs an account on a day, in the order of its page and of its e-mail."""

from reports.needs.papers import of_papers
from reports.needs.records import of_records


def needs_of(user, day):
    """Every `Need` of `user` on `day`: papers first, then records, what is late before the rest."""
    return [*of_papers(user), *of_records(user, day)]


def in_words(needs):
    """The needs as the lines of an e-mail: papers by their titles, records by their numbers."""
    return [f"{one.words} ({one.status or ('late' if one.late else 'to do')})" for one in needs]
