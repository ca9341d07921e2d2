"""What is said of a paper that was read, and what somebody says in place of what was found."""

import copy
from datetime import date

import pytest

from reports.conversion import summary
from reports.conversion.blocks.paper_file import UNKNOWN_COMMITTEE, slugged
from reports.conversion.results import ConvertedPaper, OutlineLine, TypedCitation, UnplacedText
from tests.conversion.words_of import brought
from tests.sweeping import swept


def made(*kinds, rows=(), parts=None, cited=()):
    """A paper that was read: the kinds of its blocks, and (run, label) of those with numbers."""
    blocks = [{"slug": f"b{n}", "text": "", "data": data} for n, data in enumerate(rows)]
    return ConvertedPaper(
        paper={"blocks": blocks, "parts": parts or {}},
        template={},
        head={},
        outline=tuple(OutlineLine(kind, "", "words") for kind in kinds),
        cited=tuple(TypedCitation(one, "b0") for one in cited),
    )


def numbered(*labels):
    """Rows of data with these (run, label)."""
    return [{"run": run, "typed": label} for run, label in labels]


@swept(
    [
        ((), "No block was recognised."),
        (("section",), "Recognised: 1 heading."),
        (("section",) * 2, "Recognised: 2 headings."),
        (("paragraph",), "Recognised: 1 paragraph."),
        (("list",), "Recognised: 1 text without a number."),
        (("list",) * 5, "Recognised: 5 texts without a number."),
        (("annex",), "Recognised: 1 annex."),
        (("annex",) * 6, "Recognised: 6 annexes."),
        (("table", "section", "table"), "Recognised: 1 heading, 2 tables."),
        (
            ("recommendation", "paragraph", "section"),
            "Recognised: 1 heading, 1 paragraph, 1 recommendation.",
        ),
    ]
)
def test_blocks_are_counted_in_words(kinds, line):
    assert summary.sentences(made(*kinds)) == [line]


@pytest.mark.parametrize(
    ("labels", "said", "line"),
    [
        ([], [], None),
        ([(1, "1.")], ["1"], "Numbered 1."),
        ([(1, "1."), (1, "2.")], ["1 to 2"], "Numbered 1 to 2."),
        ([(1, "1."), (1, "2."), (1, "49.")], ["1 to 49"], "Numbered 1 to 49."),
        (
            [(1, "1."), (1, "2."), (2, "1."), (2, "3.")],
            ["1 to 2", "1 to 3"],
            "Numbered 1 to 2; 1 to 3, in 2 runs.",
        ),
        (*([(1, "1."), (2, "1."), (1, "2.")], ["1 to 2", "1"], "Numbered 1 to 2; 1, in 2 runs."),),
        ([(3, "(7)"), (3, "(8)")], ["(7) to (8)"], "Numbered (7) to (8)."),
    ],
)
def test_runs_of_numbers_are_told_from_first_to_last(labels, said, line):
    found = made("section", rows=numbered(*labels))
    assert summary.runs(found) == said
    assert summary.sentences(found)[1:] == ([line] if line else [])


def test_numbers_of_leads_and_headings_are_of_their_run():
    parts = {"recommendations": {"run": 1, "typed": "3.", "heading_run": 2, "heading_typed": "1."}}
    found = made(rows=numbered((1, "1."), (1, "2.")), parts=parts)
    assert summary.runs(found) == ["1 to 3", "1"]
    assert summary.runs(made(parts={"wards": {"text": "All"}})) == []


@pytest.mark.parametrize(
    ("cited", "line"),
    [
        (("Annex A",), "Cites Annex A."),
        (("Annex A", "Annex A"), "Cites Annex A."),
        (("Annex B", "Annex A"), "Cites Annex B, Annex A."),
        (
            tuple(f"para {n}" for n in range(1, 13)),
            f"Cites {', '.join(f'para {n}' for n in range(1, 13))}.",
        ),
        (
            tuple(f"para {n}" for n in range(1, 14)),
            f"Cites {', '.join(f'para {n}' for n in range(1, 13))} ….",
        ),
    ],
)
def test_citations_are_told_once_each_and_at_most_twelve(cited, line):
    found = made("section", cited=cited)
    assert summary.sentences(found)[1:] == [line]
    assert summary.counts(found)["citations"] == len(cited)


@pytest.mark.parametrize(
    ("count", "line"),
    [(0, None), (1, "Lists 1 abbreviation."), (2, "Lists 2 abbreviations.")],
)
def test_abbreviations_are_counted(count, line):
    listed = [{"short": f"A{n}", "long": "word"} for n in range(count)]
    found = made("section", parts={"abbreviations": {"listed": listed}})
    assert summary.sentences(found)[1:] == ([line] if line else [])
    assert summary.counts(found)["abbreviations"] == count


