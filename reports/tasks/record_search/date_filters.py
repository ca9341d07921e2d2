"""Filters of lists by a time: two dates between which something happened or is due."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assurance.govuk.dates import DatePartsField
from assurance.runtime.periods import today
from reports.tasks.record_search.list_words import QuestionWord, content, meanings
from reports.tasks.record_search.spans import Span
from reports.vocabulary.plain_text import plain

_ENDS = ("to", "by")
# A word of a filter's label → what people say of the same date.
_SAID = {
    "due": "due expire expires expiring expiry run runs running out end ends ending renew renewal "
    "renewed falls coming up",
    "done": "done made carried out finished completed",
    "started": "started start joined join began begin starters",
    "left": "left leave leaving leavers went",
    "published": "published came out",
    "meetings": "met took place",
    "events": "took place",
}
# What is due or ends lies ahead; all else is over.
_AHEAD = frozenset(("due", "ends"))


@dataclass(frozen=True)
class DateFilter:
    """The fields of a filter for the `first` and the `last` day, its label, and the words by which
    a question asks for it; `is_ahead` where these dates are to come."""

    first: str
    last: str
    label: str
    asked_by: frozenset[str]
    is_ahead: bool

    def set_to(self, span: Span) -> "DatedChoice":
        """The filter set to the days of `span`."""
        when = span.period(today(), self.is_ahead)
        days = {self.first: when.start, self.last: when.end}
        query = {
            f"{name}_{part}": getattr(day, part)
            for name, day in days.items()
            for part in ("day", "month", "year")
        }
        return DatedChoice(query, (self.label, when.short))


@dataclass(frozen=True)
class DatedChoice:
    """A filter set to a time: the query of its address, and its (label, words)."""

    query: Mapping[str, int]
    label: tuple[str, str]


def dated_choice(
    fields: Mapping, words: Sequence[QuestionWord], span: Span
) -> tuple[DatedChoice | None, list[QuestionWord]]:
    """The filter among `fields` that `words` ask for, else the first, set to `span`, and the words
    that are left; None where no filter is by a time."""
    filters = list(_date_filters(fields))
    if not filters:
        return None, list(words)
    best = max(filters, key=lambda one: sum(_asks(word, one) for word in words))
    return best.set_to(span), [word for word in words if not _asks(word, best)]


def _asks(word, one):
    return bool(word.stems & one.asked_by)


def _date_filters(fields) -> Iterator[DateFilter]:
    for name, field in fields.items():
        prefix, _, end = name.rpartition("_")
        last = next((f"{prefix}_{end}" for end in _ENDS if f"{prefix}_{end}" in fields), "")
        if end == "from" and last and isinstance(field, DatePartsField):
            label = str(field.label).removesuffix(" from")
            words = plain(label).split()
            said = [one for word in words for one in _SAID.get(word, "").split()]
            asked_by = content(plain(label)).union(*map(meanings, said))
            yield DateFilter(name, last, label, asked_by, bool(_AHEAD & {*words}))
