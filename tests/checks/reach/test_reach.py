"""How many planted faults the checks find in papers of other councils, and that right ones rest.

Faults are asked for in `make test-long`, one after another; the gate asks of right papers alone.
What is asked of papers that only measure is what they were found to reach: more is wanted. Where
a note says how many were warned of, it was so before readings that are not proved gave advice: of
all faults of all sets the same are found since, and an eighth fewer warned of. Since only what is
proved on reports that it was not built with warns, as many are found and about half as many warned
of in the sets that rules were built with: the rest is advice.
"""

from operator import ge

import pytest

from tests.checks.reach.passages import in_right_papers, is_held, measured, names, warnings

# (folder, whether its papers only measure) → the shares of faults, in per cent, that are not fallen
# below: of those that are told at all, and of those that are more than advice.
FLOORS = {("papers", False): (75, 44), ("papers", True): (58, 37)}
FLOORS |= {("strangers", False): (45, 38), ("strangers", True): (45, 33)}
FLOORS |= {("blind", False): (46, 31), ("blind", True): (50, 35)}
# Four papers alone.
FLOORS |= {("unseen", False): (55, 33), ("unseen", True): (60, 43)}
FLOORS |= {("reserve", True): (75, 42)}
FLOORS |= {("sealed", True): (50, 28)}
# Papers of other services. Of all faults of the first half 22 of 30 are found and 18 warned of, of
# the second 20 and 17; before any rule was looked at again it was 21 and 15, and 19 and 16.
FLOORS |= {("officers", False): (87, 40), ("officers", True): (67, 40)}
# Whole papers. The one that measures was written last: 21 of its 28 faults were found and 20 warned
# of before a rule was looked at again; 23 of the 37 of the second, when it was new.
FLOORS |= {("members", False): (70, 25), ("members", True): (50, 15)}
# Eight whole papers. Of all 79 faults 46 were found and 41 warned of when they were new; 64 and 60
# once relations that they showed were written in general.
FLOORS |= {("councils", False): (77, 35), ("councils", True): (93, 53)}
# Six whole papers, new once the relations that those of `councils` showed were written: of their 60
# faults 41 were found and 37 warned of, and 48 and 44 now.
FLOORS |= {("readers", False): (74, 31), ("readers", True): (93, 45)}
# Five whole papers, written before any rule was read: of all 72 faults 31 were found and 23 warned
# of when they were new. Two were built with, and 26 of their 28 are warned of now; of the 44 of the
# other three, which no rule was looked at for, 13 were at first and 19 are.
FLOORS |= {("towns", False): (83, 15), ("towns", True): (57, 10)}
# Eight short reports of as many services, written before a rule was read. Of the 55 faults of the
# four that rules were built with 25 were found and 20 warned of when they were new, and 48 and 46
# now; of the 76 of the four that only measure 34 and 32, and now 46 and 44.
FLOORS |= {("services", False): (75, 15), ("services", True): (64, 25)}
# Six reports to panels, all built with. Of their 60 faults 27 were found and 24 warned of when they
# were new, and four of the six right papers warned of; now 55 are, and no right paper.
FLOORS |= {("panels", False): (91, 25)}
# Six more by the same author. Of their 60 faults 26 were found and 20 warned of when they were new,
# and five of the six right papers warned of, one of a thing that is no error; since the other six
# were built with it is 27 and 21, and no right paper; 32 and 26 since consequences are reckoned.
FLOORS |= {("agendas", True): (64, 15)}
# Six reports of six services, all built with. Of their 60 faults 23 were warned of when they were
# new, and three of the six right papers; now 55 are, and no right paper.
FLOORS |= {("divisions", False): (68, 35)}
# Five by another author, all built with. Of their 60 faults 25 were warned of when they were new,
# and 44 now, and no right paper.
FLOORS |= {("teams", False): (76, 10)}
# Five more by yet another. Of their 60 faults 35 were warned of when they were new, 41 now.
FLOORS |= {("boards", False): (79, 20)}
# Six more. Of their 60 faults 29 were warned of rightly when they were new, and four of the six
# right papers; 36 now, and no right paper.
FLOORS |= {("counties", False): (81, 20)}
# Six by yet another. Of their 60 faults 27 were warned of, two of them by chance, and three of the
# six right papers; 25 now, and no right paper.
FLOORS |= {("districts", True): (63, 10)}
# Eight short papers, and eight more by the same author, which only measure: each time 22 of 40
# faults were warned of when they were new, and 38 and 23 once the first eight were built
# with. Of the second, right passages were looked at, and no fault.
FLOORS |= {("boroughs", False): (90, 25), ("shires", True): (68, 15)}
# Sixteen short papers in as many styles, halved by chance, which only measure: 16 of the 40 faults
# of the first half were warned of when they were new, and 20 of the other.
FLOORS |= {("ridings", True): (48, 15), ("wolds", True): (60, 15)}
# Sixteen more, each right first and then with faults, written before a rule was read and halved by
# the hash of their names: of the 55 faults of the half that rules were built with 25 were warned of
# when they were new, and 47 now; of the 63 of the other half 29, then 34 before any fault of it was
# looked at, and 38 once shares by the cells of a table were.
FLOORS |= {("dales", False): (81, 27), ("marches", False): (61, 28)}
# Sixteen more in as many styles, whose faults stand far from what shows them, by an author who had
# seen no rule: of the 72 faults of each half 16 were warned of when they were new, and 23. Tables
# with typed numbers were read as paragraphs then. Of the first half 45 are now, and no right paper;
# of the second still 23, though no right paper any more: what was built reaches no other words.
FLOORS |= {("fells", False): (57, 18), ("vales", True): (40, 16)}
# Sixteen more, with faults of 23 kinds in equal shares, near their proof and far, and at least six
# right sentences in each that look at odds. When they were new, 37 of the 68 faults of the first
# half were warned of and 37 of the 69 of the other, and 13 of the 16 right papers, two of them of
# an error; two are now. Once the first half was built with, 39 of the other were; both are now, and
# 53 and 51.
FLOORS |= {("moors", False): (75, 15), ("lakes", False): (68, 5)}
# Sixteen more, with faults of 16 kinds, half of them far from what shows them. When they were new,
# 31 of the 68 faults of the first half were warned of and 33 of the 68 of the other, and 14 of the
# 16 right papers, three of them of an error. 43 were of the first once its faults were looked at,
# and 33 of the second, whose faults were not. Since what is not proved is advice, and readings that
# are right of every right paper warn, it is 43 and 39, 47 and 43 with advice, and one right paper.
FLOORS |= {("tarns", False): (65, 20), ("meres", False): (66, 43)}
# Sixteen more with nine faults each. When they were new, 29 of the 72 faults of the first half were
# warned of and 32 of the 72 of the other, and 13 of the 16 right papers, one of them of an error.
# Now it is 47 of the first, whose faults were looked at, and 30 of the second, whose faults were
# not, 49 and 32 with advice, and one right paper.
FLOORS |= {("becks", False): (68, 35), ("cairns", True): (55, 20)}
# Sixteen right papers without a fault: all 16 were wrongly warned of something when they were new,
# of 44 things, seven of them errors; five now, of five things and no error.
FLOORS |= {("fords", False): (0, 0), ("havens", False): (0, 0)}
FLOORS |= {(name, False): (0, 0) for name in ("brooks", "rills", "fens")}
# Long papers by four authors who had seen no rule. When they were new, 121 of their 240 faults were
# found and 107 warned of, 31 of the 48 right papers warned of, and seven of an error. Since only
# what is proved on reports that it was not built with warns, and claims are held against all that
# they may be of, it is 203 and 84, and no right paper; of the 80 faults of the last four of each,
# which no reading was written from, 45 in place of 39.
FLOORS |= {(name, False): (66, 25) for name in ("holts", "leas", "crofts", "knolls")}
# Twenty by two more: 49 of 100 faults were found and 33 warned of, and four of the 20 right papers,
# one of an error; 58 and 31 before a fault of theirs was looked at, and no right paper.
FLOORS |= {(name, False): (60, 30) for name in ("heaths", "downs")}
# Twelve by one more: 38 of 60 faults were found and 24 warned of when they were new, and two of the
# 12 right papers, none of an error; 41 and 28 now, and no right paper.
FLOORS |= {("spinneys", False): (73, 45)}
# Ten by yet another: 27 of 50 faults were found and 17 warned of when they were new, and two of the
# ten right papers, none of an error; none is now.
FLOORS |= {("coppices", False): (58, 32)}
# Ten by one more: 32 of 50 faults were found and 18 warned of when they were new, and one of ten
# right papers, of an error; 34 and 19 now, and no right paper.
FLOORS |= {("herons", False): (62, 34)}
# Ten by yet another: 29 of 50 faults were found and 15 warned of when they were new, and two of ten
# right papers, none of an error; 30 and 15 now, and no right paper.
FLOORS |= {("egrets", False): (58, 28)}
# Twenty by two more: 55 of 100 faults were found and 26 warned of when they were new, and three of
# the ten right papers of each, none of an error; 81 and 30 now that both were built with, and none.
FLOORS |= {("kites", False): (78, 26), ("plovers", False): (80, 26)}
# Twenty by two more, far harder: 28 of 100 faults were warned of when they were new, and 54 found;
# two of the ten right papers of the second were, one of an error. Once the first was built with and
# readings that were wrong of none of 750 right papers gave their full weight it is 34 of 50, and 19
# of the 50 that nobody had looked at, with three of its ten right papers; none since what was
# wrongly said of those was mended.
FLOORS |= {("terns", False): (74, 58), ("skuas", False): (30, 20)}
# Ten more by another author: 28 of 50 faults were found and 22 warned of when they were new, and
# three of the ten right papers, none of an error; 30 and 24 now, and none.
FLOORS |= {("auks", False): (58, 44)}
# Twenty by two more, with many right passages that look at odds: 32 and 31 of 50 faults were found
# and 25 and 26 warned of when they were new, and four and six of the ten right papers of each, none
# of an error; 32 and 31 now, 24 and 26, and no right paper.
FLOORS |= {("dunlins", False): (62, 46), ("knots", False): (60, 50)}
# Twenty-four right papers by two more: four of the first twelve were warned of when they were first
# read, three of an error, and eight of the other; none is now.
FLOORS |= {("teals", False): (0, 0), ("crakes", False): (0, 0)}
# Then ten with faults and twelve without by two more: 33 of 50 faults were found and 24 warned of,
# four of the ten and four of the twelve right papers warned of, none of an error; none is now.
FLOORS |= {("ruffs", False): (64, 46), ("pipits", False): (0, 0)}
# Ten more by another, read after those: 29 of 50 faults were found and 25 warned of, and four of
# the ten right papers warned of, one of an error; none is now.
FLOORS |= {("stints", False): (54, 46)}
# Twenty-four right papers by two more, read after those: four of the first twelve were warned of,
# one of an error, and eight of the other, two of an error; one is now, of bands that meet.
FLOORS |= {("whimbrels", False): (0, 0), ("dotterels", False): (0, 0)}
# Twelve more by another, read last: eight were warned of, two of an error; seven now, of no error.
FLOORS |= {("godwits", False): (0, 0)}
# Sets of ordinary papers, not asked to be tricky. Twenty-four right ones by two more: four of each
# twelve were warned of when they were first read, two of an error; then fourteen by another, of
# which seven were, two of an error, once readings that had been wrong of more right papers than
# they found faults gave advice; then fourteen more, of which four were, one of an error, once a
# warning asked for a sentence that says nothing else; then fourteen more, of which six were, one of
# an error: each time it was other rules. Of the last fourteen one was, of no error; none is now.
ORDINARY = ("pratincoles", "jacanas", "bitterns", "snipes", "wheatears", "pochards", "dabchicks")
FLOORS |= {(name, False): (0, 0) for name in ORDINARY}
# Twenty with faults by two more: 28 of 50 were warned of when they were new, and 25 of 50; none and
# one of the ten right papers of each were warned of.
FLOORS |= {("avocets", False): (62, 40), ("curlews", False): (64, 44)}
# Ten more by another, read last: 26 of 50 were warned of, and three of the right papers; of the
# fourteen right ones of `dabchicks`, one was.
FLOORS |= {("bustards", False): (64, 50)}
# The numbers above are of the time at which each set was built with. Since what is not proved gives
# advice, and readings that found nothing elsewhere are gone, fewer are warned of, as floors say.
LARGEST = ("papers", "strangers", "blind")
# Advice that does not hang on numbers is no finding of a fault in them.
OF_DATES = ("date-without-year", "now-without-date")
# The same → the share of right papers, in per cent, that are warned of at most, and the errors that
# are found in them.
CEILINGS = {("papers", False): (1, 0), ("papers", True): (11, 0)}
CEILINGS |= {("strangers", False): (6, 0), ("strangers", True): (34, 0)}
CEILINGS |= {("blind", False): (40, 0), ("blind", True): (24, 0)}
CEILINGS |= {("unseen", False): (100, 0), ("unseen", True): (100, 0), ("reserve", True): (10, 0)}
CEILINGS |= {("sealed", True): (20, 0)}
CEILINGS |= {("members", False): (0, 0), ("members", True): (0, 0)}
CEILINGS |= {("councils", False): (0, 0), ("councils", True): (0, 0)}
CEILINGS |= {("readers", False): (0, 0), ("readers", True): (34, 0)}
CEILINGS |= {("towns", False): (0, 0), ("towns", True): (34, 0)}
CEILINGS |= {("services", False): (0, 0), ("services", True): (0, 0)}
CEILINGS |= {("panels", False): (0, 0), ("agendas", True): (0, 0)}
CEILINGS |= {("divisions", False): (0, 0), ("teams", False): (0, 0)}
CEILINGS |= {("boards", False): (20, 0), ("counties", False): (0, 0)}
CEILINGS |= {("districts", True): (0, 0), ("boroughs", False): (0, 0)}
CEILINGS |= {("shires", True): (13, 0), ("ridings", True): (13, 0), ("wolds", True): (25, 0)}
CEILINGS |= {("dales", False): (13, 0), ("marches", False): (0, 0)}
CEILINGS |= {("fells", False): (0, 0), ("vales", True): (0, 0)}
CEILINGS |= {("moors", False): (13, 0), ("lakes", False): (13, 0)}
CEILINGS |= {("tarns", False): (13, 0), ("meres", False): (0, 0)}
CEILINGS |= {("becks", False): (0, 0), ("cairns", True): (13, 0)}
CEILINGS |= {("fords", False): (13, 0), ("havens", False): (25, 0)}
CEILINGS |= {(name, False): (0, 0) for name in ("brooks", "rills", "fens")}
CEILINGS |= {(name, False): (0, 0) for name in ("holts", "leas", "crofts", "knolls")}
CEILINGS |= {
    (name, False): (0, 0)
    for name in ("heaths", "downs", "spinneys", "coppices", "herons", "egrets", "kites", "plovers")
}
CEILINGS |= {(name, False): (0, 0) for name in ("terns", "skuas", "auks")}
CEILINGS |= {(name, False): (0, 0) for name in ("dunlins", "knots", "teals", "crakes")}
CEILINGS |= {(name, False): (0, 0) for name in ("ruffs", "pipits", "stints", "dotterels")}
CEILINGS |= {("whimbrels", False): (0, 0), ("godwits", False): (0, 0)}
CEILINGS |= {(name, False): (0, 0) for name in ORDINARY}
CEILINGS |= {("avocets", False): (0, 0), ("curlews", False): (0, 0), ("bustards", False): (0, 0)}
CEILINGS |= {("officers", False): (0, 0), ("officers", True): (20, 0)}


