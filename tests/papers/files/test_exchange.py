"""A paper goes to its file and back: whole in its own council, stated numbers in another."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings.models.bodies import Body
from assurance.records.refusals import Refused
from reports.conversion.operations.paper_import import import_paper
from reports.conversion.storable_text import why_not_kept
from reports.editions import paper_file
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block, NamedDate
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Abbreviation, Series
from tests import cast
from tests.cases import written_cases
from tests.make import papers as make
from tests.make.drafts import ON, written
from tests.papers import paper_files

pytestmark = pytest.mark.django_db
NAMES = sorted(path.stem for path in (paper_files.FIXTURES / "papers").glob("*.json"))
CONTROL = "\x00"


def taken_in(plain, council=None, by=None):
    """The draft that the file makes."""
    by = by or cast.clerk(council)
    make.report_template(plain["template"], council=by.council)
    return import_paper(council=by.council, plain=plain, by=by, on=ON)


def small():
    """A small paper file that can be imported."""
    return paper_files.read("short-york-2016")


def changed(*path, to):
    """The small file with the entry at `path` changed; the last step names it."""
    plain = copy.deepcopy(small())
    row = plain
    for step in path[:-1]:
        row = row[step]
    row[path[-1]] = to
    return plain


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_imported_comes_out_as_it_went_in(name):
    plain = paper_files.read(name)
    paper = taken_in(plain)
    once = paper_file.exported(paper)
    for entry in ("council", "figures"):
        plain.pop(entry, None)
    assert {name: once[name] for name in plain} == plain
    again = paper_file.exported(taken_in({**json.loads(json.dumps(once)), "slug": "again"}))
    assert {**again, "slug": plain["slug"]} == once


def test_an_export_tells_what_each_figure_says_with_its_base_and_definition():
    plain = paper_file.exported(written(cast.clerk()))
    rows = {row["token"]: row for row in plain["figures"]}
    row = rows["[[looked_after.children]]"]
    assert (row["value"], row["key"]) == ("188", "looked_after.children")
    assert row["when"] == {"start": "2015-12-01", "end": "2015-12-01"}
    assert row["definition"]["counts"].startswith("children looked after")
    assert rows["[[compare looked_after.children @comparison @position]]"]["value"] == (
        "fell from 210 to 188"
    )


def exported_with_grid():
    """An exported paper with a table and a chart of figures, as its own council writes it."""
    grid = {
        "rows": [{"label": "Children", "quote": "looked_after.children"}],
        "columns": [{"label": "Then", "when": "comparison"}, {"label": "Now"}],
        "total_row": False,
    }
    blocks = [
        {"slug": kind, "part": "body", "kind": kind, "parent": "work", "data": {"grid": grid}}
        for kind in ("table", "chart")
    ]
    blocks[1]["data"] = {"grid": grid, "caption": "Children", "finding": "Fewer children."}
    return paper_file.exported(written(cast.clerk(), *blocks))


def test_in_another_council_figures_become_stated_numbers_with_their_source():
    plain = exported_with_grid()
    there = taken_in(plain, council=cast.make_council("elsewhere"))
    texts = {block.slug: block for block in read(there).blocks}
    source = "“Assurance report” of netherby, 18 January 2016"
    assert texts["audits"].text == f"Managers audited [[stated 2: {source}]] files."
    assert f"the number [[stated fell from 210 to 188: {source}]]." in (texts["children"].text)
    for slug in ("table", "chart"):
        assert texts[slug].kind == "table"
        [row] = texts[slug].data["cells"]["rows"]
        assert row[1:] == [f"[[stated 210: {source}]]", f"[[stated 188: {source}]]"]
    # What is stated there is stated still when it goes on.
    again = paper_file.exported(there)
    assert again["figures"] == []
    assert paper_file.unlinked(again, "third")["blocks"] == again["blocks"]


@pytest.mark.parametrize(
    "figures",
    [
        [1, None, []],
        [{"token": 3, "value": "2"}],
        [{"token": "[[audits.done @year]]", "value": 2}],
        [{"token": "[[audits.done @year]]", "value": "2: [[para:x"}],
        [{"token": "[[para:audits]]", "value": "2"}],
    ],
)
def test_words_that_cannot_be_stated_leave_the_token_as_a_fault_to_mend(figures):
    plain = {**paper_file.exported(written(cast.clerk())), "figures": figures}
    there = taken_in(plain, council=cast.make_council("elsewhere"))
    assert "[[audits.done @year]]" in read(there).blocks[2].text


RUBBISH = {
    "no object": (lambda: [small()], "one object in braces"),
    "unknown template": (lambda: changed("template", to="leeds-2019"), "no report template"),
    "a child before its parent": (
        lambda: changed("blocks", to=[_paragraph(1, parent="s"), {**_paragraph(2), **SECTION}]),
        "does not come before it",
    ),
    "text beyond all measure": (
        lambda: changed("blocks", 0, "text", to="x" * 100_001),
        "100,001 letters long",
    ),
    "a sign that cannot be printed": (
        lambda: changed("blocks", 0, "text", to=f"a{CONTROL}b"),
        r"cannot be printed \(U\+0000\)",
    ),
    "half a sign": (lambda: changed("title", to="a\ud800"), r"\(U\+D800\)"),
    "a control in a name": (lambda: changed("dates", to={f"a{CONTROL}": {}}), "cannot be printed"),
    "no number": (lambda: changed("blocks", 0, "data", to={"x": float("nan")}), "is not a number"),
    "depth without end": (
        lambda: changed("blocks", 0, "data", to={"x": _nest(40)}),
        "lists within lists",
    ),
    "a long heading": (lambda: changed("blocks", 0, "heading", to="x" * 301), "300 are the most"),
    "a long name of a date": (
        lambda: changed("dates", to={"x" * 41: {"start": "2016-01-01", "end": "2016-01-01"}}),
        "40 are the most",
    ),
    "a long abbreviation": (
        lambda: changed("abbreviations", to=[{"short": "X" * 21, "long": "Long"}]),
        "20 are the most",
    ),
    "a long title of a meeting": (
        lambda: changed("meeting", to={"date": "2016-01-18", "title": "x" * 161}),
        "160 are the most",
    ),
    "blocks without number": (
        lambda: changed("blocks", to=[_paragraph(n) for n in range(2_001)]),
        "2,000 are the most",
    ),
}


SECTION = {"slug": "s", "kind": "section", "heading": "S"}


def _nest(depth):
    return [_nest(depth - 1)] if depth else []


def _paragraph(number, **said):
    return {"slug": f"p{number}", "part": "body", "kind": "paragraph", "text": "W.", **said}


def nothing_is_left():
    """Whether nothing at all was saved."""
    models = (Paper, Block, NamedDate, Body, Series, Abbreviation)
    return not any(model.objects.exists() for model in models)


@pytest.mark.parametrize("name", RUBBISH)
def test_rubbish_is_refused_with_one_sentence_and_leaves_nothing(name):
    make_it, sentence = RUBBISH[name]
    clerk = cast.clerk()
    make.report_template("york-2016", council=clerk.council)
    with pytest.raises(Refused, match=sentence) as refused:
        import_paper(council=clerk.council, plain=make_it(), by=clerk, on=ON)
    assert refused.value.sentence.endswith(".")
    assert nothing_is_left()


def test_a_taken_address_is_refused():
    taken_in(small())
    with pytest.raises(Refused, match="change the slug"):
        taken_in(small())


def test_a_template_that_cannot_be_read_is_refused():
    clerk = cast.clerk()
    make.report_template("york-2016", council=clerk.council, spec={"parts": []})
    with pytest.raises(Refused, match=r"cannot be read: A template needs a list of parts\."):
        import_paper(council=clerk.council, plain=small(), by=clerk, on=ON)


def test_a_paper_without_meeting_or_dates_or_blocks_is_imported_and_can_be_read():
    plain = {**small(), "meeting": None, "paper_date": None, "dates": {}, "blocks": []}
    plain["abbreviations"] = [{"short": "DBS", "long": "Disclosure and Barring Service"}]
    paper = taken_in(plain)
    assert (paper.meeting, paper.paper_date) == (None, None)
    out = paper_file.exported(paper)
    assert (out["meeting"], out["blocks"], out["abbreviations"]) == (None, [], [])
    assert Abbreviation.objects.get().long == "Disclosure and Barring Service"


def test_what_a_council_knows_already_is_not_learnt_again():
    plain = small()
    plain["abbreviations"] = [{"short": "DBS", "long": "Other words"}]
    make.series("proofs", council=cast.make_council())
    Abbreviation.objects.create(council=cast.make_council(), short="DBS", long="Known")
    taken_in(plain)
    assert Abbreviation.objects.get().long == "Known"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
        max_leaves=8,
    )
)
@written_cases()
def test_any_json_is_kept_or_refused_and_never_a_failure(plain):
    clerk_sentence = why_not_kept(plain)
    assert isinstance(clerk_sentence, str)
    with pytest.raises(Refused):
        import_paper(council=None, plain=plain, by=None, on=ON)
