"""What a correction's notice says by itself: every figure, typed number, field of a record, date,
and share or quarter in words that differs between the corrected edition and what takes its place,
each commitment and file with it, and each place whose other words differ, from these two
documents alone.

A number that is protected now, or was removed for a person's sake, is named by neither value.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from assurance.runtime.typography import with_capital
from reports.documents.diff import dated_lines, dated_names, figures_by_identity
from reports.documents.document import Document, text_of
from reports.documents.entries import Entry
from reports.documents.front.changes import enclosed_changes
from reports.documents.html.places import places, said_at
from reports.documents.row_changes import link_changes, row_changes
from reports.editions.shares_in_words import shares_in_words
from reports.papers.assembly import generated_parts
from reports.prose.day_mentions import told_days

_KEY = 12
ADDED, TAKEN_OUT, CHANGED = "added", "taken out", "changed"
# What a line has in place of a figure: its name.
_NAMED = re.compile(r"\[([^\[\]]+, [^\[\]]+)\]")
# What stands before a date and belongs to it: a weekday, days of the same month.
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +"
_DAY_BEFORE = r"\d{1,2}(?:st|nd|rd|th)?(?:, ?| (?:to|and|or|until) | ?[–-] ?)"
_LED_BY = re.compile(rf"(?:(?<![\w.,£]){_WEEKDAY})?(?:(?<![\w.,£/])(?:{_DAY_BEFORE})+)?$")


@dataclass(frozen=True)
class ChangedNumber:
    """A figure or typed number that differs; `before` or `after` is None where it has none."""

    before: Entry | None
    after: Entry | None
    where: str = ""

    @property
    def key(self) -> str:
        """What it is called where somebody says that it was removed for a person's sake."""
        entry = self.before or self.after
        fields = (entry.key, entry.member, entry.cohort, entry.start, entry.end)
        text = "\n".join((*fields, entry.text, entry.counts))
        return hashlib.sha256(text.encode()).hexdigest()[:_KEY]

    @property
    def is_protected(self) -> bool:
        """Whether it was printed and must not be printed now."""
        before_shown = bool(self.before and not self.before.mark)
        return before_shown and bool(self.after and self.after.mark)

    def sentence(self, removed: Collection[str] = ()) -> str:
        """What the notice says of it; `removed` are the keys of those removed for a person."""
        if self.is_protected or (self.key in removed and not self.after):
            return f"{with_capital(self.where)}: a number was removed.".lstrip(": ")
        name = _name(self.before or self.after)
        if self.after is None:
            return f"{name}: {'it' if self.before.mark else self.before.text} is taken out."
        if self.before is None:
            return f"{name}: {self.after.text} is added."
        if self.before.mark:
            return f"{name}: not shown before, {self.after.text} is shown now."
        then, now = self.before.text, self.after.text
        if then == now and self.before.base != self.after.base:
            # What it is out of differs alone: “30 is corrected to 30” would say nothing.
            then, now = _with_base(self.before), _with_base(self.after)
        elif then == now:
            now = f"{now} ({self.after.source})"
        return f"{name}: {then} is corrected to {now}."


def with_notice(document: Document, before: Document, removed: Collection[str]) -> Document:
    """`document`, which corrects `before`, with what differs under the first line of its notice."""
    lines = sentences(before, document, removed)
    first, *others = document.notices
    own = tuple(generated_parts.notice(line) for line in lines)
    return replace(document, notices=(first, *own, *others))


def sentences(before: Document, after: Document, removed: Collection[str] = ()) -> tuple[str, ...]:
    """Each sentence of the notice: the title and facts, figures, typed numbers, fields of records,
    dates, shares and quarters in words, then the places whose other words differ."""
    numbers = (item.sentence(removed) for item in changed_numbers(before, after))
    changes, before_rows = row_changes(without_approval(before), without_approval(after))
    lines = dated_lines(before_rows, without_approval(after))
    names = [{*dated_names(document).values()} for document in (before, after)]
    other = _other_figures(lines, names[0] & names[1])
    called = names[0] | names[1]
    dates = _mentions(lines, called, _days, "{}")
    shares = _mentions(lines, called, shares_in_words, "“{}”")
    about = (*_about(before, after), *enclosed_changes(before, after))
    records = (*_records(before, after), *link_changes(before, after))
    named = (*about, *numbers, *records, *changes, *other, *dates, *shares)
    return tuple(dict.fromkeys((*named, *_other_words(lines, called))))


def changed_numbers(before: Document, after: Document) -> tuple[ChangedNumber, ...]:
    """Every figure and typed number that the two print otherwise, or only one of them prints."""
    pairs = (*_figures(before, after), *_typed(before, after))
    known, now = places(before), places(after)
    return tuple(
        ChangedNumber(then, later, _where(then, known) or _where(later, now))
        for then, later in pairs
        if _printed(then) != _printed(later)
    )


def has_removed(before: Document, after: Document, removed: Collection[str]) -> bool:
    """Whether a number that `before` prints is protected in `after`, or was removed for somebody:
    then `before` may be read no more."""
    return any(
        item.is_protected or (item.key in removed and not item.after)
        for item in changed_numbers(before, after)
    )


def without_approval(document: Document) -> Document:
    """The document without its approvals: those of a draft are not yet known, and no correction."""
    rows = tuple(item for item in document.sections if item.anchor != generated_parts.APPROVAL)
    return replace(document, sections=rows)


