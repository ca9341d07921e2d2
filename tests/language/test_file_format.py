"""The paper file: every fault named, nothing refused that can be imported, and one normal form."""

import copy
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.language import file_format
from tests.language.outlines import SHIPPED, plain_paper, shipped
from tests.sources import ROOT
from tests.sweeping import swept

PAPERS = (*("january-2016", "july-2015", "september-2017"), *(f"short-{slug}" for slug in SHIPPED))
SCHEMA = json.loads((ROOT / "docs" / "paper-format.schema.json").read_text(encoding="utf-8"))
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


def least():
    """The least that makes a paper file."""
    return {
        "format": "candour-paper/1",
        "template": "york-2016",
        "series": {"slug": "safeguarding", "title": "Safeguarding"},
        "slug": "p",
        "title": "A paper",
        "committee": {"slug": "scrutiny", "title": "Scrutiny"},
        "period": {"start": "2015-07-01", "end": "2015-12-31"},
        "blocks": [{"slug": "b", "part": "body", "kind": "paragraph"}],
    }


def found(plain):
    return [str(problem) for problem in file_format.problems(plain, shipped("york-2016"))]


def changed(path, value):
    """The least paper with one entry set; `path` is its keys and places joined by points."""
    plain = least()
    *above, last = path.split(".")
    inner = plain
    for step in above:
        inner = inner[int(step)] if step.isdigit() else inner.setdefault(step, {})
    inner[int(last) if last.isdigit() else last] = value
    return plain


@pytest.mark.parametrize("slug", PAPERS)
def test_every_shipped_paper_is_right_by_program_and_schema_and_in_its_normal_form(slug):
    plain = plain_paper(slug)
    assert file_format.problems(plain, shipped(plain["template"])) == []
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(plain, SCHEMA)
    assert json.dumps(file_format.normalise(plain)) == json.dumps(plain)


def test_the_least_paper_is_filled_with_what_was_left_out():
    assert found(least()) == []
    normal = file_format.normalise(least())
    empty = {"parent": "", "heading": "", "text": "", "data": {}}
    assert normal["blocks"] == [{**least()["blocks"][0], **empty}]
    assert (normal["meeting"], normal["paper_date"], normal["dates"]) == (None, None, {})
    assert file_format.normalise(normal) == normal


def test_text_is_tidied_and_figures_are_left_out():
    plain = changed("blocks.0.text", "\u2022\tone\r\n\u2022\ttwo")
    plain["figures"] = [{"token": "[[dbs.overdue]]", "value": 30}]
    assert found(plain) == []
    normal = file_format.normalise(plain)
    assert normal["blocks"][0]["text"] == "* one\n* two"
    assert "figures" not in normal


def test_a_file_may_say_whose_it_is():
    assert file_format.normalise(changed("council", "eborford"))["council"] == "eborford"
    assert "council" not in file_format.normalise(changed("council", ""))


def test_dates_parts_and_abbreviations_have_one_order():
    plain = least()
    day = {"start": "2015-01-01", "end": "2015-01-01"}
    plain["dates"] = {"b": day, "a": day}
    plain["parts"] = {"wards": {"text": "All"}, "contacts": {}}
    plain["abbreviations"] = [{"short": "SCR", "long": "x"}, {"short": "dbs", "long": "y"}]
    plain["meeting"] = {"date": "2016-01-26"}
    normal = file_format.normalise(plain)
    assert found(plain) == []
    assert list(normal["dates"]) == ["a", "b"]
    assert list(normal["parts"]) == ["contacts", "wards"]
    assert [row["short"] for row in normal["abbreviations"]] == ["dbs", "SCR"]
    assert normal["meeting"] == {"date": "2016-01-26", "title": ""}


