"""What outcome sets are called where one is chosen to be quoted."""

from django.db.models import Value
from django.db.models.functions import Concat

from assurance.figures.labels import MemberNames, NameSource, RecordNames
from assurance.figures.quotable import active_rows
from assurance.figures.record_lists import list_of
from assurance.outcomes import quotable
from assurance.outcomes.figures import KEYS
from assurance.outcomes.models import OutcomeSet, SetOutcome

SUBJECT = "Outcome sets"


def _sets_of(unit):
    return lambda council: active_rows(OutcomeSet)(council).filter(unit=unit)


def _outcomes_of(unit):
    """Each outcome by its set and title: “Not known” is an outcome of many sets."""
    full_title = Concat("outcome_set__title", Value(": "), "title")
    rows = SetOutcome.objects.annotate(full_title=full_title)
    rows = rows.filter(outcome_set__withdrawn_on=None, outcome_set__unit=unit)
    return lambda council: rows.filter(outcome_set__council=council)


MEMBERS = {}
for _unit, (_whole, _count) in KEYS.items():
    MEMBERS[_whole] = MemberNames((NameSource(_sets_of(_unit), more="population"),))
    MEMBERS[_count] = MemberNames(
        (NameSource(_outcomes_of(_unit), "full_title", ("outcome_set__slug", "slug"), "{0}__{1}"),)
    )
RECORDS = {
    "outcome_set": RecordNames(
        "Outcome set",
        SUBJECT,
        NameSource(
            active_rows(OutcomeSet),
            "title",
            ("slug", "to_date"),
            "{0}-{1}",
            "to_date",
            "population",
        ),
        "title",
        {
            "population": "who is counted",
            "to_date": "end date",
            "at": "date or period",
            "targets": "targets of its outcomes",
        },
        ("{population}: their outcomes were recorded at {at} (source: {source}).",),
    )
}
LISTS = {
    "outcome_sets": list_of(
        quotable.RECORDS["outcome_set"],
        RECORDS["outcome_set"],
        "Outcome sets",
        "No outcomes were recorded in this time.",
        "title population at source",
        within=("to_date",),
    )
}
