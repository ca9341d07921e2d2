"""Tables: totals down and across, shares and their sums, as papers draw them."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cases import random_cases
from tests.checks.numbers.told import mends, says, unlike, weighed


def table(columns, *rows, caption="Audits by team"):
    """A drawn table of its headings and rows."""
    lines = "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (columns, *rows))
    return f"Table: {caption}\n{lines}"


TEAM = ("Team", "Audits")
DOWN = (
    (table(TEAM, ("North", 30), ("South", 20), ("Total", 50)), ""),
    (table(TEAM, ("North", 30), ("South", 20), ("Total", 51)), "51"),
    (table(TEAM, ("North", 30), ("South", 20), ("Grand total", 49)), "49"),
    (table(TEAM, ("North", 30), ("South", 20), ("Overall total", 50)), ""),
    (table(TEAM, ("Total", 50), ("North", 30), ("South", 20)), ""),
    (table(TEAM, ("Total", 52), ("North", 30), ("South", 20)), "52"),
    (table(TEAM, ("North", 30), ("South", 20), ("All", 53)), "53"),
    (table(TEAM, ("North", 30), ("South", 20), ("All", 50)), ""),
    (table(TEAM, ("North", "1,030"), ("South", 970), ("Total", "2,000")), ""),
    (table(TEAM, ("North", "1,030"), ("South", 970), ("Total", "1,990")), "1,990"),
    (table(TEAM, ("North", 1030), ("South", 970), ("Total", 2000)), ""),
    (table(TEAM, ("North", 1030), ("South", 970), ("Total", 1990)), "1990"),
    (table(TEAM, ("North", 1950), ("South", 970), ("East", 10), ("Total", 2930)), ""),
    (table(TEAM, ("North", 1950), ("South", 970), ("East", 10), ("Total", 2940)), "2940"),
    (table(("Team", "Since"), ("North", 1974), ("South", 2009), ("Total", 2)), ""),
    (table(("Team", "Year"), ("North", 1974), ("South", 20), ("East", 30), ("Total", 9)), ""),
    (table(TEAM, ("North", 30), ("South", "–"), ("East", 7), ("Total", 37)), ""),
    (table(TEAM, ("North", 30), ("South", "-"), ("East", 7), ("Total", 38)), "38"),
    (table(TEAM, ("North", 30), ("South", "*"), ("East", 7), ("Total", 41)), ""),
    (table(TEAM, ("North", 30), ("South", "<6"), ("East", 7), ("Total", 41)), ""),
    (table(TEAM, ("North", 30), ("of which new", 12), ("South", 20), ("Total", 50)), ""),
    (table(TEAM, ("North", 30), ("of which new", 12), ("South", 20), ("Total", 62)), "62"),
    (table(("Team", "Cost"), ("North", "£30k"), ("South", "£20k"), ("Total", "£50k")), ""),
    (table(("Team", "Average days"), ("North", 30), ("South", 20), ("Total", 25)), ""),
    (table(("Team", "Rate"), ("North", 30), ("South", 20), ("Total", 26)), ""),
    (
        table(
            TEAM, ("A", 10), ("B", 20), ("Subtotal", 30), ("C", 7), ("D", 8), ("Subtotal", 15),
            ("Total", 45),
        ),
        "",
    ),
    (
        table(
            TEAM, ("A", 10), ("B", 20), ("Subtotal", 30), ("C", 7), ("D", 8), ("Subtotal", 16),
            ("Total", 45),
        ),
        "16",
    ),
    (
        table(
            TEAM, ("North", 30), ("South", 20), ("Total", 45),
            caption="Audits by team (some count in more than one)",
        ),
        "",
    ),
)  # fmt: skip
ACROSS_HEADS = ("Team", "May", "June", "Total")
ACROSS = (
    (table(ACROSS_HEADS, ("A", 10, 20, 30), ("B", 7, 8, 15), ("C", 9, 9, 18)), ""),
    (table(ACROSS_HEADS, ("A", 10, 20, 30), ("B", 7, 8, 15), ("C", 9, 9, 19)), "19"),
    (table(ACROSS_HEADS, ("A", 10, 20, 30), ("B", 7, 8, 16), ("C", 9, 9, 18)), "16"),
)
GRADES, OF_DUE = ("Grade", "Number", "%"), ("Team", "Seen", "Due", "%")
SHARES = (
    (table(GRADES, ("Good", 36, "75%"), ("Fair", 12, "25%"), ("Total", 48, "100%")), ""),
    (table(GRADES, ("Good", 36, "75%"), ("Fair", 12, "27%"), ("Total", 48, "100%")), "27%"),
    (table(GRADES, ("Good", 36, 75), ("Fair", 12, 25), ("Total", 48, 100)), ""),
    (table(GRADES, ("Good", 36, 75), ("Fair", 12, 22), ("Total", 48, 100)), "22"),
    (table(GRADES, ("A", 16, "33%"), ("B", 16, "33%"), ("C", 16, "33%"), ("Total", 48, "")), ""),
    (table(GRADES, ("A", 16, "33.3%"), ("B", 16, "33.3%"), ("C", 16, "33.3%")), ""),
    (table(GRADES, ("A", 36, "75.0%"), ("B", 12, "24.0%"), ("Total", 48, "100%")), "24.0%"),
    (table(OF_DUE, ("A", 9, 12, "75%"), ("B", 8, 16, "50%"), ("C", 7, 10, "70%")), ""),
    (table(OF_DUE, ("A", 9, 12, "75%"), ("B", 8, 16, "58%"), ("C", 7, 10, "70%")), "58%"),
)  # fmt: skip
WHOLES = (
    (table(("Grade", "Share"), ("Good", "60%"), ("Fair", "30%"), ("Poor", "10%")), ""),
    (table(("Grade", "Share"), ("Good", "60%"), ("Fair", "33%"), ("Poor", "10%")), "10%"),
    (table(("Grade", "Share"), ("Good", "61%"), ("Fair", "30%"), ("Poor", "10%")), ""),
    (table(("Grade", "Share"), ("A", "60%"), ("B", "30%"), ("C", "7%"), ("Total", "100%")), "100%"),
    (table(("Grade", "Share"), ("A", "60%"), ("B", "30%"), ("C", "9%"), ("Total", "100%")), ""),
    (table(("Question", "Agree"), ("A", "60%"), ("B", "70%"), ("C", "80%")), ""),
    (
        table(
            ("Reason", "Share"), ("A", "60%"), ("B", "33%"), ("C", "10%"),
            caption="Reasons (several answers were allowed)",
        ),
        "",
    ),
)  # fmt: skip


def test_a_total_is_the_sum_of_the_rows_it_stands_for():
    assert unlike("table-total", DOWN) == []


def test_a_total_column_is_the_sum_of_its_row_where_most_are():
    assert unlike("table-total", ACROSS) == []


def test_a_share_of_a_table_follows_from_its_counts():
    found = [(text, about, dict(weighed(text)).get("table-percent", "")) for text, about in SHARES]
    assert [one for one in found if one[1] != one[2]] == []


def test_shares_of_one_whole_add_to_a_hundred_but_for_rounding():
    assert unlike("shares-over-whole", WHOLES) == []


def test_what_is_said_of_a_table_names_its_sum_and_its_share():
    wrong = table(TEAM, ("North", 30), ("South", 20), ("Total", 51))
    assert says(wrong) == ["The column “Audits” adds to 50 (30 + 20), and the total says 51."]
    assert mends(wrong) == [("51", "50")]
    wrong = table(GRADES, ("Good", 36, "75%"), ("Fair", 12, "27%"), ("Total", 48, "100%"))
    assert "12 of 48 is 25% (25.0%), and the table says 27%." in says(wrong)
    assert ("27%", "25%") in mends(wrong)


@random_cases(15)
@given(
    st.lists(st.integers(min_value=6, max_value=400), min_size=2, max_size=7),
    st.sampled_from(("Total", "TOTAL", "Totals", "Grand total", "Total (all teams)")),
    st.booleans(),
    st.sampled_from((-10, -1, 1, 9)),
)
def test_any_total_is_the_sum_first_or_last(rows, name, first, off):
    drawn = [(f"Team {letter}", row) for letter, row in zip("ABCDEFG", rows, strict=False)]
    for total, about in ((sum(rows), ""), (sum(rows) + off, f"{sum(rows) + off:,}")):
        whole = [(name, f"{total:,}")]
        text = table(TEAM, *(whole + drawn if first else drawn + whole))
        assert weighed(text) == ([("table-total", about)] if about else [])


@random_cases(15)
@given(
    st.lists(st.integers(min_value=20, max_value=400), min_size=3, max_size=6),
    st.data(),
)
def test_any_share_of_a_total_is_rounded_half_up(rows, data):
    whole = sum(rows)
    shares = [(200 * row + whole) // (2 * whole) for row in rows]
    place = data.draw(st.integers(min_value=0, max_value=len(rows) - 1))

    def drawn(said):
        lines = [
            (f"Grade {n}", row, f"{p}%") for n, (row, p) in enumerate(zip(rows, said, strict=True))
        ]
        return table(GRADES, *lines, ("Total", whole, "100%"))

    assert weighed(drawn(shares)) == []
    spoilt = [share + 3 * (n == place) for n, share in enumerate(shares)]
    assert ("table-percent", f"{spoilt[place]}%") in weighed(drawn(spoilt))