def _printed(entry):
    return entry and (entry.mark or (entry.text, entry.base, entry.source if not entry.end else ""))


def _figures(before, after):
    old, new = figures_by_identity(before), figures_by_identity(after)
    for identity in {**old, **new}:
        yield old.get(identity), new.get(identity)


def _typed(before, after) -> Iterator[tuple[Entry | None, Entry | None]]:
    """The typed numbers of both, each with the one of its sentence, else with the next one left of
    its source."""
    left, waiting = list(after.typed), []
    for fits in (_exact, _skeleton):
        waiting, entries = [], waiting if fits is _skeleton else before.typed
        for entry in entries:
            same = next((item for item in left if fits(item) == fits(entry)), None)
            if same is None:
                waiting.append(entry)
            else:
                left.remove(same)
                yield entry, same
    yield from ((entry, None) for entry in waiting)
    yield from ((None, entry) for entry in left)


def _exact(entry):
    return entry.text, entry.source, entry.counts


def _skeleton(entry):
    return re.sub(r"\d[\d,.]*", "·", entry.counts.replace(entry.text, "·"))


def _with_base(entry):
    return f"{entry.text} of {entry.base}" if entry.base else entry.text


def _name(entry):
    if entry.when:
        return f"{entry.title}, {entry.when}"
    return f"{entry.stated_kind} ({entry.source})"


def _where(entry, known):
    return said_at(known, entry.places[0]) if entry and entry.places else ""


def _about(before, after):
    """What differs in the title and in the facts under it."""
    values = {"Title": before.title, **_facts(before)}
    now = {"Title": after.title, **_facts(after)}
    for name in {**now, **values}:
        yield from _differs(name, values.get(name, ""), now.get(name, ""), "“{}”")


def _facts(document):
    return {row.name: text_of(row.lines) for row in document.head.rows}


def _records(before, after) -> Iterator[str]:
    """A sentence for each field of a record that both editions quote and print otherwise, by its
    place: one that is in the first alone may be removed for a person’s sake, and is not named."""
    known = places(after)
    old = {(row.kind, row.slug, row.field): row.text for row in before.records if row.field}
    for row in after.records:
        then = old.get((row.kind, row.slug, row.field))
        # A date is named as dates are.
        if then and row.text and _days(then) != [then]:
            where = with_capital(said_at(known, row.places[0]))
            yield from _differs(where, then, row.text, "“{}”")


def _other_figures(lines, both) -> Iterator[str]:
    """A sentence for each figure that a line prints in the place of another, where `both` editions
    print the two: each has its number still."""
    for line in lines:
        old, new = (
            [name for name in _NAMED.findall(text) if name in both]
            for text in (line.before, line.after)
        )
        name = _place_of(line)
        if len(old) == len(new):
            yield from (
                f"{name}: “{then}” is replaced by “{now}”."
                for then, now in zip(old, new, strict=True)
                if then != now
            )


def _mentions(lines, names, read: Callable[[str], list[str]], form) -> Iterator[str]:
    """A sentence for each mention of `read` that differs in a line, in order; one that only changes
    places, in each place. `names` are what figures are called there, `form` prints one."""
    for line in lines:
        old, new = (read(_without(names, text)) for text in (line.before, line.after))
        gone = list((Counter(old) - Counter(new)).elements())
        come = list((Counter(new) - Counter(old)).elements())
        if not gone and not come:
            gone, come = old, new
        name = _place_of(line)
        for place in range(max(len(gone), len(come))):
            yield from _differs(name, *(_at(items, place) for items in (gone, come)), form)


def _place_of(line):
    return with_capital(line.where) or "A line"


def _other_words(lines, names) -> Iterator[str]:
    """A sentence for each place that has words added, taken out, or changed in more than figures,
    dates and shares."""
    counts = Counter((_place_of(line), _state(line, names)) for line in lines)
    for (name, state), count in counts.items():
        if state == CHANGED:
            yield f"{name}: words are changed."
        elif state:
            yield f"{name}: {'a line is' if count == 1 else f'{count} lines are'} {state}."


def _state(line, names):
    if not (line.before and line.after):
        return ADDED if line.after else TAKEN_OUT
    before, after = (_skeleton_of(text, names) for text in (line.before, line.after))
    return CHANGED if before != after else ""


def _skeleton_of(text, names):
    """`text` with a dot for each figure, date and share in words."""
    text = " ".join(_NAMED.sub(lambda match: "·" if match[1] in names else match[0], text).split())
    for mention in (*_days(text), *shares_in_words(text)):
        text = text.replace(mention, "·", 1)
    return text


def _without(names, text):
    return _NAMED.sub(lambda match: "" if match[1] in names else match[0], text)


def _days(text):
    """Each date of a text in words, with its weekday, and with the days that share its month: “3 to
    7 March 2016”."""
    return [
        " ".join((_LED_BY.search(text, 0, item.start)[0] + item.words).split())
        for item in told_days(text)
    ]


def _at(items, place):
    return items[place] if place < len(items) else ""


def _differs(name, then, now, form):
    if then == now:
        return
    if not then:
        yield f"{name}: {form.format(now)} is added."
    elif not now:
        yield f"{name}: {form.format(then)} is taken out."
    else:
        yield f"{name}: {form.format(then)} is corrected to {form.format(now)}."
