"""What a scorecard shows on a day: each indicator with its value, target, trend and the owner's
sentence, in words that protect small numbers as a report does."""

from collections.abc import Iterator, Mapping
from datetime import date

from assurance.governance.measure_values import ShownValues
from assurance.governance.rules import choices
from reports.oversight.models import Scorecard

NOT_SHOWN, NO_VALUE = "Not shown", "No value"
POINTS = 12


def frozen_content(scorecard: Scorecard, day: date) -> dict:
    """The rows of a scorecard as at `day`, plain enough to be kept: `on`, and `rows` of `title`,
    `definition`, `unit`, `value`, `at`, `target`, `aim` (the target as a plain number), `verdict`,
    `owner` (the title of a post, or an empty text), `sentence`, `said_in` and `trend`, which is a
    list of (day, value) as text, empty where it may not be shown."""
    measures = scorecard.indicators.select_related("owner")
    rows = measures.prefetch_related("values", "targets", "commentaries")
    values = ShownValues(scorecard.council)
    return {"on": day.isoformat(), "rows": [_row(measure, day, values) for measure in rows]}


def _row(measure, day, shown) -> Mapping[str, object]:
    values = sorted(_standing(measure.values, day), key=lambda row: row.to_date)
    latest = values[-1] if values else None
    value = shown.words(latest) if latest else None
    return {
        "title": measure.title,
        "definition": measure.definition,
        "unit": measure.unit,
        "value": value or (NOT_SHOWN if latest else NO_VALUE),
        "at": latest.when if latest else "",
        **_against(measure, latest if value else None, day),
        "owner": measure.owner.title if measure.owner else "",
        **_sentence(measure, day),
        "trend": list(_trend(values, shown)) if value else [],
    }


def _standing(manager, day):
    return [row for row in manager.all() if not row.is_withdrawn and row.to_date <= day]


def _against(measure, latest, day):
    """The target of the value's day (of `day` without one), and how the value compares with it."""
    targets = [row for row in measure.targets.all() if not row.is_withdrawn]
    target = choices.target_on(targets, latest.to_date if latest else day)
    verdict = ""
    if target and latest:
        verdict = choices.verdict(latest.value, target.value, measure.better, target.tolerance)
    text, aim = (target.words, str(target.value)) if target else ("", "")
    return {"target": text, "aim": aim, "verdict": verdict}


def _sentence(measure, day):
    """The owner's last sentence by `day`, and the month that it is of."""
    rows = [row for row in measure.commentaries.all() if not row.is_withdrawn and row.month <= day]
    last = max(rows, key=lambda row: row.month, default=None)
    return {"sentence": last.text if last else "", "said_in": last.month_words if last else ""}


def _trend(values, shown) -> Iterator[list]:
    """The last values that may be shown."""
    for value in values[-POINTS:]:
        if shown.words(value):
            yield [value.to_date.isoformat(), str(value.value)]
