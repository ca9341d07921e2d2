"""Measures that are parts of one another: what is refused, and what readers cannot work out."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from assurance.figures.disclosure import PublishedCount
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.governance.models.relations import MeasureRelation
from assurance.governance.quotable import RECORDS
from assurance.records import operations
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make import matters

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 15)
COUNTS = {"all": 204, "a": 72, "b": 30, "c": 69, "d": 1, "e": 0, "f": 32}


def measures(counts=COUNTS, **said):
    """Slug → a measure of people with its value."""
    rows = {slug: matters.measure(slug=slug, title=slug, of_people=True, **said) for slug in counts}
    for slug, count in counts.items():
        matters.value(measure=rows[slug], to_date=DAY, value=count)
    return rows


def shown(day=DAY, slugs=COUNTS):
    """Slug → what the public gets of it."""
    asked = [FigureQuery("measures.people", "", When.at(day))]
    public = measure(make_council(), asked, FIGURES).shown
    return {value.member: value.count for value in public.values() if value.member in slugs}


def relate(whole, members, **said):
    """A relation recorded as the form does it."""
    said = {
        "kind": "sum",
        "exhaustive": True,
        "from_date": date(2010, 1, 1),
        "to_date": None,
    } | said
    by = {"council": whole.council, "by": officer(), "on": DAY}
    return operations.create(
        model=MeasureRelation, measure=whole, members=list(members), **by, **said
    )


def test_a_hidden_part_of_measures_is_no_remainder_of_the_others():
    rows = measures()
    assert shown() == {**COUNTS, "d": None}
    relate(rows["all"], [rows[slug] for slug in "abcdef"], to_date=DAY)
    assert shown() == {**dict.fromkeys("abcdef"), "all": 204}
    for slug in rows:
        value = rows[slug].values.get()
        words = RECORDS["measure_value"].fields["value"](value)
        assert words == (value.words if slug == "all" else None)
    # Asked on a later day, it is still the values of that day which are printed.
    assert shown(DAY + timedelta(1)) == shown()


def test_what_the_parts_do_not_add_up_to_is_protected_as_well():
    rows = measures({"all": 50, "a": 20, "b": 28})
    relate(rows["all"], [rows["a"], rows["b"]], exhaustive=False)
    assert shown(slugs=rows) == {"all": 50, "a": None, "b": None}


def test_sums_that_share_parts_give_no_part_away_together():
    rows = measures({"all": 61, "a": 12, "b": 13, "c": 14, "d": 20, "e": 2, "ab": 25, "cd": 34})
    relate(rows["all"], [rows[slug] for slug in "abcde"])
    relate(rows["ab"], [rows["a"], rows["b"]])
    relate(rows["cd"], [rows["c"], rows["d"]])
    assert set(shown(slugs=rows).values()) == {None}
    other = measures({"whole": 37, "x": 12, "y": 13, "z": 12, "xy": 25})
    relate(other["whole"], [other[slug] for slug in "xyz"])
    relate(other["xy"], [other["x"], other["y"]])
    assert None not in shown(slugs=other).values()


def test_a_measure_of_another_name_is_taken_for_the_hidden_one_whose_count_it_has():
    """Boys and girls are parts of the children; the 185 that are female are no measure's part."""
    counts = {"children": 188, "boys": 3, "girls": 185, "female": 185, "visited": 150}
    rows = measures(counts)
    assert shown(slugs=rows) == {**counts, "boys": None}
    relate(rows["children"], [rows["boys"], rows["girls"]])
    hidden = dict.fromkeys(("boys", "girls", "female"))
    assert shown(slugs=rows) == {**counts, **hidden}
    assert RECORDS["measure_value"].fields["value"](rows["female"].values.get()) is None
    rows["female"].values.update(value=184)
    assert shown(slugs=rows) == {**counts, "boys": None, "girls": None, "female": 184}
    rows["female"].values.update(value=185, to_date=DAY - timedelta(1))
    assert shown(slugs=rows)["female"] == 185


