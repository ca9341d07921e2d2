"""All that needs an account on a day, in the order of its page and of its e-mail."""

from reports.tasks.commitments import of_promises
from reports.tasks.contributions import of_asked
from reports.tasks.early_readers import of_early
from reports.tasks.emergency_issue import of_emergencies
from reports.tasks.format_requests import of_other_formats
from reports.tasks.issue import of_issuing
from reports.tasks.papers import of_papers
from reports.tasks.records import of_records
from reports.tasks.removals import of_removals
from reports.tasks.site import of_published


def needs_of(user, day):
    """Every `Need` of `user` on `day`: what they were asked to write first, then papers, those that
    were removed, issued in an emergency or stopped on their way out before the rest and what
    readers asked for last, then what they promised, then records, what is late before the rest."""
    papers = (
        *(*of_removals(user), *of_published(user), *of_issuing(user)),
        *(*of_emergencies(user), *of_early(user, day)),
        *(*of_papers(user), *of_other_formats(user)),
    )
    return [*of_asked(user, day), *papers, *of_promises(user, day), *of_records(user, day)]


def in_words(needs):
    """The needs as the lines of an e-mail: papers by their titles, promises by their words,
    records by their numbers."""
    return [f"{need.words} ({need.status or ('late' if need.late else 'to do')})" for need in needs]
