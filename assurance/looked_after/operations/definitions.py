"""A council's own age bands and census days."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import AgeBand, CensusDay
from assurance.looked_after.rules.groups import LOCAL_AGE_BAND, why_not_a_set_of_bands
from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.refusals import refuse_if

NOT_THE_LATEST = "Another set of age bands was entered meanwhile: look at the sets again."
ENTERED_BY_IT = "A count was entered by these bands: enter a new set from a later date."


@transaction.atomic
def set_age_bands(
    *,
    council: Council,
    bands: Collection[tuple[str, str, int, int | None]],
    from_date: date,
    by,
    on: date,
) -> list[AgeBand]:
    """The council's own set of age bands from a day: (slug, label, from age, to age or None). The
    set before it ends the day before. Raises `Refused` where ages overlap or are missing, or a set
    begins on that day or later."""
    refuse_if(why_not_a_set_of_bands([band[1:] for band in bands]), "bands")
    own = AgeBand.objects.filter(council=council, set=LOCAL_AGE_BAND)
    if own.filter(from_date__gte=from_date).exists():
        refuse_if("A set of bands begins on that date or later: choose a later date.", "from_date")
    own.filter(to_date__isnull=True).update(to_date=from_date - timedelta(days=1))
    made = _add(council, bands, from_date)
    fields = {"age_bands": [label for _, label, _, _ in bands], "from_date": from_date}
    changes = history.impersonal_changes(fields)
    history.record("looked_after.set_age_bands", about=council, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def correct_age_bands(
    *,
    council: Council,
    bands: Collection[tuple[str, str, int, int | None]],
    from_date: date,
    by,
    on: date,
) -> list[AgeBand]:
    """The council's latest set of age bands, which begins on `from_date`, as it was meant. Raises
    `Refused` where ages overlap or are missing, another set begins later, or a census was entered
    by it."""
    refuse_if(why_not_a_set_of_bands([band[1:] for band in bands]), "bands")
    latest = next(iter(AgeBand.objects.own_sets(council)), None)
    refuse_if("" if latest and latest.from_date == from_date else NOT_THE_LATEST)
    refuse_if(ENTERED_BY_IT if Census.objects.entered_by(council, from_date) else "")
    before = [band.label for band in latest.bands]
    AgeBand.objects.filter(pk__in=[band.pk for band in latest.bands]).delete()
    made = _add(council, bands, from_date)
    changes = history.changes(
        {"age_bands": before},
        {"age_bands": [band.label for band in made]},
        {"age_bands": Personal.NONE},
    )
    history.record("looked_after.correct_age_bands", about=council, by=by, on=on, changes=changes)
    return made


def _add(council, bands, from_date):
    return AgeBand.objects.bulk_create(
        AgeBand(
            council=council,
            set=LOCAL_AGE_BAND,
            slug=slug,
            label=label,
            from_age=first,
            to_age=last,
            from_date=from_date,
        )
        for slug, label, first, last in bands
    )


@transaction.atomic
def set_census_days(
    *, council: Council, own_days: Collection[tuple[int, int]], by, on: date
) -> list[CensusDay]:
    """The (month, day) pairs on which the council counts every year, in place of those before."""
    before = [[own.month, own.day] for own in CensusDay.objects.of(council)]
    CensusDay.objects.of(council).delete()
    made = CensusDay.objects.bulk_create(
        CensusDay(council=council, month=month, day=day) for month, day in own_days
    )
    after = [list(pair) for pair in own_days]
    changes = history.changes(
        {"census_days": before}, {"census_days": after}, {"census_days": Personal.NONE}
    )
    history.record("looked_after.set_census_days", about=council, by=by, on=on, changes=changes)
    return made