@swept(
    [
        ("format", "candour-paper/9", "The format is “candour-paper/9”"),
        ("colour", "red", "“colour” is no entry here"),
        ("slug", "No Slug", "slug: “No Slug” is no slug"),
        ("slug", "x" * 61, "is no slug"),
        ("title", " ", "title: A title of 1 to 200 letters"),
        ("title", None, "title: A title of 1 to 200 letters"),
        ("series", [], "series: An object in braces is wanted here."),
        ("series.slug", 4, "series, slug: “4” is no slug"),
        ("committee", {"slug": "s"}, "committee: “title” is missing."),
        ("meeting", {"date": "soon"}, "meeting, date: “soon” is not a date"),
        ("paper_date", "2016-02-30", "paper_date: “2016-02-30” is not a date"),
        ("paper_date", 20160118, "paper_date: “20160118” is not a date"),
        ("paper_date", "20160118", "paper_date: “20160118” is not a date"),
        ("period.end", "2015-06-30", "period: The end lies before the start."),
        ("period.end", "0216-11-14", "period: The end lies before the start."),
        ("dates", [], "dates: An object in braces is wanted here."),
        ("dates.Now", {}, "dates: “Now” is no name"),
        ("dates.now", {"start": "2015-01-01"}, "dates, now: “end” is missing."),
        ("parts.wards", "All", "parts, wards: An object in braces is wanted here."),
        ("parts.wards", {"text": 5}, "parts, wards, text: Words in quotation marks"),
        ("parts.contacts", {"author": "A B"}, "parts, contacts, author: “A B” is no slug"),
        ("council", 4, "council: “4” is no slug"),
        ("parts.poem", {}, "parts, poem: The template “york-2016” has no part “poem”."),
        ("abbreviations", {}, "abbreviations: A list in square brackets is wanted here."),
        ("abbreviations", [{"short": "A"}], "abbreviations 1: “long” is missing."),
        ("blocks", "none", "blocks: A list in square brackets is wanted here."),
        ("blocks.0", "text", "blocks 1: An object in braces is wanted here."),
        ("blocks.0.kind", "poem", "blocks 1 (“b”), kind: “poem” is no kind of block"),
        ("blocks.0.kind", ["poem"], "is no kind of block"),
        ("blocks.0.parent", "A B", "blocks 1 (“b”), parent: “A B” is no slug"),
        ("blocks.0.text", 5, "blocks 1 (“b”), text: Words in quotation marks"),
        ("blocks.0.data", [], "blocks 1 (“b”), data: An object in braces"),
        ("blocks.0.data", {"reason": "[[para:x]]"}, "paragraph “b”: A link here cites “x”"),
        ("blocks.0.part", "poem", "paragraph “b”: The template “york-2016” has no part “poem”."),
        ("figures", {}, "figures: A list in square brackets is wanted here."),
    ]
)
def test_each_fault_has_its_sentence_and_place(path, value, sentence):
    assert any(sentence in one for one in found(changed(path, value)))


@pytest.mark.parametrize(
    "entry", ["template", "series", "slug", "title", "committee", "period", "blocks"]
)
def test_an_entry_that_must_be_there_is_missed(entry):
    plain = least()
    del plain[entry]
    assert found(plain) == [f"“{entry}” is missing."]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain, SCHEMA)


def test_every_fault_of_shape_is_named_at_once():
    plain = changed("slug", "No Slug")
    plain["title"] = ""
    assert len(found(plain)) == 2


@pytest.mark.parametrize("plain", [None, [], "paper", 4])
def test_what_is_no_object_is_no_paper(plain):
    assert found(plain) == ["A report file is one object in braces."]


def test_an_abbreviation_is_listed_once():
    row = {"short": "DBS", "long": "x"}
    assert found(changed("abbreviations", [row, row])) == [
        "abbreviations: “DBS” is listed 2 times."
    ]


def test_a_named_date_must_be_set():
    plain = changed("blocks.0.text", "[[dbs.overdue @position]]")
    assert "which this report has not set" in found(plain)[0]
    plain["dates"] = {"position": {"start": "2015-12-01", "end": "2015-12-01"}}
    assert found(plain) == []


def test_the_ends_of_months_follow_the_position_and_nothing_else():
    plain = changed("blocks.0.text", "[[looked_after.children @month_end_13]]")
    assert "which this report has not set" in found(plain)[0]
    plain["dates"] = {"position": {"start": "2015-12-01", "end": "2015-12-01"}}
    assert found(plain) == []
    plain["blocks"][0]["text"] = "[[looked_after.children @month_end_0]]"
    assert "which this report has not set" in found(plain)[0]


def test_checking_and_normalising_change_nothing_of_what_they_are_given():
    plain = plain_paper("january-2016")
    before = copy.deepcopy(plain)
    file_format.problems(plain, shipped("york-2016"))
    file_format.normalise(plain)
    assert plain == before


@given(ANY_JSON)
def test_any_json_is_looked_at_without_an_error(plain):
    assert file_format.problems(plain)


@given(
    st.sampled_from(
        [*least(), "meeting", "paper_date", "dates", "parts", "abbreviations", "figures"]
        + [f"blocks.0.{name}" for name in ("slug", "part", "kind", "parent", "text", "data")]
        + ["period.start", "series.slug", "dates.now", "parts.wards", "blocks.0.data.cells"]
    ),
    ANY_JSON,
)
def test_any_value_in_any_entry_is_either_named_or_normalised(path, value):
    plain = changed(path, value)
    if not file_format.problems(plain, shipped("york-2016")):
        normal = file_format.normalise(plain)
        assert file_format.normalise(normal) == normal
        assert file_format.problems(normal, shipped("york-2016")) == []
        jsonschema.validate(normal, SCHEMA)


def test_version_one_is_read_with_empty_labels_and_written_as_version_two():
    plain = changed("dates.position", {"start": "2015-12-01", "end": "2015-12-01"})
    assert found(plain) == []
    normal = file_format.normalise(plain)
    assert normal["format"] == "candour-paper/2"
    assert normal["dates"]["position"]["label"] == ""
    for label in ("[[date:x]]", "x" * 81, 4):
        plain["dates"]["position"]["label"] = label
        assert any("plain words" in one for one in found(plain))
    assert (
        "candour-paper/1 and candour-paper/2" in found({**least(), "format": "candour-paper/3"})[0]
    )