def test_what_an_edition_printed_under_another_name_is_known():
    counts = {"children": 188, "boys": 3, "girls": 185}
    rows = measures(counts)
    relate(rows["children"], [rows["boys"], rows["girls"]])
    asked = [FigureQuery("measures.people", "", When.at(DAY))]
    before = [PublishedCount(("typed", "Female", DAY, DAY, ""), 185)]
    public = measure(make_council(), asked, FIGURES, earlier=before).shown
    assert {value.count for value in public.values()} == {None}
    before = [PublishedCount(("typed", "Female", DAY, DAY, ""), 184)]
    public = measure(make_council(), asked, FIGURES, earlier=before).shown
    assert {value.count for value in public.values()} == {None, 188}


@pytest.mark.parametrize("kind", ["part", "base"])
def test_a_share_of_a_measure_is_hidden_where_the_rest_is_small(kind):
    rows = measures({"all": 50, "a": 47, "b": 30})
    relate(rows["all"], [rows["a"], rows["b"]], kind=kind, exhaustive=False)
    assert shown(slugs=rows) == {"all": 50, "a": None, "b": 30}


@pytest.mark.parametrize(
    ("counts", "kind", "out"),
    [
        ({"all": "30.5", "a": "20.5", "b": "8", "c": "2"}, "sum", {"all", "a", "c"}),
        ({"all": "30", "a": "27.5"}, "part", {"a"}),
        ({"all": "40.5", "a": "20.5", "b": "20"}, "sum", set()),
    ],
)
def test_decimals_give_no_small_part_away(counts, kind, out):
    rows = measures(dict.fromkeys(counts, 0))
    for slug, row in rows.items():
        row.values.update(value=counts[slug])
    everything = [
        FigureQuery(f"measures.{name}", "", When.at(DAY)) for name in ("people", "decimal")
    ]

    def printed():
        public = measure(make_council(), everything, FIGURES).shown.values()
        return {value.member for value in public if value.count is not None}

    assert printed() == {slug for slug in rows if counts[slug] != "2"}
    relate(
        rows["all"],
        [rows[slug] for slug in rows if slug != "all"],
        kind=kind,
        exhaustive=kind == "sum",
    )
    assert printed().isdisjoint(out)
    assert out or printed() == set(rows)
    read = RECORDS["measure_value"].fields["value"]
    assert {slug for slug, row in rows.items() if not read(row.values.get())} >= out


@pytest.mark.parametrize(
    ("unit", "title", "share", "base", "is_shown"),
    [
        ("percent", "Seen", "95", 40, False),
        ("percent", "Seen", "10", 40, False),
        ("percent", "Seen", "50", 40, True),
        ("percent", "Seen", "100", 40, True),
        ("percent", "Seen", "97.5", 40, False),
        ("percent", "Seen", "98.5", 1000, True),
        ("percent", "Seen", "99.7", 1000, False),
        ("number", "Rate per 10,000", "7.7", 5200, False),
        ("number", "Rate per 10,000", "57.7", 5200, True),
        ("number", "Rate per 1,000", "5.6", 900, False),
        ("number", "Mean", "7.7", 5200, True),
    ],
)
def test_a_share_or_rate_that_pins_a_few_of_its_base_is_not_printed(
    unit, title, share, base, is_shown
):
    """95% of 40 are 38 and leave 2; 7.7 per 10,000 of 5,200 are 4."""
    rows = measures({"all": base})
    rate = matters.measure(slug="rate", title=title, unit=unit, of_people=True)
    value = matters.value(measure=rate, to_date=DAY, value=Decimal(share))
    names = "people", "decimal", "per_cent"
    asked = [FigureQuery(f"measures.{name}", "", When.at(DAY)) for name in names]

    def members():
        public = measure(make_council(), asked, FIGURES).shown.values()
        return {item.member for item in public if item.count is not None}

    read = RECORDS["measure_value"].fields["value"]
    assert members() == {"all", "rate"} and read(value)
    relate(rows["all"], [rate], kind="base", exhaustive=False)
    assert members() == ({"all", "rate"} if is_shown else {"all"})
    assert bool(read(value)) == is_shown


