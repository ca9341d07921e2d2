"""Sums, differences and shares: reckoned a second time here, protected, refused where unlike."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.comparison import OTHER_DEFINITION, why_not_comparable
from assurance.figures.figure import Mark, Unit, Value
from assurance.governance.models.measures import Measure
from assurance.runtime.periods import When
from reports.documents.document import HIDDEN, from_json, text_of, to_json
from reports.documents.figure_pairs import defined_otherwise
from reports.language import block_data
from reports.language.tokens import DerivedNumber, FaultyToken, read_token
from reports.papers.assembly.arithmetic import NotDerived, Readings, derive
from reports.papers.assembly.figure_text import derived_text
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from reports.papers.wording.number_words import UnsuitableForm
from reports.quotable.insertion.unions import union_of
from tests import cast
from tests.make import looked_after, matters
from tests.make.drafts import EARLIER, POSITION, written

KEY, WHOLE = "looked_after.placement", "looked_after.children"
A, B = f"{KEY}:agency_foster", f"{KEY}:own_provision"
SUM = f"[[sum {A} + {B}%s]]"
LIST = "(stated %s: the card file, 3 May 2015)"
DAY, BEFORE = When.at(date(2015, 12, 1)), When.at(date(2015, 1, 1))


def value(quote, count, when=DAY, cohort=""):
    return Value(quote.key, quote.member, when, count, unit=Unit.CHILDREN, cohort=cohort)


def derived(raw, counts, **said):
    """The derived number of `raw`, its figures having `counts` in order, a whole of their sum."""
    left = iter(counts)
    token = read_token(raw)
    assert isinstance(token, DerivedNumber), token
    whole = Value(WHOLE, "", DAY, sum(counts) + 100, unit=Unit.CHILDREN)
    readings = Readings(lambda quote: value(quote, next(left), **said), lambda _quote: whole)
    return derive(token, readings)


@given(st.lists(st.integers(0, 5000), min_size=2, max_size=6))
def test_a_sum_is_what_its_parts_come_to_and_its_share_that_of_the_whole(counts):
    members = " + ".join(f"{KEY}:m{place}" for place, _count in enumerate(counts))
    result = derived(f"[[sum {members} @position]]", counts)
    total, whole = sum(counts), sum(counts) + 100
    assert (result.value.count, result.value.base) == (total, whole)
    assert derived_text(result, "number") == f"{total:,}"
    share = derived_text(result, "percent")
    places = 1 if "." in share else 0
    assert abs(Fraction(share[:-1]) - Fraction(100 * total, whole)) <= Fraction(1, 2 * 10**places)
    assert derived_text(result, "percent base") == f"{total:,} of {whole:,} ({share})"


@given(st.integers(0, 900), st.integers(0, 900))
def test_a_difference_is_never_below_nought_and_a_share_never_of_nought_nor_over_one(one, other):
    less, share = f"[[difference {WHOLE} - {A} | percent]]", f"[[share {A} of {WHOLE}]]"
    if one < other:
        with pytest.raises(NotDerived, match="Swap the two"):
            derived(less, (one, other))
    else:
        assert derived(less, (one, other)).value.count == one - other
    if other == 0 or one > other:
        with pytest.raises(NotDerived, match=r"is 0: no share of it can be|is more than its whole"):
            derived(share, (one, other))
    else:
        text = derived_text(derived(share, (one, other)), "percent")
        assert text == f"{one} of {other}" if other < 20 else text.endswith("%")


@given(st.integers(20, 900), st.integers(0, 900))
def test_a_change_in_per_cent_is_of_the_number_that_it_is_from(base, more):
    token = read_token(f"[[difference {WHOLE} @position - {WHOLE} @comparison | percent]]")
    for days, before in (((DAY, BEFORE), base), ((BEFORE, DAY), base + more)):
        left = iter(zip((base + more, base), days, strict=True))
        readings = Readings(lambda quote, left=left: value(quote, *next(left)), lambda _q: None)
        result = derive(token, readings)
        text = derived_text(result, "percent")
        exact = Fraction(100 * more, before)
        assert abs(Fraction(text[:-1]) - exact) <= Fraction(1, 2 if "." not in text else 20)


def test_a_percentage_of_a_few_people_and_a_typed_number_that_is_none_are_refused():
    raw = f"[[difference {WHOLE} - {A} | percent]]"
    with pytest.raises(UnsuitableForm, match="write the two numbers"):
        derived_text(derived(raw, (19, 12)), "percent")
    with pytest.raises(NotDerived, match="not a whole number"):
        derived(f"[[sum {A} + {LIST % 'about a few'}]]", (1,))
    result = derived(f"[[share {LIST % 2} of {LIST % 139}]]", ())
    assert derived_text(result, "percent") == "1%"
    assert result.value.source == "typed: the card file, 3 May 2015"


@pytest.mark.parametrize(
    "raw",
    [
        *(f"[[sum {A}]]", f"[[sum {A} + {B} | percent of]]", f"[[sum {A} | {B} + {A}]]"),
        *(f"[[sum {A} + (stated 3)]]", f"[[sum (sum {A} + {B}) + {A}]]", "[[sum ((((]]"),
        *(f"[[difference {A} - {B} - {A}]]", f"[[share {A} of {B} | number]]", f"[[share {A}]]"),
        *(f"[[share {A} of (para:b)]]", f"[[difference {A} @2015-02-30 - {B}]]"),
    ],
)
def test_what_is_no_sum_has_the_sentence_that_says_how_one_is_written(raw):
    token = read_token(raw)
    assert isinstance(token, FaultyToken)
    assert "cannot be read: write it as [[" in token.sentence


def with_text(clerk, *lines, parts):
    looked_after.census(council=clerk.council, date=POSITION.end, total=188, parts=parts)
    block = BlockText("d", "body", "paragraph", "work", "", "\n\n".join(lines), {})
    made = assemble(read(written(clerk, with_records=False)).with_block(block))
    return made, [text.runs for text in made.document.sections[1].blocks[-1].content]


def census(agency=27, own=19):
    names = ("agency_foster", "own_provision", "not_broken_down")
    return {"placement": dict(zip(names, (agency, own, 188 - agency - own), strict=True))}


@pytest.mark.django_db
def test_each_derived_number_is_a_figure_of_the_paper_that_names_what_it_is_made_of():
    lines = [
        *(SUM % "", SUM % " @position | words", SUM % " | percent base"),
        *(f"[[share {A} of {WHOLE} | percent]]", f"[[difference {WHOLE} - {A}]]"),
        *(f"[[share (sum {A} + {LIST % 5}) of {WHOLE} | percent base]]",),
        *(f"[[sum {LIST % 5} + {LIST % 7}]]",),
    ]
    made, runs = with_text(cast.clerk(), *lines, parts=census())
    assert not [one.sentence for one in made.problems if one.place == "para-4"]
    assert [text_of(line) for line in runs] == [
        *("46", "Forty-six", "46 of 188 (24%)", "14%", "161", "32 of 188 (17%)", "12"),
    ]
    entries = {str(entry.number): entry for entry in made.document.figures}
    for line in runs:
        entry = entries[line[0].to]
        # What a stranger can reckon from the list of figures alone.
        parts = [entries[str(number)].count for number in entry.made_of]
        typed = [5] if "5 (typed" in entry.rule else []
        typed += [7] if "7 (typed" in entry.rule else []
        assert all(f"{number:,}" in entry.rule for number in (*parts, *typed))
        assert all(f"figure {number}" in entry.rule for number in entry.made_of)
        assert ("typed: the card file, 3 May 2015" in entry.source) == bool(typed)
        assert (entry.when == "1 December 2015") == bool(parts)
    sums = entries[runs[0][0].to]
    assert runs[2][0].to == runs[0][0].to and sums.base == "188"
    assert sums.title.startswith("Children looked after by placement: ")
    assert from_json(to_json(sums)) == sums
    assert {item.exact.identity for item in made.traced} >= {
        (KEY, "agency_foster", POSITION.start, POSITION.end, "Children looked after")
    }
    assert all(len(entry.member) <= 60 for entry in entries.values())


@pytest.mark.django_db
def test_a_derived_number_is_hidden_where_one_that_it_rests_on_is():
    made, runs = with_text(cast.clerk(), SUM % "", SUM % " | percent", parts=census(agency=3))
    assert [line[0].kind for line in runs] == [HIDDEN, HIDDEN]
    entry = made.document.figures[int(runs[0][0].to) - 1]
    assert (entry.mark, entry.count, entry.base) == (str(Mark.WITHHELD), None, "")
    printed = text_of(made.document.sections) + "".join(one.rule for one in made.document.figures)
    assert not any(number in printed for number in ("22", "19 (", "3 ("))


@pytest.mark.django_db
def test_what_may_be_counted_twice_or_is_of_other_days_is_refused_with_its_sentence():
    sentences = {
        f"[[sum {A} + {A}]]": "is added twice",
        f"[[sum {A} + {WHOLE}]]": "may count the same twice",
        f"[[sum {A} + {KEY}:nowhere]]": "Nothing is recorded for such a part of “",
        f"[[sum {A} @comparison + {B} @position]]": "No count of looked-after",
        f"[[sum {A} + {B} @gone]]": "names a date that this report has not set",
        "[[sum looked_after.unit_cost:a + looked_after.unit_cost:b]]": "is recorded for",
        f"[[sum no.figure:a + {A}]]": "names no figure",
        f"[[difference {A} - {WHOLE}]]": "the first is smaller",
        f"[[share {WHOLE} of {A}]]": "is more than its whole",
    }
    made, _runs = with_text(cast.clerk(), *sentences, parts=census())
    found = [one.sentence for one in made.problems if one.place == "para-4"]
    assert len(found) == len(sentences)
    for raw, words in sentences.items():
        assert any(words in one for one in found if raw in one or "recorded" in one), (raw, found)


@pytest.mark.django_db
def test_a_sum_is_a_row_of_a_table_and_a_bar_of_a_chart_at_each_columns_day():
    clerk = cast.clerk()
    for day, own in ((POSITION, 19), (EARLIER, 33)):
        looked_after.census(council=clerk.council, date=day.end, parts=census(own=own))
    columns = [{"label": name, "when": name} for name in ("comparison", "position")]
    columns += [{"label": "Share", "when": "position", "form": "percent"}]
    rows = [{"label": "Both", "quote": f"sum {A} + {B}"}, {"label": "One", "quote": A}]
    data = {"caption": "C", "finding": "F.", "grid": {"rows": rows, "columns": columns}}
    block = BlockText("d", "body", "chart", "work", "", "", data)
    made = assemble(read(written(clerk, with_records=False)).with_block(block))
    chart = made.document.sections[1].blocks[-1]
    texts = [[text_of(cell.runs) for cell in row] for row in chart.table.rows]
    assert texts[0] == ["Both", "60", "46", "24%"]
    assert [bar.share for bar in chart.bars[:2]] == [1000, 766]
    # The same sum of two days is one figure through time, though its rule names other values.
    before, now = (one for one in made.document.figures if one.made_of)
    assert before.rule != now.rule and before.definition == now.definition
    assert why_not_comparable(before, now) == "" and defined_otherwise(before, now) == []
    assert why_not_comparable(before, replace(now, definition="0" * 16)) == OTHER_DEFINITION
    assert not list(block_data.problems("chart", data, ["comparison", "position"], ""))
    for wrong in (f"sum {A} + {B} @position", f"share {A} of {B}", f"sum {A} + {LIST % 2}"):
        rows[0]["quote"] = wrong
        assert list(block_data.problems("chart", data, ["comparison", "position"], ""))


@pytest.mark.django_db
def test_members_that_records_call_apart_add_up_and_those_that_may_overlap_are_refused():
    clerk = cast.clerk()
    one, other, third = (
        matters.measure(council=clerk.council, slug=name, title=name.title())
        for name in ("visits", "letters", "calls")
    )
    for row, number in ((one, 30), (other, 12), (third, 5)):
        matters.value(measure=row, value=number, to_date=POSITION.end)
    matters.relation(measure=matters.measure(council=clerk.council), members=[one, other])
    names = "[[sum measures.value:visits + measures.value:%s @position]]"
    made, runs = with_text(clerk, names % "letters", names % "calls", parts={})
    assert text_of(runs[0]) == "42"
    (refused,) = (item.sentence for item in made.problems if item.place == "para-4")
    assert "Visits" in refused and "Calls" in refused and "may overlap: show each one" in refused
    assert "record them as parts of a measure that do not overlap" in refused


@pytest.mark.django_db
def test_members_of_a_measure_add_with_their_whole_as_base_and_their_labels():
    clerk = cast.clerk()
    wholes = {"contacts": ("visits", "letters"), "late": ("calls", "notes")}
    numbers = {"visits": 30, "letters": 12, "contacts": 60, "calls": 5, "notes": 6, "late": 20}
    rows = {
        name: matters.measure(council=clerk.council, slug=name, title=name.title())
        for name in numbers
    }
    for name, number in numbers.items():
        day = EARLIER if name == "late" else POSITION
        matters.value(measure=rows[name], value=number, to_date=day.end)
    for whole, parts in wholes.items():
        matters.relation(measure=rows[whole], members=[rows[part] for part in parts])
    added = "[[sum measures.value:visits + measures.value:letters @position | %s]]"
    shared = "[[share (sum measures.value:visits + measures.value:letters) of measures.value:%s]]"
    other = "[[sum measures.value:calls + measures.value:notes | %s]]"
    forms = ("number", "percent", "percent base")
    # The whole of the others has no value of their day: they add up, and have no per cent.
    texts = (*(added % form for form in forms), shared % "contacts", other % "number")
    made, runs = with_text(clerk, *texts, other % "percent", parts={})
    assert [text_of(run) for run in runs[:5]] == ["42", "70%", "42 of 60 (70%)", "70%", "11"]
    assert text_of(runs[5]).startswith("[[sum")
    entry = next(one for one in made.document.figures if one.made_of)
    assert "Visits" in entry.title and "Letters" in entry.title and entry.base == "60"
    assert "out of 60 (Contacts" in entry.rule


@pytest.mark.django_db
def test_the_members_that_may_be_added_to_a_measure_are_offered_with_their_per_cent():
    clerk = cast.clerk()
    paper = written(clerk)
    for name in ("visits", "letters", "calls", "contacts"):
        row = matters.measure(council=clerk.council, slug=name, title=name.title())
        matters.value(measure=row, value=60 if name == "contacts" else 15, to_date=POSITION.end)
    parts = Measure.objects.filter(slug__in=("visits", "letters"))
    matters.relation(measure=Measure.objects.get(slug="contacts"), members=list(parts))
    manuscript, quote = read(paper), read_token("[[measures.value:visits]]")
    assert {one.slug for one in union_of(manuscript, quote, ()).members} == {"visits", "letters"}
    ways = union_of(manuscript, quote, ("visits", "letters")).ways
    assert [way.words for way in ways] == ["30", "Thirty", "50%", "30 of 60 (50%)"]
    assert union_of(manuscript, read_token("[[measures.value:calls]]"), ()).members == ()


def test_questions_of_one_survey_and_averages_are_never_added():
    for key, sentence in (
        ("surveys.yes", "may overlap: show each one."),
        ("looked_after.unit_cost", "do not add up to a total: show each one."),
    ):
        with pytest.raises(NotDerived, match=sentence):
            derived(f"[[sum {key}:a + {key}:b]]", (30, 20))
    assert derived("[[sum reviews.stated_points:a + reviews.stated_points:b]]", (30, 20)).value
