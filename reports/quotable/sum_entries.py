"""Parts of one breakdown added together, found by the words of each with + between them."""

from collections.abc import Collection, Sequence

from assurance.figures.registry import FIGURES
from reports.quotable.entries import SUM, Entry, Form, begins

MOST_TERMS = 12


def sums_of(entries: Sequence[Entry], parts: Sequence[Collection[str]]) -> list[Entry]:
    """One sum for each breakdown and time that has a part for the words of each of `parts`; whole
    words before those that only begin so."""
    groups = {}
    for entry in entries:
        if entry.part:
            key, _member, when = entry.part
            groups.setdefault((key, when), []).append(entry)
    terms = [[_best(group, part) for part in parts[:MOST_TERMS]] for group in groups.values()]
    sums = [_sum(items) for items in terms if None not in items and len({*items}) == len(items)]
    return sorted(sums, key=lambda entry: not entry.is_usual)


def _best(entries, words):
    """The entry that the words find, one with more of them in whole first; or None."""
    matches = [entry for entry in entries if begins(words, entry.search)]
    return min(matches, key=lambda entry: len(set(words) - entry.search), default=None)


def _sum(items):
    first = items[0]
    key, _member, when = first.part
    inside = " + ".join(f"{key}:{item.part[1]}" for item in items)
    at = f" @{when}" if when else ""
    shares = [Form("as a per cent with its base", f"[[sum {inside}{at} | percent base]]")]
    figure = FIGURES[key]
    before, _, after = figure.title_of("|").partition("|")
    names = " + ".join(item.label.removeprefix(before).removesuffix(after) for item in items)
    return Entry(
        kind=SUM,
        token=f"[[sum {inside}{at}]]",
        label=figure.title_of(names),
        group=first.group,
        when=first.when,
        definition="Added together.",
        forms=tuple(shares) if figure.base else (),
        is_usual=first.is_usual,
    )