def test_what_a_page_shows_is_what_was_read():
    read = brought("# Update\n\n1. See Annex A.\n\n2. See Annex A and para 1.\n\nPage 1 of 2\n")
    held = {
        "paper": read.paper,
        "template": read.template,
        "outline": [[one.kind, one.typed, one.words, one.depth] for one in read.outline],
        "missed": [[one.where, one.words, one.why] for one in read.missed],
        "derived": ["A sentence."],
        "file": "paper.txt",
    }
    shown = summary.result_context(held)
    assert shown["sentences"] == summary.sentences(read)
    assert shown["outline"] == read.outline and shown["missed"] == read.missed
    assert shown["cited"] == ["Annex A", "para 1"]
    assert (shown["derived"], shown["file"]) == (["A sentence."], "paper.txt")
    assert isinstance(shown["missed"][0], UnplacedText)


PAPER = {
    "title": "Half-yearly update",
    "slug": "june-2020",
    "series": {"slug": "half-yearly-update", "title": "Half-yearly update"},
    "committee": {"slug": "panel", "title": "Panel"},
    "meeting": {"date": "2020-06-03", "title": "Spring"},
    "paper_date": "2020-05-20",
    "period": {"start": "2019-12-03", "end": "2020-06-02"},
    "blocks": [],
}


@swept(
    [
        ({}, {}),
        ({"title": ""}, {}),
        ({"title": "Another"}, {"title": "Another"}),
        ({"series": ("one", "One")}, {"series": {"slug": "one", "title": "One"}}),
        ({"committee": ("two", "Two")}, {"committee": {"slug": "two", "title": "Two"}}),
        (
            {"meeting": date(2021, 1, 4)},
            {"meeting": {"date": "2021-01-04", "title": "Spring"}, "slug": "january-2021"},
        ),
        (
            {"period": (date(2020, 1, 1), date(2020, 6, 30))},
            {"period": {"start": "2020-01-01", "end": "2020-06-30"}},
        ),
        ({"paper_date": date(2021, 2, 1)}, {"paper_date": "2021-02-01"}),
    ]
)
def test_what_is_said_stands_in_place_of_what_was_found(said, changed):
    before = copy.deepcopy(PAPER)
    assert summary.apply_answers(PAPER, **said) == PAPER | changed
    assert before == PAPER


def test_a_meeting_where_the_file_had_none():
    bare = PAPER | {"meeting": None, "paper_date": None, "slug": "half-yearly-update"}
    given_one = summary.apply_answers(bare, meeting=date(2020, 9, 1))
    assert given_one["meeting"] == {"title": "", "date": "2020-09-01"}
    assert given_one["slug"] == "september-2020"
    assert summary.apply_answers(bare, paper_date=date(2020, 8, 1))["slug"] == "august-2020"
    assert summary.slug_of(bare) == "half-yearly-update"
    assert summary.slug_of(bare | {"title": "…"}) == "paper"


@pytest.mark.parametrize(
    ("slug", "taken", "free"),
    [
        ("june-2020", (), "june-2020"),
        ("june-2020", ("may-2020",), "june-2020"),
        ("june-2020", ("june-2020",), "june-2020-2"),
        ("june-2020", ("june-2020", "june-2020-2"), "june-2020-3"),
        ("june-2020", ("june-2020", "june-2020-3"), "june-2020-2"),
        ("x" * 60, ("x" * 60,), f"{'x' * 55}-2"),
    ],
)
def test_a_name_that_no_other_paper_has(slug, taken, free):
    assert summary.free_slug(slug, taken) == free


def test_a_committee_that_the_file_did_not_name():
    assert not summary.names_no_committee(PAPER)
    unknown = PAPER | {"committee": {"slug": "x", "title": UNKNOWN_COMMITTEE}}
    assert summary.names_no_committee(unknown)


@swept(
    [
        ("Half-Yearly Update", "half-yearly-update"),
        ("  Children’s  Services ", "children-s-services"),
        *(("2019/20: Q1", "2019-20-q1"), ("—", "paper"), ("", "paper")),
        ("x" * 61, "x" * 60),
        (f"{'x' * 59} y", "x" * 59),
        (f"{'x' * 58} y", f"{'x' * 58}-y"),
    ]
)
def test_slugs_of_words(words, slug):
    assert slugged(words, "paper") == slug
