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
    stranger = any(reader.council_id != paper.council_id for reader in readers)
    refuse_if(ELSEWHERE if stranger else "", "readers")
    rows = ExemptReader.objects.filter(paper=paper)
    before = set(rows.values_list("reader", flat=True))
    named = {reader.pk for reader in readers}
    rows.exclude(reader__in=named).delete()
    ExemptReader.objects.bulk_create(
        ExemptReader(paper=paper, reader_id=pk, named_by=by, named_on=on)
        for pk in sorted(named - before)
    )
    entries = ({"exempt_readers": sorted(item)} for item in (before, named))
    changes = history.changes(*entries, {"exempt_readers": ExemptReader.personal["named_on"]})
    history.record("papers.name_exempt_readers", about=paper, by=by, on=on, changes=changes)
    return paper
