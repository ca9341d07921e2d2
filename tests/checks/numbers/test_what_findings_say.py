"""What findings about numbers say, and figures of another day or value."""

from reports.checks.rule import Severity
from tests.checks.drawn import found
from tests.checks.numbers.findings import mends, says, unlike, weighed
from tests.sweeping import swept

_TEAMS = "Table: Audits by team\n| Team | Audits |\n| North | 30 |\n| South | 20 |\n| Total | 51 |"
_GRADES = """Table: Audits by grade
| Grade | Audits | % |
| Good | 36 | 75% |
| Fair | 12 | 27% |
| Total | 48 | 100% |"""
_AGES = """Table: Referrals by age
| Age | Referrals |
| 0 to 4 | 30 |
| 6 to 9 | 31 |
| 10 to 15 | 32 |"""
SAID = (
    (
        "Of 139 authorities inspected, 35 (24%) were inadequate.",
        "35 of 139 is 25% (25.2%), but the report gives 24%.",
    ),
    ("36 of 48 (74%) were good.", "36 of 48 is 75%, but the report gives 74%."),
    ("At least 76% (36 of 48) were good.", "36 of 48 is 75%, but the report gives at least 76%."),
    ("Of 24 visits, 17 (70%) were in time.", "17 of 24 is 71% (70.8%); 70% is cut, not rounded."),
    (
        "Of 200 staff, 150 have a check and 60 do not.",
        "150 + 60 = 210, but the report gives 200 (10 too many).",
    ),
    (
        "Of 200 staff, 150 have a check and 20 do not.",
        "150 + 20 = 170, but the report gives 200 (30 missing).",
    ),
    (
        "There were 48 audits:\n* 20 in May\n* 27 in June",
        "20 + 27 = 47, but the report gives 48 (1 missing).",
    ),
    ("49 of the 48 were done.", "49 of 48: the part is larger than the whole."),
    ("Referrals rose from 230 to 200.", "200 is less than 230, but the report uses “rose”."),
    (
        "Referrals dropped from 230 to 230.",
        "230 is no change from 230, but the report uses “dropped”.",
    ),
    (
        "Referrals rose by 40, from 200 to 230.",
        "From 200 to 230 is a change of 30, but the report gives 40.",
    ),
    (
        "Referrals rose by 13% from 200 to 230.",
        "From 200 to 230 is a change of 15%, but the report gives 13%.",
    ),
    (
        "Referrals doubled from 40 to 70.",
        "From 40 to 70 is 1.8 times as many, but the report uses “doubled”.",
    ),
    (
        "Most audits (24 of 48) were good.",
        "The report uses “Most”, but the number next to it is 24 of 48 (50%).",
    ),
    (
        "The largest group is North (30), then South (40).",
        "30 is called the largest, and 40 passes it.",
    ),
    (
        "We have four priorities: voice, plans and reviews.",
        "The report gives four priorities, but 3 are named.",
    ),
    ("There are three aims:\n* voice\n* plans", "The report gives three aims, but 2 are listed."),
    (_AGES, "Between “0 to 4” and “6 to 9” 5 is left out."),
    (_TEAMS, "The column “Audits” adds to 50 (30 + 20), but the total is 51."),
)
MENDED = (
    ("Of 139 authorities inspected, 35 (24%) were inadequate.", ("24%", "25%")),
    ("56.2% (9 of 16) met.", ("56.2%", "56.3%")),
    (_TEAMS, ("51", "50")),
)


@swept(SAID)
def test_the_sentence_of_a_finding_tells_the_reckoning(text, sentence):
    assert says(text) == [sentence]


@swept(MENDED)
def test_one_press_writes_what_the_reckoning_comes_to(text, mend):
    assert mends(text) == [mend]


def test_a_share_that_was_cut_is_advice():
    assert weighed("Of 24 visits, 17 (70%) were in time.") == []


def test_a_share_of_a_table_is_said_beside_its_sum():
    assert "12 of 48 is 25% (25.0%), but the table has 27%." in says(_GRADES)
    assert ("27%", "25%") in mends(_GRADES)


KEY = "figure-outside-period"
# The drawn paper covers 1 July to 31 December 2015.
OLD = "{{20|looked_after.homes|2015-03-31}}"
OTHER = "{{60|looked_after.fostered|2015-03-31}}"
NEW = "{{70|looked_after.total|2015-12-31}}"
SPAN = "{{90|looked_after.began|2015-01-01/2015-06-30}}"
ACROSS = "{{95|looked_after.began|2015-04-01/2015-09-30}}"

