"""Totals that a form reckons from their parts, and a part from its total: proposed, then saved."""

from collections.abc import Sequence
from dataclasses import dataclass

TOTAL = (
    "The parts below add up to {sum:,}, which has been filled in here. Check it, then save again"
)
PART = (
    "The other parts add up to {sum:,}, and the rest of {total:,} has been filled in here. Check "
    "it, then save again"
)


@dataclass(frozen=True)
class Sum:
    """A total and the parts that make it, by the names of their fields. What is left goes to `rest`
    where more than one part is empty; without a `rest` nothing is proposed then."""

    total: str
    parts: Sequence[str]
    rest: str = ""


def propose(form, sums):
    """Fills in the first total or part of `sums` that follows from what was typed, and says so at
    its field: nothing is saved before somebody has looked at it. True where it did."""
    return any(_proposed(form, row) for row in sums)


def _proposed(form, row):
    if any(name in form.errors for name in row.parts):
        return False
    parts = {name: form.cleaned_data.get(name) for name in row.parts}
    typed = [value for value in parts.values() if value is not None]
    if not typed:
        return False
    if _is_blank(form, row.total):
        form.errors.pop(row.total, None)
        return _fill(form, row.total, sum(typed), TOTAL.format(sum=sum(typed)))
    total, empty = form.cleaned_data.get(row.total), [n for n, v in parts.items() if v is None]
    target = empty[0] if len(empty) == 1 else row.rest if row.rest in empty else ""
    if not target or total is None or sum(typed) >= total:
        return False
    return _fill(form, target, total - sum(typed), PART.format(sum=sum(typed), total=total))


def _is_blank(form, name):
    return name in form.fields and not str(form[name].data or "").strip()


def _fill(form, name, value, sentence):
    form.data = form.data.copy()
    form.data[form.add_prefix(name)] = str(value)
    form.add_error(name, sentence)
    return True
