"""What a report may quote of a count of looked-after children."""

from assurance.figures.quotable import QuotedRecord, by_population, plain
from assurance.looked_after.models.censuses import Census

RECORDS = {
    "census": QuotedRecord(
        by_population(Census, "date"),
        {**plain("date source"), "cohort": lambda row: row.cohort.definition},
    ),
}
