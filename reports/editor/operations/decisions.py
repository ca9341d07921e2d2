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
    held = Recommendation.objects.select_for_update(of=("self",)).filter(paper=paper)
    found, before, after = held.in_bulk(), {}, {}
    for key, seen, said in rows:
        one = found[key]
        was = {name: getattr(one, name) for name in FIELDS}
        if was == dict(said):
            continue
        check_version(one, seen)
        field, sentence = decisions.why_not_decide(
            said["decision"], said["decided_on"], said["amended"], edition.issued_on
        )
        refuse_if(sentence, f"{field}_{key}")
        for name in FIELDS:
            setattr(one, name, said[name])
        one.version += 1
        one.save()
        before[one.block], after[one.block] = _told(was), _told(said)
    changes = history.changes(
        before, after, dict.fromkeys(after, Recommendation.personal["decision"])
    )
    history.record("recommendations.decide", about=paper, by=by, on=on, changes=changes)
    return paper


def _told(said):
    return ", ".join(str(said[name]) for name in FIELDS if said[name])
