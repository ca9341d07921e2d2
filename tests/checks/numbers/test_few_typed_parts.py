"""Headline figures and reckoned numbers that tell of few children are errors, others are not."""

import pytest

from reports.checks.numbers.disclosure.small import small_numbers
from reports.checks.rule import Severity
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.run import check
from tests import cast
from tests.checks.drawn import KNOWN, reading
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
SOURCE = "fostering register, 30 November 2015"
TYPED = f"[[stated {{}}: {SOURCE}]]"
SHARE = f"[[share (stated {{}}: {SOURCE}) of (stated {{}}: {SOURCE})]]"
SUM = f"[[sum (stated {{}}: {SOURCE}) + (stated {{}}: {SOURCE})]]"
CHILDREN = ("Children", "[[looked_after.children]]")
# Text → whether it tells of few children; 188 children are looked after.
SENTENCES = {
    f"{SHARE.format(3, 120)} of the children had no health check.": True,
    f"A health check was given to {SHARE.format(117, 120)} of the children.": True,
    f"{SUM.format(4, 20)} children were abroad.": True,
    f"{SHARE.format(20, 120)} of the children had no health check.": False,
    f"{SHARE.format(3, 120)} of the homes were inspected.": False,
    f"{SUM.format(4, 20)} children’s homes were inspected.": False,
}
HEADLINES = {
    ("Children abroad", TYPED.format(3)): True,
    ("Looked-after children seen", TYPED.format(185)): True,
    ("Children abroad", TYPED.format("2%")): True,
    ("Children abroad", TYPED.format(30)): False,
    ("Children abroad", TYPED.format("20%")): False,
    ("Children’s homes", TYPED.format(3)): False,
    ("Plans for children", TYPED.format(3)): False,
}


def blocks():
    """A paragraph for each sentence and a group for each headline figure, by slug."""
    for place, text in enumerate(SENTENCES):
        yield f"s{place}", "paragraph", text, {}
    for place, (label, figure) in enumerate(HEADLINES):
        rows = [(label, figure), CHILDREN, ("Audits", "[[audits.done @year]]")]
        data = {"headlines": [{"label": name, "figure": token} for name, token in rows]}
        yield f"h{place}", "headlines", "", data


def test_few_children_in_headlines_and_in_typed_parts_are_errors_and_nothing_else_is():
    rows = [
        {"slug": slug, "part": "body", "kind": kind, "parent": "work", "text": text, "data": data}
        for slug, kind, text, data in blocks()
    ]
    manuscript = read(written(cast.clerk(), *rows))
    faults = check(reading_of(manuscript, assembled(manuscript).document), KNOWN, [small_numbers])
    found = {row.fault.block for row in faults if row.severity == Severity.ERROR}
    wanted = {f"s{place}" for place, is_few in enumerate(SENTENCES.values()) if is_few}
    wanted |= {f"h{place}" for place, is_few in enumerate(HEADLINES.values()) if is_few}
    assert found == wanted


def test_typed_shares_of_the_children_of_the_paragraph_before_a_table_are_looked_at():
    def found(lead, head, share):
        rows = f"| Seen in time | {share} |"
        table = f"Table: Visits\n| Visits | {head} |\n{rows}\n| Late | {100 - int(share[:-1])}% |"
        faults = check(reading(f"{lead}\n\n{table}"), KNOWN, [small_numbers])
        return {fault.fault.about for fault in faults}

    lead = "We looked after 40 children on 1 December 2015."
    assert found(lead, "Share of children", "95%") == {"95%", "5%"}
    assert not found(lead, "Share of children", "60%")
    assert not found(lead, "Share of homes", "95%")
    assert not found(lead, "Share of children in England", "95%")
    assert not found("It rained.", "Share of children", "95%")
