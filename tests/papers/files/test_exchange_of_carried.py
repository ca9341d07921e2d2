"""What was carried and promised goes to a paper's file and back; its answers stand in no file."""

import pytest

from assurance.records.refusals import Refused
from reports.editions import paper_file
from reports.papers.models.papers import Paper
from tests import cast
from tests.make.drafts import ON
from tests.papers.files.test_exchange import small, taken_in

pytestmark = pytest.mark.django_db


def carried_file():
    """The small file as one that was carried, some of it confirmed, with what it promises."""
    plain = small()
    first, second = plain["blocks"][:2]
    blocks = [
        {**first, "carried": {"from": "old", "confirmed": True}},
        {**second, "carried": {"from": second["slug"], "confirmed": False}},
        *plain["blocks"][2:],
    ]
    promised = [
        {"what": "Report", "due_to": "day", "due_on": "2016-03-31", "block": first["slug"]},
        {"what": "Tell", "due_to": "next", "sentence": "We will tell.", "who": "Board"},
    ]
    return {**plain, "blocks": blocks, "carried_from": "last", "commitments": promised}


@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_was_carried_and_promised_comes_along(elsewhere):
    council = cast.make_council("elsewhere") if elsewhere else None
    plain = {**carried_file(), **({"council": "eborford"} if elsewhere else {})}
    paper = taken_in(plain, council)
    once = paper_file.exported(paper)
    assert once["carried_from"] == "last" and "carried" not in once["blocks"][2]
    assert [one["carried"]["confirmed"] for one in once["blocks"][:2]] == [True, False]
    assert [one["what"] for one in once["commitments"]] == ["Report", "Tell"]
    again = paper_file.exported(taken_in({**once, "slug": "again"}, by=cast.clerk(council)))
    assert {**again, "slug": ""} == {**once, "slug": ""}
    rows = list(paper.commitments.values_list("what", "who", "state", "digest"))
    assert [row[:3] for row in rows] == [("Report", "", "open"), ("Tell", "Board", "open")]
    assert [bool(row[3]) for row in rows] == [False, True]


def test_answers_refusals_and_removed_blocks_stand_in_no_file():
    paper = taken_in(carried_file())
    paper.commitments.filter(what="Report").update(state="kept", answered_on=ON)
    paper.commitments.filter(what="Tell").update(state="refused")
    paper.blocks.filter(slug=small()["blocks"][0]["slug"]).update(removed_on=ON)
    (one,) = paper_file.exported(paper)["commitments"]
    assert (one["what"], one["block"]) == ("Report", "")
    paper.commitments.update(state="refused", answered_on=None)
    assert "commitments" not in paper_file.exported(paper)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"what": " "}, "does not say what is promised"),
        ({"what": "x", "due_to": "day"}, "Enter the day"),
        ({"what": "x", "due_to": "next", "due_on": "2016-03-31"}, "has no day"),
        ({"what": "x", "due_to": "next", "block": "gone"}, "names a block “gone”"),
        ({"what": "x", "due_to": "soon"}, "commitments 1, due_to"),
        ({"what": "x", "due_to": "next", "who": "x" * 161}, "161 letters long"),
    ],
)
def test_a_commitment_that_is_not_whole_refuses_the_file(row, sentence):
    with pytest.raises(Refused, match=sentence):
        taken_in({**small(), "commitments": [row]})
    assert not Paper.objects.exists()


def test_one_sentence_is_one_commitment():
    row = {"what": "x", "due_to": "next", "sentence": "We will."}
    with pytest.raises(Refused, match="Another commitment has the same sentence"):
        taken_in({**small(), "commitments": [row, row]})
