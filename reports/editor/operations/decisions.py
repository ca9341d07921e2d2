"""What a committee decided of the recommendations of an issued paper."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.record import check_version
from assurance.records.refusals import refuse_if
from reports.papers.models.papers import Paper
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules import decisions

FIELDS = ("decision", "decided_on", "minute", "amended")


@transaction.atomic
def record_decisions(
    *, paper: Paper, rows: Collection[tuple[int, int, Mapping]], by, on: date
) -> Paper:
    """The issued paper with what its committee decided: `rows` are (key, version seen, fields) of
    its recommendations, the fields being `decision`, `decided_on`, `minute` and `amended`; those
    that stay as they are, are left alone.

    Raises `EditConflict` where another saved first, `Refused` at the first decision that is not
    whole.
    """
    edition = paper.editions.published().first()
    refuse_if("" if edition else "A committee decides on a paper that has been issued.")
    items = Recommendation.objects.select_for_update(of=("self",)).filter(paper=paper)
    result, before, after = items.in_bulk(), {}, {}
    for key, version, value in rows:
        item = result[key]
        was = {name: getattr(item, name) for name in FIELDS}
        if was == dict(value):
            continue
        check_version(item, version)
        field, sentence = decisions.why_not_decide(
            value["decision"], value["decided_on"], value["amended"], edition.issued_on
        )
        refuse_if(sentence, f"{field}_{key}")
        for name in FIELDS:
            setattr(item, name, value[name])
        item.version += 1
        item.save()
        before[item.block], after[item.block] = _decision_text(was), _decision_text(value)
    changes = history.changes(
        before, after, dict.fromkeys(after, Recommendation.personal["decision"])
    )
    history.record("recommendations.decide", about=paper, by=by, on=on, changes=changes)
    return paper


def _decision_text(value):
    return ", ".join(str(value[name]) for name in FIELDS if value[name])