def test_measures_of_periods_within_one_another_give_no_month_between_them_away():
    """23 from April to August less 14 to June and 6 in August would be the 3 of July."""
    rows = {
        slug: matters.measure(slug=slug, title=slug, of_people=True) for slug in ("since", "month")
    }
    begun, days = date(2015, 4, 1), (date(2015, 6, 30), date(2015, 8, 31))
    for day, count in zip(days, (14, 23), strict=True):
        matters.value(measure=rows["since"], from_date=begun, to_date=day, value=count)
    august = {"from_date": date(2015, 8, 1), "to_date": days[1]}
    matters.value(measure=rows["month"], **august, value=6)
    asked = [FigureQuery("measures.people", "", When.at(day)) for day in days]

    def counts():
        public = measure(make_council(), asked, FIGURES).shown.values()
        return sorted(str(value.count) for value in public if value.key == asked[0].key)

    assert counts() == ["14", "23", "6"]
    relate(rows["since"], [rows["month"]], kind="part", exhaustive=False)
    assert counts().count("None") == 1
    read = RECORDS["measure_value"].fields["value"]
    told = [read(value) for row in rows.values() for value in row.values.all()]
    assert sorted(map(str, told)) == counts()


@pytest.mark.long
def test_no_reader_subtracts_a_small_part_of_parts():
    """Every value of parts within parts: each hidden small one keeps three values or more."""
    rows = measures({"all": 0, "half": 0, "rest": 0, "a": 0, "b": 0})
    relate(rows["all"], [rows["half"], rows["rest"]])
    relate(rows["half"], [rows["a"], rows["b"]])
    values = {slug: row.values.get() for slug, row in rows.items()}
    for a, b, rest in product((0, 1, 5, 6, 9), (2, 7), (3, 8)):
        counts = {"a": a, "b": b, "rest": rest, "half": a + b, "all": a + b + rest}
        for slug, value in values.items():
            value.value = counts[slug]
            value.save()
        public = shown(slugs=rows)
        assert all(count in (None, counts[slug]) for slug, count in public.items())
        for slug in ("a", "b", "rest"):
            worlds = _worlds(public, slug) if 1 <= counts[slug] <= 5 else range(3)
            assert len(worlds) > 2, (counts, public)


def _worlds(public, slug):
    most = range((public["all"] or 20) + 1)
    return {
        {"a": a, "b": b, "rest": rest}[slug]
        for a, b, rest in product(most, repeat=3)
        if all(
            public[name] in (None, count)
            for name, count in (("a", a), ("b", b), ("rest", rest), ("half", a + b),
                                ("all", a + b + rest))
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"members": ["all"]}, "“all” cannot be part of itself"),
        ({"members": []}, "Choose at least one measure"),
        ({"members": ["a"], "exhaustive": True, "kind": "base"}, "choose “No”"),
        ({"members": ["a"], "to_date": date(2009, 1, 1)}, "cannot end"),
    ],
)
def test_a_relation_that_cannot_be_is_refused_with_a_sentence(said, sentence):
    rows = measures({"all": 50, "a": 20})
    with pytest.raises(Refused, match=sentence):
        relate(rows["all"], [rows[slug] for slug in said.pop("members")], **said)


def test_a_measure_is_not_part_of_itself_by_way_of_others_nor_of_another_kind():
    rows = measures({"all": 50, "a": 20, "b": 10})
    relate(rows["all"], [rows["a"]])
    relate(rows["a"], [rows["b"]])
    with pytest.raises(Refused, match="would be part of itself"):
        relate(rows["b"], [rows["all"]])
    things = matters.measure(slug="posts", of_people=False)
    with pytest.raises(Refused, match="must count people, or none"):
        relate(rows["all"], [things])
    with pytest.raises(Refused, match="must have the unit"):
        relate(rows["all"], [matters.measure(slug="days", unit="days", of_people=True)])


def test_officers_record_a_relation_on_the_measure_s_page(client):
    rows = measures({"all": 50, "a": 20})
    client.force_login(officer())
    address = f"/matters/measures/{rows['all'].pk}/"
    assert "Add a relation" in client.get(address).content.decode()
    fields = {"members": [rows["a"].pk], "kind": "sum", "exhaustive": "False"}
    fields |= {"from_date_day": "1", "from_date_month": "1", "from_date_year": "2010"}
    page = client.post(f"{address}relations/add/", fields, follow=True).content.decode()
    assert "They are parts of it that do not overlap" in page
    assert MeasureRelation.objects.get().member_titles == "a"
