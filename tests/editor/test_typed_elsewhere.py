"""A paper typed elsewhere answers for its own numbers until somebody writes them anew."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from assurance.runtime.periods import When
from reports.editions.snapshot import assembled
from reports.editor.carry_forward import operations
from reports.editor.operations import block_order as settling
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from reports.papers.typed_numbers import STATED_BY
from reports.quotable.insertion.typed_numbers import typed_numbers
from reports.verdicts.paper.context import council_of_another, known_of_another
from reports.verdicts.paper.reading import reading_of
from tests import cast
from tests.checks.papers.brought import HERE, NAMES
from tests.checks.seeds.papers import CORRECTED, FILES
from tests.make import audits

pytestmark = pytest.mark.django_db
ON = date(2016, 1, 18)
SOURCE = "Update on audits, 18 January 2016"
TYPED = """{council}

Scrutiny Committee

18 January 2016

# Update on audits

Report of the Head of Quality

## Audits

1. In {place} 351 checks were looked at, and 314 of the 351 (89%) were right.

2. {place} will go on.

## Recommendations

The committee is asked to note this report.
"""


def checked(*words):
    """What the command finds above advice."""
    out = StringIO()
    call_command("check_paper", *words, "--format", "json", stdout=out)
    rows = json.loads(out.getvalue())
    return [(row["rule"], row["says"]) for row in rows if row["severity"] != "advice"]


@pytest.fixture
def council():
    """A council whose audits ought to have come round long ago."""
    council = cast.make_council()
    kind = audits.audit_kind(council=council, title="Supervision deep dive", interval_months=6)
    audits.audit_round(council=council, kind=kind, start=date(2015, 3, 1))
    return council


@pytest.fixture
def brought(tmp_path, council):
    """Makes a draft of the paper of a council, from text."""

    def make(name="Netherby Metropolitan Council", place="Netherby"):
        file = tmp_path / "update.txt"
        file.write_text(TYPED.format(council=name, place=place), encoding="utf-8")
        call_command("import_paper", str(file), stdout=StringIO())
        return Paper.objects.get()

    return make


def block(paper):
    """The paragraph with the numbers."""
    return paper.blocks.get(text__contains="351")


@pytest.mark.long
def test_right_papers_from_elsewhere_raise_nothing_whoever_reads_them(council):
    right = [HERE / f"{name}.txt" for name in NAMES]
    right += [file for name, file in FILES.items() if name.endswith(CORRECTED)]
    assert len(right) > 20
    # Each is checked without a council's records among the checks' own tests.
    found = {path.name: rows for path in right[::4] if (rows := checked(str(path)))}
    assert found == {}


def test_each_number_of_a_paper_imported_is_stated_by_it(brought):
    paper = brought()
    assert block(paper).data[STATED_BY] == {
        "source": SOURCE,
        "council": "Netherby Metropolitan Council",
    }
    assert not paper.blocks.filter(text="Netherby will go on.", data__has_key=STATED_BY).exists()
    assert assembled(read(paper)).problems == ()
    typed = [one for one in typed_numbers(read(paper)) if one.slug == block(paper).slug]
    assert {one.words for one in typed} >= {"351", "314", "89%"}
    assert not any(one.must for one in typed)
    made = assembled(read(paper)).document
    assert {one.source for one in made.typed} == {SOURCE}
    assert {"351", "314", "89%"} <= {one.text for one in made.typed}


def test_whoever_writes_a_paragraph_anew_answers_for_its_numbers(brought):
    paper, clerk = brought(), cast.clerk()
    row = block(paper)
    text = row.text.replace("89%", "[[stated 89%: the head of quality]]")
    change = {row.slug: (row.version, {"text": text, "data": row.data})}
    settling.settle(paper=paper, changes=lambda _new: change, by=clerk, on=ON)
    row = block(paper)
    assert STATED_BY in row.data, "the others are stated still"
    assert assembled(read(paper)).problems == ()
    words = {"heading": row.heading, "text": row.text, "data": row.data}
    row = papers.change_block(block=row, version=row.version, words=words, by=clerk, on=ON)
    assert STATED_BY in row.data, "nothing was written"
    words["text"] = "There were 352 checks."
    row = papers.change_block(block=row, version=row.version, words=words, by=clerk, on=ON)
    assert STATED_BY not in row.data
    (problem,) = assembled(read(paper)).problems
    assert "352" in problem.sentence


def test_the_next_paper_states_nothing_that_the_last_one_stated(brought):
    paper = brought()
    said = {"title": "Next", "slug": "next", "paper_date": date(2016, 7, 18)}
    said |= {"period_start": date(2016, 1, 1), "period_end": date(2016, 6, 30)}
    names = {name: When(when.start, when.end) for name, when in read(paper).names.items()}
    after = operations.start_next(before=paper, details=said, names=names, by=cast.clerk(), on=ON)
    assert STATED_BY not in block(after).data
    assert any("351" in one.sentence for one in assembled(read(after)).problems)


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("name", "place", "other"),
    [
        ("Netherby Metropolitan Council", "Netherby", ""),
        ("City of York Council", "York", "City of York Council"),
        ("Scrutiny", "Worcestershire", "Worcestershire"),
        ("Scrutiny", "Netherby", ""),
    ],
)
def test_a_paper_of_another_council_is_told_from_ours(brought, name, place, other):
    paper = brought(name, place)
    manuscript = read(paper)
    reading = reading_of(manuscript, assembled(manuscript).document)
    assert council_of_another(manuscript, reading) == other
    late = [row for row in checked(f"{paper.series.slug}/{paper.slug}") if "cadence" in row[0]]
    assert bool(late) is not bool(other)


def test_nothing_of_our_records_is_known_beside_the_paper_of_another(council, brought):
    known = known_of_another(brought(), "City of York Council")
    assert (known.cadences, known.told, known.glossary, known.parts_asked) == ((), (), {}, ())
    assert known.today and known.other_councils
    assert not any("York" in one for one in known.other_councils)