def files(folder, held):
    """The names of the files that only measure, or of those that rules were built with."""
    return [name for name in names(folder) if is_held(name) is held]


def sets(known):
    """The sets of papers; the largest, which take as long as all others, in `make test-long`."""
    long = pytest.mark.long
    return [pytest.param(*one, marks=[long] if one[0] in LARGEST else []) for one in known]


@pytest.mark.long
@pytest.mark.parametrize(("folder", "held"), FLOORS)
def test_faults_of_other_councils_are_found(folder, held):
    rows = [row for name in files(folder, held) for row in measured(name)]
    told = [[row for row in found if row[0] not in OF_DATES] for _kind, _fault, found in rows]
    reached = [
        100 * sum(map(bool, group)) / max(len(rows), 1) for group in (told, map(warnings, told))
    ]
    assert all(map(ge, reached, FLOORS[folder, held])), reached


@pytest.mark.sampled(8)
@pytest.mark.parametrize(("folder", "held"), sets(CEILINGS))
def test_right_papers_of_other_councils_are_hardly_warned_of(folder, held):
    rights = [warnings(found) for name in files(folder, held) for found in in_right_papers(name)]
    errors = [row for found in rights for row in found if row[1] == "error"]
    warned, wrong = CEILINGS[folder, held]
    assert len(errors) <= wrong
    assert 100 * sum(map(bool, rights)) <= warned * len(rights)
