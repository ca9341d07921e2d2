"""What puts a paragraph before or behind others that have as many words of a question: its kind,
its report, and the sign of a reason, a date or a number."""

from dataclasses import dataclass
from functools import cached_property

from reports.publication.models.passages import Passage
from reports.publication.search.direct.lists import (
    APPROVAL,
    CONTACTS,
    asks_for_approval,
    asks_for_lead,
    is_list_of,
    is_of_contacts,
    names_posts,
)
from reports.publication.search.direct.signs import has_sign
from reports.publication.search.question import Question
from reports.vocabulary.requests import COUNT, DATE, LENGTH, PERSON, REASON

# A sentence comes before a table.
TABLE = 0.08
# The front of a report has its title, which each of its paragraphs is about.
FRONT = 0.2
# Headline figures are answers as figures; together they have a little of everything.
DIGESTS, DIGEST = "headlines-", 0.3
# Whom to contact about a report comes first where it is what is asked.
CONTACT = 0.5
# A table with posts comes before others of its kind where a person is asked for.
POSTS = 0.2
# A reason comes before what gives none where a question asks why, so does a date for when: before
# every other result, and before other paragraphs.
SIGNS = {REASON: (0.1, 0), PERSON: (0.1, 0), DATE: (0.1, 0.1), LENGTH: (0.1, 0), COUNT: (0, 0.1)}
# A report of the time that is asked for comes before others.
OF_TIME = 0.05
# The list of what is asked for comes before what only speaks of it.
LIST = 0.1
LAST = (
    CONTACTS,
    "part-abbreviations",
    APPROVAL,
    "part-annexes",
    "listed-",
    "part-w",
    "implications-",
    "risks-",
)


@dataclass(frozen=True)
class ParagraphOrder:
    """How paragraphs come before and behind others for one question."""

    question: Question

    @cached_property
    def wants_contacts(self) -> bool:
        """True where the contacts of a report answer."""
        return is_of_contacts(self.question)

    @cached_property
    def wants_lead(self) -> bool:
        """True where contacts are no worse than other paragraphs."""
        return self.wants_contacts or asks_for_lead(self.question)

    @cached_property
    def approval(self) -> str | None:
        """The anchor of approvals where the question asks for one."""
        return APPROVAL if asks_for_approval(self.question) else None

    def fields(self, row: Passage) -> dict[str, object]:
        """The fields of a candidate for `row` that put it before or behind others."""
        lists = is_list_of(self.question, row)
        sign, among = SIGNS.get(self.question.asks_for, (0, 0))
        is_signed = bool(sign or among) and has_sign(self.question, row)
        behind = -LIST if lists else self._behind(row)
        behind -= POSTS * (self.question.asks_who and names_posts(row))
        behind -= OF_TIME * _is_of(self.question.month, row.edition.paper)
        return {
            "behind": behind - sign * is_signed,
            "ahead": among * is_signed,
            "is_last": self._is_last(row),
            "lists": lists,
        }

    def _behind(self, row):
        """How far a paragraph that lists nothing asked for comes behind others."""
        is_table = not row.anchor or row.label.startswith("Table")
        is_wanted = self.wants_contacts and row.anchor.startswith(CONTACTS)
        kind = FRONT * (not (row.anchor or row.label)) + DIGEST * row.anchor.startswith(DIGESTS)
        return kind + TABLE * is_table - CONTACT * is_wanted

    def _is_last(self, row):
        """True for a heading alone, for abbreviations, and for contacts and approval that are not
        asked for."""
        is_wanted = row.anchor == self.approval
        is_wanted |= self.wants_lead and row.anchor.startswith(CONTACTS)
        return not row.plain_words or (row.anchor.startswith(LAST) and not is_wanted)


def _is_of(month, paper):
    """True where a report, or the end of its period, is of a `month` or year."""
    days = (paper.told_on, paper.period_end) if month else ()
    return any(f"{day}".startswith(month) for day in days)
