"""The dates of a report whose looked-after children can be counted at once, from a held return."""

from collections.abc import Iterable, Mapping
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.positions import return_telling_of
from assurance.looked_after.models.returns import Return
from reports.papers.evidence import Evidence

SUBJECT = "looked_after."


def countable_days(council: Council, rows: Iterable[Evidence]) -> Mapping[Return, list[date]]:
    """Return → the dates for which `rows` lack a count, that have no census and of which the
    return tells, in order; nothing for another population than the usual one."""
    lacking = {
        row.when.end
        for row in rows
        if row.is_lacking
        and row.when.is_day
        and not row.cohort
        and row.query.key.startswith(SUBJECT)
    }
    counted = Census.objects.counting(council, None).in_force().filter(date__in=lacking)
    days = {}
    for day in sorted(lacking - set(counted.values_list("date", flat=True))):
        current = return_telling_of(council, day)
        if current is not None:
            days.setdefault(current, []).append(day)
    return days
