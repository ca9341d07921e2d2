"""What stands beside a published value of a measure, where the council holds it: the target of its
day, and what England came to."""

from datetime import date

from assurance.figures.keys import current_key
from assurance.governance.models.measures import Measure
from assurance.governance.rules import choices
from reports.documents.document import Entry

MEASURED, ENGLAND = "measures.", "England"
# Neither is printed in the edition: each is what the records hold on the day that it is read.
TARGET_NOW, ENGLAND_NOW = "Target, as recorded today", "England, as recorded today"


def comparison_values(council, entry: Entry) -> tuple[tuple[str, str], ...]:
    """(name, words) of the target and of England's value beside `entry`; empty where it is no
    value of a measure, or neither is held. A number of few people is never among them."""
    if not current_key(entry.key).startswith(MEASURED) or not entry.end or entry.mark:
        return ()
    measure = Measure.objects.of(council).active().filter(slug=entry.member).first()
    if measure is None:
        return ()
    day = date.fromisoformat(entry.end)
    matches = ((TARGET_NOW, _target(measure, day)), (ENGLAND_NOW, _england(measure, day)))
    return tuple((name, text) for name, text in matches if text)


def _target(measure, day):
    current = [target for target in measure.targets.all() if not target.is_withdrawn]
    target = choices.target_on(current, day)
    if target is None:
        return ""
    verdict = {"higher": "or more", "lower": "or less"}.get(measure.better, "")
    return f"{target.words} {verdict}".strip()


def _england(measure, day):
    """The value of the measure of the same title for England, the last one by `day`."""
    if measure.area == ENGLAND:
        return ""
    named = {"title": measure.title, "unit": measure.unit, "area__iexact": ENGLAND}
    national = Measure.objects.of(measure.council).active().filter(**named).first()
    values = national.values.all() if national else ()
    rows = [value for value in values if not value.is_withdrawn and value.to_date <= day]
    last = max(rows, key=lambda item: item.to_date, default=None)
    if last is None or last.gives_away():
        return ""
    return f"{last.words}, {last.when} ({last.where_from})"
