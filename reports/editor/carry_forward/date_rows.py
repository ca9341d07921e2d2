"""The dates of the form that starts the next report, in rows with what records answer at each."""

from dataclasses import replace

from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.editor.carry_forward.rules import followed_until, names_its_year
from reports.verdicts.paper.remedies import recorders_by_permission

UNMOVED = "The same as in the last report."
FOLLOWED = (
    "The same as in the last report, because its name has the year. A later one ended on {day}: "
    "change the dates to report on that."
)


def date_rows(form):
    """(the rows on the page, those that are folded) of a `NextForm`: each with its label, boxes,
    evidence and a sentence on where its date is from. On the page are dates at which something is
    counted, those that records have yet to answer or have a date of their own for, and years that a
    later one has followed."""
    printed, folded = [], []
    permissions = (row.page.permission for row in form.evidence)
    who = recorders_by_permission(form.before.council, permissions)
    for name, when in form.named.items():
        rows = [row for row in form.evidence if row.name == name]
        needs_a_look = name in form.chosen.events or any(row.is_lacking for row in rows)
        later = followed(form, name, when)
        needs_a_look |= later is not None
        (printed if needs_a_look or (when.is_day and rows) else folded).append(
            _row(form, name, when, rows, who, later)
        )
    own = {"label": form.fields["paper_date"].label, "boxes": [form["paper_date"]]}
    return printed, [*folded, {**own, "evidence": []}]


def followed(form, name, when):
    """The end of the last period as long as `when` that followed it before the report's ended, if
    `when` is kept for the year in its name; None where there is none."""
    is_kept = names_its_year(name, when) and when == form.proposal.published[1][name]
    return followed_until(when, form.chosen.period.end) if is_kept else None


def fields_of(name):
    """The names of a date's two boxes: its start and its end."""
    return f"start_{name}", f"end_{name}"


def readable(name):
    """The name of a date as a label."""
    return with_capital(name.replace("_", " "))


def _row(form, name, when, rows, who, later):
    ticked = form["ask"].value() or []
    entries = [
        {
            "row": row,
            "place": form.evidence.index(row) + 1,
            "ticked": row.identity in ticked,
            "who": who[row.page.permission],
        }
        for row in rows
    ]
    return {
        "label": when.label or readable(name),
        "boxes": [form[field] for field in fields_of(name) if field in form.fields],
        "evidence": entries,
        "sentence": _sentence(form, name, when, later),
    }


def _sentence(form, name, when, later):
    """How a date came about that did not move with the period."""
    event = form.chosen.events.get(name)
    if event and event.when in (None, replace(when, label="")):
        return event.sentence
    if later:
        return FOLLOWED.format(day=say_day(later))
    return UNMOVED if when == form.proposal.published[1][name] else ""
