"""The figures of looked-after children, as censuses say them (`models.readings` reckons them)."""

from functools import partial

from assurance.figures.figure import Figure, Timing, Unit
from assurance.figures.rules.units import Origin
from assurance.looked_after.models import readings
from assurance.looked_after.rates import TOTAL, per_10_000
from assurance.looked_after.rules.comparison import LEGAL_LABELS
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND

SOURCE = "counts of looked-after children: from an SSDA903 return, or entered with their source"
ACT = "Children Act 1989 s.22"
GUIDE = (
    "DfE, Children looked after by local authorities in England: guide to the SSDA903 collection"
)
COUNTED = (
    "A child counts once with any episode that has started by the end of the date "
    "and has not ended by then; agreed series of short breaks (legal status V3, V4) "
    "are left out."
)


def _at(key, title, counts, reckon, **more):
    usual = {"unit": Unit.CHILDREN, "timing": Timing.AT, "source": SOURCE, "citation": GUIDE}
    return Figure(key=key, title=title, counts=counts, reckon=reckon, **{**usual, **more})


OUT_OF = "every child looked after at the end of the day"
FIGURES = (
    _at(
        TOTAL,
        "Children looked after",
        "children looked after by the authority at the end of the day, each once",
        readings.children,
        rule=COUNTED,
        citation=f"{ACT}; {GUIDE}",
    ),
    _at(
        "looked_after.placement",
        "Children looked after by placement",
        "children looked after at the end of the day, by where they are placed",
        readings.placement,
        out_of=OUT_OF,
        whole=TOTAL,
        base=TOTAL,
        has_members=True,
        rule=(
            "The child’s latest episode gives the placement code and provider; groups are "
            "dated definitions over them. Foster care with another carer (U4 to U6) is an "
            "independent agency’s where the provider is private or voluntary (PR4, PR5)."
        ),
    ),
    _at(
        "looked_after.external_residential",
        "Children in external residential placements",
        "children looked after in children’s homes, care homes and residential schools that the "
        "authority does not run",
        readings.external_residential,
        out_of=OUT_OF,
        base=TOTAL,
        bound_by=("looked_after.placement",),
        rule=(
            "A local measure over the groups: placement codes K2, R1 and S1 with a provider other "
            "than the authority (PR2 to PR5); secure and custodial settings are left out."
        ),
    ),
    _at(
        "looked_after.age_band",
        "Children looked after by age",
        "children looked after at the end of the day, by age in whole years",
        partial(readings.banded, AGE_BAND),
        out_of=OUT_OF,
        whole=TOTAL,
        base=TOTAL,
        has_members=True,
        rule=(
            "Age in whole years at the end of the day, a birthday on it counted as reached and one "
            "on 29 February as 1 March in other years, in the bands of the Department’s tables."
        ),
    ),
    _at(
        "looked_after.local_age_band",
        "Children looked after by the council’s own age bands",
        "children looked after at the end of the day, by age in whole years",
        partial(readings.banded, LOCAL_AGE_BAND),
        out_of=OUT_OF,
        whole=TOTAL,
        base=TOTAL,
        has_members=True,
        bound_by=("looked_after.age_band",),
        part_title="Children looked after by age: {}",
        rule=(
            "Age in whole years at the end of the day, in bands that the council has set; a set "
            "has no gap and no overlap."
        ),
    ),
    _at(
        "looked_after.unit_cost",
        "Average yearly cost of a placement",
        "the average cost in pounds of one placement for a year",
        readings.unit_cost,
        unit=Unit.POUNDS,
        source="unit costs entered with a count of looked-after children, each with its source",
        has_members=True,
        origin=Origin.ENTERED,
        rule="As the council’s finance service states it; nothing is worked out from it here.",
        citation="The source stated with each cost",
    ),
    _at(
        "looked_after.sex",
        "Children looked after by sex",
        "children looked after at the end of the day, by sex",
        partial(readings.coded, "sex", "SEX"),
        out_of=OUT_OF,
        has_members=True,
        disjoint=True,
        audience="restricted",
        rule="As the header file of the return has it; only in counts made from a return.",
    ),
    _at(
        "looked_after.legal_status",
        "Children looked after by legal status",
        "children looked after at the end of the day, by legal status",
        partial(readings.coded, "legal_status", "LS"),
        out_of=OUT_OF,
        has_members=True,
        disjoint=True,
        audience="restricted",
        rule=(
            "The child’s latest episode gives the legal status; only in counts made from a return."
        ),
    ),
    _at(
        "looked_after.legal_group",
        "Children looked after by group of legal status",
        "children looked after at the end of the day, by group of legal status",
        readings.legal_groups,
        out_of=OUT_OF,
        whole=TOTAL,
        base=TOTAL,
        members=LEGAL_LABELS,
        has_members=True,
        rule=(
            "The child’s latest episode gives the legal status: care orders are C1 and C2, "
            "placement or freeing orders D1 and E1, agreement V2, protection L1 to L3, youth "
            "justice J1 to J3; only in counts made from a return."
        ),
    ),
    _at(
        "looked_after.need",
        "Children looked after by category of need",
        "children looked after at the end of the day, by the main category of need",
        readings.need,
        out_of=OUT_OF,
        whole=TOTAL,
        base=TOTAL,
        has_members=True,
        rule=(
            "The child’s latest episode gives the main category of need; only in counts made "
            "from a return."
        ),
    ),
    _at(
        "looked_after.rate",
        "Children looked after per 10,000 children",
        "children looked after for every 10,000 children aged 0 to 17 who live in the area",
        per_10_000,
        unit=Unit.HUNDREDTHS,
        source=(
            "counts of looked-after children, and figures published by the Department for Education"
        ),
        citation="DfE, Children looked after in England including adoptions",
        has_members=True,
        rule=(
            "Our own count at the end of the day by the newest published population of the area, "
            "to one decimal; other areas as published last by then, each with its own day; the "
            "statistical neighbours as the mean of their rates. Where our count is not shown, "
            "neither is its rate."
        ),
        worked_out_of=(TOTAL,),
    ),
    _at(
        "looked_after.uasc",
        "Unaccompanied asylum-seeking children looked after",
        "children looked after at the end of the day who are in the return’s UASC file and had not "
        "ceased to be unaccompanied by then",
        readings.uasc,
        out_of=OUT_OF,
        audience="restricted",
        rule="A date of ceasing (DUC) on or before the date ends it.",
    ),
    _at(
        "looked_after.started",
        "Periods of being looked after that began",
        "periods of being looked after that began in the months asked for; one child may have "
        "several",
        partial(readings.moved, "starts"),
        timing=Timing.IN,
        bound_by=("looked_after.ceased",),
        adds_to=TOTAL,
        rule=(
            "Episodes with the reason S (started to be looked after) that begin in the months; "
            "only for whole months that a return covers."
        ),
    ),
    _at(
        "looked_after.ceased",
        "Periods of being looked after that ended",
        "periods of being looked after that ended in the months asked for; one child may have "
        "several",
        partial(readings.moved, "ends"),
        timing=Timing.IN,
        takes_from=TOTAL,
        rule=(
            "Episodes that end in the months with a reason other than X1 (the next begins the same "
            "day); only for whole months that a return covers."
        ),
    ),
)
