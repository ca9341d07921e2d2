"""Live figures of a day before the paper's period: the date may stand near in many places."""

from tests.checks.numbers.findings import unlike, weighed

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
    (f"# Homes in 2014\n\nThere were {OLD} children in homes.", "20"),
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
