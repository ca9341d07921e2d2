"""Children looked after: episodes that begin and end on every edge, short breaks among them, second
episodes over the first; birthdays on the day; censuses counted from two returns, and entered."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, product

from assurance.looked_after.models.definitions import PlacementGroup
from assurance.looked_after.models.returns import Child, Episode
from assurance.looked_after.operations.counts import CensusCounter
from assurance.looked_after.rules.days import month_ends
from tests.crowds import published
from tests.crowds.days import CENSUS, HALF_YEAR, LEAP, LONG_AGO, ONE, POSITION, around, withdrawn
from tests.make.looked_after import census, children_looked_after, held_return, local_bands

YEARS = ((date(2014, 3, 31), date(2015, 3, 31)), (date(2015, 3, 31), date(2016, 3, 31)))
# Days between the months' ends; 28 February and 1 March for those born on 29 February.
MORE = (
    (date(2015, 3, 1),),
    tuple(day for edge in (HALF_YEAR, CENSUS, LEAP) for day in around(edge)),
)
STATUSES = ("C2", "V2", "V3", "V4", "")
PLACES = (
    *("U1", "U4", "U4", "U5", "U6", "A3", "P1", "P2", "K1", "K2", "K2", "H5", "S1", "R1", "R1"),
    *("R2", "R5", "T0", "T3", "T4", "Z1", "K3", "Z11", "X9", ""),
)
PROVIDERS = ("PR1", "PR4", "PR5", "PR2", "PR3", "PR0", "")
# A year older on, the day before and the day after each day; born on a leap day; not known.
BIRTHS = (
    *(day.replace(year=day.year - age) for day in (*around(CENSUS), LEAP - ONE, LEAP + ONE)
      for age in (1, 5, 10, 14, 16)),
    *(date(2000, 2, 29), date(2012, 2, 29), LEAP, None),
)  # fmt: skip
UASC = ((False, None), (True, None), *((True, day) for day in around(CENSUS)))


@dataclass
class Turns:
    """What goes round from child to child and from episode to episode, each by its own length, so
    that all meet all."""

    places: object = field(default_factory=lambda: cycle(PLACES))
    providers: object = field(default_factory=lambda: cycle(PROVIDERS))
    births: object = field(default_factory=lambda: cycle(BIRTHS))
    uasc: object = field(default_factory=lambda: cycle(UASC))
    sexes: object = field(default_factory=lambda: cycle(("M", "F", "")))
    needs: object = field(default_factory=lambda: cycle(("N1", "N2", "N8", "", "X2")))
    begun: object = field(default_factory=lambda: cycle(("S", "S", "L", "P")))
    ended: object = field(default_factory=lambda: cycle(("E4A", "X1", "E12")))


def build(council, by, every):
    """One child in `every` of the product, censuses of two returns, and censuses entered."""
    local_bands(council)
    _own_group(council)
    first, second = (
        held_return(
            council=council, year_end=to, covers_from=since, covers_to=to,
            fingerprint=f"{council.slug}{to}",
        )
        for since, to in YEARS
    )  # fmt: skip
    _children(council, (first, second), every)
    for held, span, more in zip((first, second), YEARS, MORE, strict=True):
        CensusCounter(held, POSITION).count_all(sorted({*month_ends(*span), *more}))
    _entered(council, by)
    _withdrawn_and_replaced(council, by)
    published.build(council, by)


def _children(council, returns, every):
    turns, children, episodes = Turns(), [], []
    for number, spans in enumerate(_spans()):
        if number % every:
            continue
        uasc, until = next(turns.uasc)
        child = Child(
            council=council,
            pseudonym=f"secret{number:058}",
            sex=next(turns.sexes),
            born_on=next(turns.births),
            uasc=uasc,
            uasc_until=until,
        )
        children.append(child)
        for start, end, status in spans:
            episode = _episode(turns, child, returns[0], start, end, status)
            episodes.append(episode)
            # The next return has those that its year meets; its rows are its own.
            if end is None or end > YEARS[1][0]:
                episodes.append(copy(episode))
                episodes[-1].held_return = returns[1]
    Child.objects.bulk_create(children)
    for line, episode in enumerate(episodes, 2):
        episode.line = line
    Episode.objects.bulk_create(episodes)


def _episode(turns, child, held, start, end, status):
    return Episode(
        child=child,
        held_return=held,
        decom=start,
        dec=end,
        ls=status,
        rne=next(turns.begun),
        rec=next(turns.ended) if end else "",
        cin=next(turns.needs),
        place=next(turns.places),
        place_provider=next(turns.providers),
    )


def _spans():
    """The episodes of each child: (begun, ended or None, legal status)."""
    for edge in (date(2015, 2, 28), HALF_YEAR, CENSUS, LEAP):
        before, on, after = around(edge)
        firsts = product((before, on, after), (None, before, on, after), STATUSES)
        for start, end, status in firsts:
            if end is not None and end < start:
                continue
            yield ((start, end, status),)
            # A second one over it, the latest of which is a short break, and one that follows.
            yield ((start, end, status), (after + ONE, None, "V4"))
            yield ((LONG_AGO, None, "C1"), (start, end, status))
            if end is not None and end > start:
                yield ((start, end, status), (end, None, "E1"))


def _own_group(council):
    """From 2016 the council puts only some temporary codes together."""
    national = PlacementGroup.objects.get(slug="temporary", council=None)
    PlacementGroup.objects.create(
        council=council,
        slug="temporary",
        label="Temporary, as here",
        order=national.order,
        codes=[[["T0", "T1"], []]],
        from_date=date(2016, 1, 1),
    )


def _entered(council, by):
    """One with all parts, one known only as a total, one of another population."""
    census(
        council=council,
        date=date(2013, 12, 1),
        total=100,
        parts={
            "placement": {"agency_foster": 16, "with_parents": 20, "not_broken_down": 64},
            "age_band": {"under_1": 10, "1_to_4": 90},
            "local_age_band": {"under_14": 60, "14_to_15": 30, "16_to_18": 10},
        },
        measures={"external_residential": 14},
        unit_costs={"agency_foster": 48000, "external_residential": 166000},
    )
    census(council=council, date=date(2013, 6, 30), total=90)
    others = children_looked_after("children-in-need", council=council, title="Children in need")
    census(
        council=council, cohort=others, date=CENSUS, total=777, parts={"age_band": {"1_to_4": 777}}
    )


def _withdrawn_and_replaced(council, by):
    """Later ones that do not count, and an edition that another replaced."""
    told = {"council": council, "total": 999, "parts": {"placement": {"secure": 999}}}
    census(date=date(2019, 12, 31), unit_costs={"secure": 1}, **told, **withdrawn(by))
    census(
        date=date(2013, 12, 1), edition=2, replaced_on=POSITION, unit_costs={"secure": 2}, **told
    )
