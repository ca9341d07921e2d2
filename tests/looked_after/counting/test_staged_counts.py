"""What is counted of rows on their way in is what is counted of them once they are stored."""

from datetime import date, timedelta

import pytest

from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.looked_after.operations import returns
from assurance.looked_after.operations.counted_rows import StagedEpisodes, StoredEpisodes
from assurance.looked_after.operations.staging import StagedRows
from assurance.looked_after.rules.return_files import read
from assurance.looked_after.rules.returns import cover_of, put_together
from tests.cast import make_council, officer
from tests.looked_after import invented
from tests.make.looked_after import BOY, EPISODES, GIRL, HEADER, LATE, OPEN, UASC, csv

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
ON = date(2018, 6, 1)
FIRST, LAST = date(2017, 3, 31), date(2018, 3, 31)


def whole_of(files):
    """The return of files, name → bytes."""
    return put_together([read(name, content) for name, content in files.items()])


def staged(whole, council):
    """Its rows on their way in."""
    return StagedRows(whole, council, cover_of(whole.episodes).last)


def stored(whole, council):
    """It, read."""
    return returns.read_return(
        council=council, whole=whole, leave_out_refused=True, by=officer(council), on=ON
    )


def said_of(episodes, day):
    """All that a census asks of episodes on a day, without keys of rows."""
    rows, text = episodes.children(day)
    month = day.replace(day=1), day
    return {
        "children": sorted(map(tuple, rows)),
        "text": text,
        "episodes": sorted(episodes.of_each_child(day).values()),
        "starts": episodes.starting(*month),
        "ends": episodes.ceasing(*month),
    }


@pytest.mark.long
def test_both_say_the_same_of_every_tenth_day_of_a_real_return():
    council = make_council()
    files = {name: (invented.FILES / name).read_bytes() for name in invented.NAMES}
    whole = whole_of(files)
    on_their_way = StagedEpisodes(staged(whole, council))
    held = StoredEpisodes(stored(whole, council))
    days = [FIRST + timedelta(days=number) for number in range(0, (LAST - FIRST).days + 1, 10)]
    for day in days:
        assert said_of(on_their_way, day) == said_of(held, day), day


SECOND = "7,01/06/2017,S,C2,N1,U4,PR4,01/09/2017,X1,,,,"
SAME_DAY = "7,01/09/2017,L,V4,N1,U4,PR4,,,,,,"


@pytest.mark.long
def test_both_keep_to_the_rule_on_days_when_an_episode_begins_or_ends():
    council = make_council()
    third = "7,01/09/2017,P,C1,N4,K2,PR4,05/09/2017,E11,,,,"
    for lines in ((SECOND, SAME_DAY, LATE), (SECOND, third, LATE), (OPEN, third, LATE)):
        files = {
            "header.csv": csv(HEADER, BOY, GIRL),
            "episodes.csv": csv(EPISODES, *lines),
            "uasc.csv": csv(UASC, "7,1,05/05/2010,02/09/2017"),
        }
        whole = whole_of(files)
        on_their_way = StagedEpisodes(staged(whole, council))
        held = StoredEpisodes(stored(whole, council))
        for day in (date(2017, 6, 1), date(2017, 8, 31), date(2017, 9, 1), date(2017, 9, 5), LAST):
            assert said_of(on_their_way, day) == said_of(held, day), (lines, day)


def test_making_it_stores_nothing_and_compares_with_what_stands():
    council = make_council()
    header = {"header.csv": csv(HEADER, BOY, GIRL)}
    first = whole_of({**header, "episodes.csv": csv(EPISODES, OPEN, LATE)})
    assert staged(first, council).compare() == (4, 0, 4)
    assert not Child.objects.exists() and not Return.objects.exists()
    stored(first, council)
    short = "8,01/05/2017,S,C2,N1,U4,PR4,30/05/2017,E11,,,,"
    other = csv(EPISODES, OPEN.replace("U4", "K2"), LATE, short)
    again = whole_of({**header, "episodes.csv": other})
    assert staged(again, council).compare() == (1, 1, 5)
    assert Episode.objects.count() == 2
    moved = {"header.csv": csv(HEADER, BOY.replace("WBRI", "WIRI"), GIRL)}
    changed = whole_of({**moved, "episodes.csv": csv(EPISODES, OPEN, LATE)})
    assert staged(changed, council).compare() == (0, 1, 4)


def test_only_a_child_who_changes_is_written_and_kept_for_taking_it_back():
    council = make_council()
    rows = {"episodes.csv": csv(EPISODES, OPEN, LATE)}
    stored(whole_of({"header.csv": csv(HEADER, BOY, GIRL), **rows}), council)
    keys = dict(Child.objects.values_list("sex", "pk"))
    header = csv(HEADER, BOY.replace("WBRI", "WIRI"), GIRL)
    on_their_way = staged(whole_of({"header.csv": header, **rows}), council)
    on_their_way.merge(Return.objects.create(
        council=council, created_on=ON, year_end=LAST, covers_from=FIRST, covers_to=LAST,
        fingerprint="0" * 64,
    ))  # fmt: skip
    assert [row[0] for row in on_their_way.replaced["children"]] == [keys["M"]]
    assert Child.objects.get(pk=keys["M"]).ethnicity == "WIRI"
    assert Episode.objects.count() == 4
