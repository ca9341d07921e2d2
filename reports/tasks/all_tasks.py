"""All that needs an account on a day, in the order of its page and of its e-mail."""

from reports.tasks.access_reviews import of_access_reviews
from reports.tasks.clearances import of_clearances
from reports.tasks.commitments import of_asked, of_promises
from reports.tasks.measures import of_measures
from reports.tasks.papers import (
    of_due,
    of_early,
    of_emergencies,
    of_issuing,
    of_other_formats,
    of_papers,
    of_published,
    of_record_requests,
    of_removals,
)
from reports.tasks.posts import of_posts
from reports.tasks.records import of_records
from reports.tasks.stopped_accounts import of_ending_posts, of_stopped_accounts


def requests_of(user, day):
    """What others asked `user` for: to write, to clear, to record for a report."""
    return [
        *(*of_asked(user, day), *of_clearances(user, day)),
        *of_record_requests(user, day),
    ]


def needs_of(user, day, *, with_due=True):
    """Every `Need` of `user` on `day`: what they were asked to write first, then papers, those that
    were removed, issued in an emergency or stopped on their way out before the rest and what
    readers asked for last, then what they promised, then the tasks of their posts and records, what
    is late before the rest.
    Reports that are due are left out of what shows them otherwise (not `with_due`)."""
    papers = (
        *(*of_removals(user), *of_published(user), *of_issuing(user)),
        *(*of_emergencies(user), *of_early(user, day)),
        *(*of_papers(user), *of_other_formats(user)),
    )
    due = of_due(user, day) if with_due else ()
    posts = (*of_posts(user, day), *of_measures(user, day))
    accounts = (
        *(*of_stopped_accounts(user, day), *of_ending_posts(user, day)),
        *of_access_reviews(user, day),
    )
    rest = (*of_promises(user, day), *posts, *of_records(user, day), *accounts)
    return [*requests_of(user, day), *due, *papers, *rest]


def in_words(needs):
    """The needs as lines of an e-mail: papers by title, promises by words, records by number."""
    return [f"{need.words} ({need.status or _state(need)})" for need in needs]


def _state(need):
    return "overdue" if need.late else "to do"
