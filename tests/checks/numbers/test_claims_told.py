"""Words for shares, bands, ranks and repeated counts, right and wrong in many shapes."""

from tests.checks.numbers.told import says, unlike, weighed

QUANTITIES = (
    ("All audits (48 of 48) were good.", ""),
    ("All audits (47 of 48) were good.", "47"),
    ("Every audit (48 of 48) was good.", ""),
    ("Every audit (40 of 48) was good.", "40"),
    ("Not all audits (40 of 48) were good.", ""),
    ("Not all audits (48 of 48) were good.", "48"),
    ("Nearly all audits (46 of 48) were good.", ""),
    ("Nearly all audits (30 of 48) were good.", "30"),
    ("None of the audits (0 of 48) was late.", ""),
    ("None of the audits (6 of 48) was late.", "6"),
    ("Most audits (25 of 48) were good.", ""),
    ("Most audits (24 of 48) were good.", "24"),
    ("The majority of audits (23 of 48) were good.", "23"),
    ("The vast majority of audits (44 of 48) were good.", ""),
    ("A minority of audits (23 of 48) were good.", ""),
    ("A minority of audits (30 of 48) were good.", "30"),
    ("Only a few audits (8 of 48) were late.", ""),
    ("Only a few audits (40 of 48) were late.", "40"),
    ("Half of the audits (24 of 48) were good.", ""),
    ("Half of the audits (30 of 48) were good.", "30"),
    ("Over half of the audits (25 of 48) were good.", ""),
    ("Over half of the audits (24 of 48) were good.", "24"),
    ("At least half of the audits (24 of 48) were good.", ""),
    ("Under half of the audits (23 of 48) were good.", ""),
    ("Under half of the audits (24 of 48) were good.", "24"),
    ("A third of audits (16 of 48) were good.", ""),
    ("A third of audits (20 of 48) were good.", "20"),
    ("Two thirds of audits (32 of 48) were good.", ""),
    ("Two thirds of audits (27 of 48) were good.", "27"),
    ("A quarter of audits (12 of 48) were good.", ""),
    ("A quarter of audits (15 of 48) were good.", "15"),
    ("About a quarter of audits (14 of 48) were good.", ""),
    ("Three quarters of audits (36 of 48) were good.", ""),
    ("Three quarters of audits (30 of 48) were good.", "30"),
    ("A fifth of audits (10 of 50) were good.", ""),
    ("Four fifths of audits (30 of 50) were good.", "30"),
    ("30 of the 48 audits, more than half, were good.", ""),
    ("20 of the 48 audits, more than half, were good.", "20"),
)
AGE = "| Age | Referrals |"
BANDS = (
    (("0 to 4", "5 to 9", "10 to 15"), ""),
    (("0 to 4", "4 to 9", "10 to 15"), "4 to 9"),
    (("0 to 4", "6 to 9", "10 to 15"), "6 to 9"),
    (("0–4", "5–9", "10–15", "16 and over"), ""),
    (("0–4", "5–9", "10–15", "15 and over"), "15 and over"),
    (("0–4", "5–9", "10–15", "17 and over"), "17 and over"),
    (("Under 5", "5-9", "10-15"), ""),
    (("Under 5", "6-9", "10-15"), "6-9"),
    (("Under 5", "4-9", "10-15"), "4-9"),
    (("0 to 4", "5 to 9", "10 to 15", "16+"), ""),
    (("0 to 4", "5 to 9", "10 to 15", "Over 15"), ""),
    (("0 to 4", "5 to 9", "10 to 15", "Over 16"), "Over 16"),
    (("0 to 4", "5 to 9", "10 to 15", "Not known"), ""),
    (("10 to 15", "5 to 9", "0 to 4"), ""),
    (("Aged 0 to 4", "Aged 5 to 9", "Aged 9 to 15"), "Aged 9 to 15"),
    (("North", "South", "East"), ""),
)
TWICE = (
    ("We read the 139 files. Later the 138 files were closed.", "138"),
    ("We read the 139 files. Later the 139 files were closed.", ""),
    ("We read the 139 files. Later the 80 files were closed.", ""),
    ("On 1 May 2015 there were 40 open plans. There were 41 open plans on 1 May 2015.", "41"),
    ("On 1 May 2015 there were 40 open plans. There were 41 open plans on 1 June 2015.", ""),
    ("We read the 139 files. Later the 138 letters were closed.", ""),
    ("We found over 120 strengths. Later the 120 strengths were told.", "120"),
)
RANKS = (
    ("The largest group is North (40), then South (30).", ""),
    ("The largest group is North (30), then South (40).", "30"),
    ("The smallest group is North (30), then South (40).", ""),
    ("The smallest group is North (40), then South (30).", "40"),
    ("The smallest group is North (30), then South (30).", ""),
    ("The largest group is North (30), then South (30).", ""),
    ("The most common reason was school (40), followed by health (30).", ""),
    ("The most common reason was school (30), followed by health (40).", "30"),
    ("The areas were:\n* North, the largest, 40\n* South, 30", ""),
    ("The areas were:\n* North, the largest, 30\n* South, 40", "30"),
    ("One of the largest groups is North (30), then South (40).", ""),
)
SCALES = (
    ("Of 200 asked, 45% agreed, 40% disagreed and 15% neither.", ""),
    ("Of 200 asked, 45% agreed, 40% disagreed and 25% neither.", "25%"),
    ("Of 200 asked, 45% said yes and 55% no.", ""),
    ("Of 200 asked, 45% said yes and 65% no.", "65%"),
    ("Of 200 asked, 34% said yes, 33% no and 34% were unsure.", ""),
    ("Of 200 pupils, 45% were boys and 60% girls.", "60%"),
    ("Of 200 pupils, 45% were tired and 60% hungry.", ""),
)


def test_a_word_for_a_share_is_what_the_numbers_beside_it_bear():
    assert unlike("quantity-denied", QUANTITIES) == []


def test_bands_in_a_table_neither_overlap_nor_leave_a_gap_in_any_way_of_writing_them():
    cases = []
    for bands, about in BANDS:
        rows = "\n".join(f"| {band} | {30 + place} |" for place, band in enumerate(bands))
        cases.append((f"Table: Referrals by age\n{AGE}\n{rows}", about))
    assert unlike("bands-listed", cases) == []


def test_one_thing_has_one_count():
    assert unlike("two-values", TWICE) == []


def test_what_is_called_the_largest_or_smallest_is_so():
    assert unlike("rank-denied", RANKS) == []


def test_shares_of_one_scale_add_to_no_more_than_a_hundred():
    assert unlike("prose-shares-over-whole", SCALES) == []


def test_what_is_said_repeats_the_claim_and_the_numbers():
    assert says("Most audits (24 of 48) were good.") == [
        "The paper says “Most”, and the number beside it is 24 of 48 (50%)."
    ]
    assert says("The largest group is North (30), then South (40).") == [
        "30 is called the largest, and 40 passes it."
    ]
    assert says(
        "Table: Referrals by age\n| Age | Referrals |\n| 0 to 4 | 30 |\n| 6 to 9 | 31 |\n"
        "| 10 to 15 | 32 |"
    ) == ["Between “0 to 4” and “6 to 9” 5 is left out."]
    assert weighed("Of 200 asked, 45% said yes and 65% no.") == [("prose-shares-over-whole", "65%")]