GIVE = "The figures here give the position on"
SENTENCES = (
    (f"# Homes\n\n{GIVE} 31 March 2015.\n\nIt rained.\n\nHomes had {OLD} children.", ""),
    (f"# Homes\n\n{GIVE} 31 March 2014.\n\nIt rained.\n\nHomes had {OLD} children.", "20"),
    (f"# Homes\n\nIt rained on 31 March 2015.\n\nNo.\n\nHomes had {OLD} children.", "20"),
    (f"# A\n\n{GIVE} 31 March 2015.\n\n# B\n\nHomes had {OLD} children.", "20"),
    (f"There were {OLD} children in homes.", "20"),
    (f"On 31 March 2015 there were {OLD} children in homes.", ""),
    (f"In March 2015 there were {OLD} children in homes.", ""),
    (f"There were {OLD} children in homes in 2015.", ""),
    (f"There were {OLD} children in homes on 31 March.", ""),
    (f"It was 31 March 2015. There were {OLD} children in homes.", ""),
    (f"There were {NEW} children.", ""),
    (f"{SPAN} children came into care.", "90"),
    (f"From January to June 2015 {SPAN} children came into care.", ""),
    (f"{ACROSS} children came into care.", ""),
    (f"# Homes in 2015\n\nThere were {OLD} children in homes.", ""),
    (f"# Homes of 2014\n\nThere were {OLD} children in homes.", "20"),
    (f"# Homes\n\nThere were {OLD} children in homes, and {NEW} now.", "20"),
)
LISTS = (
    (f"On 31 March 2015 we looked after:\n* {OLD} in homes\n* {OTHER} with carers", ()),
    (f"In March 2015 we looked after:\n* {OLD} in homes\n* {OTHER} with carers", ()),
    (f"It was March 2015. We had:\n* {OLD} in homes\n* {OTHER} with carers", ()),
    (f"We looked after in 2015:\n* {OLD} in homes\n* {OTHER} with carers", ()),
    (f"We looked after:\n* {OLD} in homes\n* {OTHER} with carers", ("20", "60")),
    (f"In March 2014 we had:\n* {OLD} in homes\n* {OTHER} with carers", ("20", "60")),
    (f"We had:\n* {OLD} in homes on 31 March 2015\n* {OTHER} with carers", ("60",)),
    (f"We had:\n* {NEW} children\n* {OLD} in homes", ("20",)),
    (f"On 31 March 2015 we had:\n* homes:\n  * {OLD} near\n* carers: {OTHER}", ()),
    (f"We had:\n* homes on 31 March 2015:\n  * {OLD} near\n* carers: {OTHER}", ("60",)),
    (f"On 31 March 2015 we had:\n\n* {OLD} in homes\n* {OTHER} with carers", ()),
    (f"From January to June 2015 these came:\n* {SPAN} children\n* some carers", ()),
    (f"These came:\n* {SPAN} children\n* some carers", ("90",)),
)


def test_a_figure_of_before_wants_its_date_in_its_sentence_the_one_before_or_a_heading():
    assert unlike(KEY, SENTENCES) == []


def test_the_line_that_opens_a_list_dates_every_item_of_it():
    told = [
        (text, [about for key, about in weighed(text) if key == KEY], list(meant))
        for text, meant in LISTS
    ]
    assert [one for one in told if one[1] != one[2]] == []


COSTS = "Table: Costs\n| Type | Cost |\n| Agency | £6.2m |\n| Homes | £20.8m |\n| Total | {} |"


def test_a_total_of_millions_may_be_a_last_place_from_its_sum_and_is_told_in_millions():
    says = "The column “Cost” adds to £27.0m (£6.2m + £20.8m), but the total is {}."
    for total, weight in (("£26.9m", Severity.ADVICE), ("£26.1m", Severity.ERROR)):
        rows = [one for one in found(COSTS.format(total)) if one.rule.key == "table-total"]
        assert [(one.fault.says, one.severity) for one in rows] == [(says.format(total), weight)]
    written_out = COSTS.replace("6.2m", "6,200,000").replace("20.8m", "20,800,000")
    rows = found(written_out.format("£26,900,000"))
    assert [x.severity for x in rows if x.rule.key == "table-total"] == [Severity.ERROR]


def test_a_column_of_amounts_over_and_under_is_added_with_their_signs():
    table = """Table: Forecast, in £000
| Service | Budget | Forecast | Over or under |
| Homes | 900 | 1,040 | 140 over |
| Staff | 700 | 640 | 60 under |
| Travel | 300 | 390 | 90 over |
| Total | 1,900 | 2,070 | {} |"""
    assert says(table.format("170 over")) == []
    added = "The column “Over or under” adds to 170 (140 − 60 + 90), but the total is 290."
    assert added in says(table.format("290 over"))
