"""What stands around a live figure: its things, its place, its time, its cause, its source, and
the figure next to it."""

from dataclasses import replace

from reports.verdicts.registry import rule_called
from tests.checks.drawn import KNOWN, found
from tests.checks.live.figures import drawn
from tests.sweeping import swept

KEYS = (
    *("figure-of-other-things", "stock-over-time", "cause-after-count", "figure-attributed"),
    *("figures-compared", "time-unlike-figure", "extent-unlike-figure", "claim-without-record"),
)
KNOWN_PARTS = replace(KNOWN, parts=lambda _entry, _state: ())
RULES = [rule_called(key) for key in KEYS]
OUT_OF = "{{30|looked_after.external_residential of 188 children|2015-12-01}}"
COST = "{{£48,000|looked_after.unit_cost|2015-12-01}}"


def keys(text):
    """The rules that find an error in a text."""
    text = text.replace("OUTOF", OUT_OF).replace("COST", COST)
    return [row.rule.key for row in found(drawn(text), rules=RULES, known=KNOWN_PARTS)]


@swept(
    (
        ("ALL families were supported.", KEYS[0]),
        ("ALL care leavers were supported.", KEYS[0]),
        ("The number of families we support was ALL.", KEYS[0]),
        ("AUDITS children had their files read.", KEYS[0]),
        ("ACTIONS complaints were closed.", KEYS[0]),
        ("ALL children were on child protection plans.", KEYS[0]),
        ("HOMES children live in secure units.", KEYS[0]),
        ("In England ALL children were looked after.", KEYS[0]),
        ("Our neighbours look after ALL children.", KEYS[0]),
        ("We looked after ALL children throughout the half-year.", KEYS[1]),
        ("Throughout the half-year, we looked after ALL children.", KEYS[1]),
        ("On average we looked after ALL children.", KEYS[1]),
        ("We looked after ALL different children.", KEYS[1]),
        ("The number has stayed at ALL since 2014.", KEYS[1]),
        ("We looked after ALL children at the start of the half-year.", KEYS[1]),
        ("At the end of December 2015 we looked after ALL children.", KEYS[1]),
        ("There were ALL children looked after at the close of 2015.", KEYS[1]),
        ("At the beginning of 2015 we looked after ALL children.", KEYS[1]),
        ("Because of the strategy adopted in 2017, we look after ALL children.", KEYS[2]),
        ("Following the launch on 5 January 2016, BEHIND actions were overdue.", KEYS[2]),
        ("Ofsted found that we look after ALL children.", KEYS[3]),
        ("According to the independent reviewing officers, AUDITS audits were done.", KEYS[3]),
        ("The figure of ALL has been validated by the Department for Education.", KEYS[3]),
        ("The ALL children have been independently counted.", KEYS[3]),
        ("HOMES in external homes exceed the AGENCY with agencies.", KEYS[4]),
        ("Twice as many live in external homes (HOMES) as with agencies (AGENCY).", KEYS[4]),
        ("OUTOF of the AGENCY children with agencies live in external homes.", KEYS[4]),
        ("Of the STAFF staff, OUTOF live in external homes.", KEYS[4]),
        ("At no time did we look after more than ALL children.", KEYS[1]),
        ("By the height of summer we looked after ALL children.", KEYS[5]),
        ("AUDITS audits were done over the Christmas holidays.", KEYS[5]),
        ("In the first quarter AUDITS audits were done.", KEYS[5]),
        ("ALL children were in care last August.", KEYS[5]),
        ("Only a handful of children (ALL) were looked after.", KEYS[6]),
        ("Hardly any children were looked after: ALL.", KEYS[6]),
        ("Dozens of actions (BEHIND) are overdue.", KEYS[6]),
        ("DONE actions were completed in full.", KEYS[7]),
        ("Managers did AUDITS independent audits.", KEYS[7]),
        ("LATE staff failed their DBS check.", KEYS[7]),
        ("SHARED audits were shared with the parents.", KEYS[7]),
        ("UNDER children chose their foster carers.", KEYS[7]),
        ("The ALL children are the happiest in the country.", KEYS[7]),
        ("We looked after ALL children. This is the best in the region.", KEYS[7]),
        ("ALL children were looked after, fewer than in most other councils.", KEYS[7]),
    )
)
def test_what_is_false_around_a_live_figure_is_an_error(text, key):
    assert keys(text) == [key]


@swept(
    (
        "ALL young people were looked after, and their families were supported.",
        "ALL of the families’ children were looked after.",
        "At the start of December 2015 we looked after ALL children.",
        "ALL children have a plan that we will review at the end of 2016.",
        "Of ALL children on 1 December 2015, most had a plan at the end of December 2015.",
        "ALL children in need of a home were looked after.",
        "STAFF staff need a check, as councillors do.",
        "ACTIONS actions answer the findings.",
        "AGENCY placements with agencies are for children of all ages.",
        "SHARED files were shared with workers.",
        "In England the number rose; we looked after ALL children.",
        "More than in England, ALL children were looked after.",
        "One placement costs COST on average.",
        "NEWLY different children came into care throughout the half-year.",
        "We looked after ALL children at the end of November.",
        "We looked after ALL children on 1 December 2015, as throughout the region.",
        "Because of the strategy adopted in 2014, we look after ALL children.",
        "Following the audit of 2015, DONE actions were done and a plan of 2017 will follow.",
        "Ofsted found STRENGTHS strengths.",
        "Ofsted visited us. We look after ALL children.",
        "Managers found that AUDITS audits had been done.",
        "AGENCY with agencies exceed the HOMES in external homes.",
        "Twice as many are boys (BOYS) as are 14 or 15 (TEENS).",
        "OUTOF of the ALL children live in external homes.",
        "MOVING of the LATE staff have a re-check in progress.",
        "At one time we looked after more than ALL children.",
        "By the start of winter we looked after ALL children.",
        "AUDITS audits were done in the second half of the year.",
        "ALL children were in care last December, and more will be by the summer.",
        "A handful of actions (BEHIND) are overdue.",
        "DONE actions were done; the others will be completed in full.",
        "Nobody failed the check, and LATE staff were overdue.",
        "The ALL children need the best homes in the region.",
        "ALL children were looked after; the strategy aims to be second to none.",
        "SHARED audits were shared with the worker.",
    )
)
def test_what_is_right_around_a_live_figure_stops_nothing(text):
    assert keys(text) == []
