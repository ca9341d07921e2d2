"""The figures that can be chosen as headlines of a report, by their names and dates in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from assurance.figures.registry import FIGURES
from reports.language.tokens import Quote, read_token
from reports.papers.assembly.questions import is_counted
from reports.papers.manuscript import Manuscript
from reports.quotable.catalogue import catalogue
from reports.quotable.chips import chips
from reports.quotable.entries import Entry
from reports.quotable.insertion.figure_insertion import written

USUAL = ""
RETIRED = "A figure that is no longer counted"
NUMBER, PERCENT = "As a number", "As a per cent, with its base"
FORMS = {NUMBER: "number", PERCENT: "percent"}


@dataclass(frozen=True)
class HeadlineChoices:
    """Subject → the names of its figures; name → its dates in words → what quotes it there; the
    `dates` of all of them; what was chosen before and is none of these, name → token."""

    groups: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, Mapping[str, Quote]]
    dates: tuple[str, ...]
    others: Mapping[str, str]

    def chosen(self, token: str) -> tuple[str, str, str]:
        """(name, date, form) of a token as the page shows them."""
        other = (name for name, raw in self.others.items() if raw == token)
        return self.offered(token) or (next(other), USUAL, NUMBER)

    def offered(self, token: str) -> tuple[str, str, str] | None:
        """The same of what can be chosen, or None."""
        quote = read_token(token)
        if not isinstance(quote, Quote) or quote.form not in FORMS.values():
            return None
        form = next(text for text, each in FORMS.items() if each == quote.form)
        bare = replace(quote, form="number")
        return next(
            (
                (name, date, form)
                for name, dates in self.figures.items()
                for date, each in dates.items()
                if each == bare
            ),
            None,
        )

    def token(self, name: str, date: str, form: str) -> str:
        """The token of a figure of that name, or an empty text where it has no value on `date`."""
        if name in self.others:
            return self.others[name]
        quote = self.figures[name].get(date)
        return written(replace(quote, form=FORMS[form])) if quote else ""

    def is_share(self, name: str) -> bool:
        """Whether a figure can be said as a per cent."""
        if name in self.others:
            return True
        figure = FIGURES[next(iter(self.figures[name].values())).key]
        return bool(figure.out_of or figure.base)


def choices_of(manuscript: Manuscript, tokens=()) -> HeadlineChoices:
    """What can be chosen in `manuscript`; `tokens` are those that were."""
    return choices_among(catalogue(manuscript, "figures"), tokens, partial(chips, manuscript))


def choices_among(
    entries: Iterable[Entry], tokens: Iterable[str], describe: Callable[[list[str]], Mapping]
) -> HeadlineChoices:
    """What can be chosen of `entries`; `tokens` are those that were, and `describe` gives the chips
    of such as are no entry."""
    groups, figures = {}, {}
    for entry in entries:
        quote = read_token(entry.token)
        if not isinstance(quote, Quote):
            continue
        dates = figures.setdefault(entry.label, {})
        if entry.is_usual:
            dates[USUAL] = quote
        dates.setdefault(entry.when, quote)
        groups.setdefault(entry.group, {})[entry.label] = None
    whens = dict.fromkeys(when for dates in figures.values() for when in dates if when)
    offered = HeadlineChoices(
        {group: tuple(names) for group, names in groups.items()}, figures, tuple(whens), {}
    )
    return replace(offered, others=_others(offered, tokens, describe))


def _others(offered, tokens, describe):
    """What was chosen and is not offered, such as a sum, by a name that says so."""
    left = [token for token in dict.fromkeys(tokens) if not offered.offered(token)]
    made = describe(left) if left else {}
    names = {}
    for token in left:
        name = f"{_name(token, made[token])} (unchanged)"
        # Two that are no longer counted, or two numbers alike, are two all the same.
        names[f"{name}, {len(names) + 1}" if name in names else name] = token
    return names


def _name(token, chip):
    if not is_counted(read_token(token), FIGURES):
        return RETIRED
    return ": ".join(filter(None, (chip["label"], chip["words"] if not chip["state"] else "")))
