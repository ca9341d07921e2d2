"""Few breaches are counted truly for the lead and in public: a breach is no person."""

from datetime import date

import pytest

from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from tests.cast import clerk, make_council
from tests.make import dbs, people

DAY = date(2016, 1, 18)


@pytest.mark.parametrize("number", [0, 1, 5, 6])
def test_a_few_breaches_are_counted_for_who_signs_in_and_for_the_public(number, client, signed_in):
    people.cohort(usual=True)
    people.engagement()
    dbs.policy()
    for _ in range(number):
        dbs.breach()
    dbs.breach(remedied_on=DAY, remedy="Renewed", closed_on=DAY, closer="Director")
    told = f"{number} breach{'' if number == 1 else 'es'} of the policy"
    assert told in signed_in.get("/dbs/position/").content.decode()
    client.force_login(clerk())
    assert client.get("/dbs/position/").context["breaches_open"] == number
    question = FigureQuery("dbs.breaches_open", "", When.at(DAY))
    for public in (True, False):
        found = measure(make_council(), [question], FIGURES, public=public).shown
        assert [one.count for one in found.values() if one.key == question.key] == [number]
