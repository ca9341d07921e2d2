"""Who is entitled to read the exempt annexes of a paper, beside those who may read whatever is
restricted."""

from django.db import transaction

from assurance.records import history
from assurance.records.refusals import refuse_if
from reports.editions.models.exempt import ExemptReader
from reports.papers.models.papers import Paper

ELSEWHERE = "Only people of the paper’s own council can be named"


@transaction.atomic
def name_readers(*, paper, readers, by, on) -> Paper:
    """Names exactly `readers`, accounts of the paper's council, as entitled; those named before and
    not now are no longer. Refuses anybody of another council."""
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    stranger = any(one.council_id != paper.council_id for one in readers)
    refuse_if(ELSEWHERE if stranger else "", "readers")
    held = ExemptReader.objects.filter(paper=paper)
    before = set(held.values_list("reader", flat=True))
    named = {one.pk for one in readers}
    held.exclude(reader__in=named).delete()
    ExemptReader.objects.bulk_create(
        ExemptReader(paper=paper, reader_id=pk, named_by=by, named_on=on)
        for pk in sorted(named - before)
    )
    told = ({"exempt_readers": sorted(one)} for one in (before, named))
    changes = history.changes(*told, {"exempt_readers": ExemptReader.personal["named_on"]})
    history.record("papers.name_exempt_readers", about=paper, by=by, on=on, changes=changes)
    return paper
