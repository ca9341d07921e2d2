"""What looked-after children are called where something of them is chosen to be quoted."""

from django.db.models import CharField, Q, Value

from assurance.figures.labels import MemberNames, NameSource, RecordNames, by_cohort
from assurance.figures.quotable import active_rows
from assurance.figures.record_lists import list_of
from assurance.looked_after import quotable
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.models.definitions import AgeBand, Code, PlacementGroup
from assurance.looked_after.models.published import MEAN
from assurance.looked_after.models.queries import NOT_BROKEN_DOWN_LABEL, NOT_KNOWN_LABEL
from assurance.looked_after.models.returns import Return
from assurance.looked_after.rates import ENGLAND, NEIGHBOURS, OWN
from assurance.looked_after.rules.counts import NOT_KNOWN
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, NOT_BROKEN_DOWN

SUBJECT = "Looked-after children"


def _defined(model, **own):
    """Definitions of a council and the national ones, of whatever day."""
    return lambda council: model.objects.filter(Q(council__isnull=True) | Q(council=council), **own)


def _codes(name):
    rows = NameSource(
        lambda council: Code.objects.filter(list=name), title="label", parts=("code",)
    )
    return MemberNames((rows,), {NOT_KNOWN: NOT_KNOWN_LABEL})


def _groups(model, fixed=None, **own):
    rows = NameSource(_defined(model, **own), title="label")
    return MemberNames((rows,), fixed or {})


def _returns(council):
    called = Value("SSDA903 return", output_field=CharField())
    return active_rows(Return)(council).annotate(called=called)


MEMBERS = {
    "looked_after.placement": _groups(PlacementGroup, {NOT_BROKEN_DOWN: NOT_BROKEN_DOWN_LABEL}),
    "looked_after.unit_cost": _groups(PlacementGroup),
    "looked_after.age_band": _groups(AgeBand, set=AGE_BAND),
    "looked_after.local_age_band": _groups(AgeBand, set=LOCAL_AGE_BAND),
    "looked_after.sex": _codes("SEX"),
    "looked_after.legal_status": _codes("LS"),
    "looked_after.need": _codes("CIN"),
    "looked_after.rate": MemberNames(
        (NameSource(active_rows(ComparedArea), title="area_name", parts=("area_code",)),),
        {OWN: "Our own count", ENGLAND: "England", NEIGHBOURS: MEAN},
    ),
}
RECORDS = {
    "census": RecordNames(
        "Count of looked-after children",
        SUBJECT,
        by_cohort(Census, "date"),
        "date",
        {"cohort": "who is counted"},
        ("Looked-after children were counted on {date} (source: {source}).",),
    ),
    "return": RecordNames(
        "Statutory return",
        SUBJECT,
        NameSource(_returns, "called", ("pk",), day="year_end"),
        "year_end",
        {
            "year_end": "end date of its year",
            "covers_from": "covers from",
            "covers_to": "covers to",
            "imported_on": "date imported",
        },
        ("The statutory return of the year to {year_end} was imported on {imported_on}.",),
    ),
    "compared_area": RecordNames(
        "Comparison area",
        SUBJECT,
        NameSource(active_rows(ComparedArea), "area_name", ("pk",), day="from_date", more="source"),
        "area_name",
        {
            "area_name": "area",
            "role": "description",
            "rate": "published rate of looked-after children",
            "rate_on": "date of that rate",
            "population": "published population aged 0 to 17",
            "population_year": "year of that population",
            "england_rate_on": "date of England’s rate",
            "from_date": "compared from",
            "to_date": "compared to",
        },
        (
            "In {area_name} the published rate on {rate_on} was {rate}.",
            "We have compared ourselves with {area_name} since {from_date}.",
        ),
    ),
}
LISTS = {
    "censuses": list_of(
        quotable.RECORDS["census"],
        RECORDS["census"],
        "Counts of looked-after children",
        "Looked-after children were not counted in this time.",
        "date cohort source",
        within=("date",),
    ),
    "returns": list_of(
        quotable.RECORDS["return"],
        RECORDS["return"],
        "Statutory returns",
        "No statutory return covers this time.",
        "year_end covers_from covers_to imported_on",
        within=("covers_from", "covers_to"),
    ),
    "compared_areas": list_of(
        quotable.RECORDS["compared_area"],
        RECORDS["compared_area"],
        "Comparison areas",
        "The council compared itself with no area at this date.",
        "area_name role rate rate_on source from_date to_date",
    ),
}
