"""Pages of the service and contacts that are offered above what reports print."""

from django.urls import reverse

from assurance.accounts.models.accounts import Council
from assurance.public_pages.contact_questions import WORDS, asks_for_contacts
from assurance.runtime.periods import say_day, today
from reports.editions.models.editions import Edition
from reports.papers.models.templates import next_meeting
from reports.publication.search.corrections import corrected, meant
from reports.publication.search.direct.council_words import KEPT, ignored_of
from reports.publication.search.site_pages import asks_for_removed, named_in, pages_about
from reports.vocabulary.plain_text import plain

# The page of a council, which prints when its committee meets.
MEETINGS = "publication:council"
# Words of so many letters may be typed with an error where a child may be in danger.
HURRIED = 5


def offered_pages(text: str, council: Council, as_typed: bool = False) -> list[dict[str, str]]:
    """The pages of the service that `text` asks for, each with its title, what a person does there
    and its address; `as_typed` without corrections."""
    ignored = ignored_of(council) | KEPT
    pages = [
        {
            "title": page.title,
            "about": f"{page.about}{_next_meeting(page, council)}",
            "address": page.address(council.slug),
        }
        for page in pages_about(text, ignored, as_typed)
    ]
    return [*_removed_reports(text, council), *pages]


def _next_meeting(page, council):
    """The date of the next meeting as a sentence, of the page that prints it."""
    if page.name != MEETINGS:
        return ""
    meeting = next_meeting(council, today())
    return f" Next: {meeting}." if meeting else " No date is published yet."


def _removed_reports(text, council):
    """The removed reports of each series that `text` names, with date and reason, and without their
    own titles, which may be the reason."""
    if not asks_for_removed(text):
        return []
    rows = Edition.objects.public_in(council.slug).removed().order_by("number")
    newest = [row for row in {row.paper_id: row for row in rows}.values() if row.removal]
    names = [f"{row.paper.series.title} {row.paper.told_on:%B %Y}" for row in newest]
    return [
        {
            "title": f"Removed report in the series “{row.paper.series.title}”",
            "about": f"Removed on {say_day(row.removal.taken_on)}. "
            f"Reason: {row.removal.get_reason_display()}.",
            "address": reverse(
                "publication:paper", args=[council.slug, row.paper.series.slug, row.paper.slug]
            ),
        }
        for row in (newest[place] for place in named_in(text, names))
    ]


def wants_contacts(text: str, as_typed: bool = False) -> bool:
    """True where `text` asks for the contacts about a child; `as_typed` without corrections."""
    words = plain(text)
    # A person in a hurry leaves letters out: offering the numbers to another costs a glance.
    near = {} if as_typed else {word: meant(word, WORDS, HURRIED) for word in words.split()}
    return asks_for_contacts(words) or asks_for_contacts(plain(corrected(text, near)))
