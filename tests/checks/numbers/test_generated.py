"""Papers made of right sentences raise nothing above advice; one fault planted raises its rule at
its place, with no more than that rule declares."""

import itertools
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from reports.checks.rule import Severity
from reports.verdicts.run import check
from tests.cases import random_cases
from tests.checks.drawn import KNOWN, reading
from tests.checks.numbers import findings

NUMBERS = {rule.key: rule for rule in findings.NUMBERS}
NOUNS = ("audits", "visits", "plans", "referrals", "complaints", "case files")
RISES, FALLS = ("rose", "increased", "grew"), ("fell", "decreased", "dropped")
COUNTED = ("two", "three", "four", "five", "six", "seven")
AIMS = ("voice", "plans", "reviews", "supervision", "housing", "health", "schooling")


@dataclass(frozen=True)
class Piece:
    """A passage said rightly, the same with one fault, and the rule that must find it."""

    right: str
    wrong: str
    key: str


def per_cent(count, base):
    """A share rounded half up, by whole numbers alone."""
    return (count * 200 + base) // (base * 2)


@st.composite
def shares(draw):
    base = draw(st.integers(min_value=20, max_value=900))
    count = draw(st.integers(min_value=6, max_value=base))
    noun = draw(st.sampled_from(NOUNS))
    way = draw(
        st.sampled_from(
            ["{c} of {b} {n} ({p}%)", "{c} out of the {b} {n}, {p}%,", "{p}% ({c} of {b})"]
        )
    )
    right = per_cent(count, base)
    wrong = right + draw(st.sampled_from([2, 3, 7])) if right < 90 else right - 3
    said = [
        f"In time were {way.format(c=count, b=base, n=noun, p=one)} of late."
        for one in (right, wrong)
    ]
    return Piece(*said, "percent-of-count")


@st.composite
def sums(draw):
    parts = draw(st.lists(st.integers(min_value=6, max_value=200), min_size=2, max_size=4))
    noun = draw(st.sampled_from(NOUNS))
    words = ("were good", "were fair", "were poor", "wait for a second look")
    told = [f"{number} {said}" for number, said in zip(parts, words, strict=False)]
    listed = f"{', '.join(told[:-1])} and the other {told[-1]}"
    off = draw(st.sampled_from([-1, 1, 2]))
    said = [f"We looked at {total} {noun}: {listed}." for total in (sum(parts), sum(parts) + off)]
    return Piece(*said, "parts-of-whole")


@st.composite
def totals(draw):
    rows = draw(st.lists(st.integers(min_value=6, max_value=99), min_size=2, max_size=6))
    lines = "\n".join(
        f"| Team {name} | {number} |" for name, number in zip("ABCDEF", rows, strict=False)
    )
    off = draw(st.sampled_from([-2, -1, 1, 10]))
    said = [
        f"Table: Audits by team\n| Team | Audits |\n{lines}\n| Total | {total} |"
        for total in (sum(rows), sum(rows) + off)
    ]
    return Piece(*said, "table-total")


@st.composite
def changes(draw):
    before = draw(st.integers(min_value=6, max_value=400))
    after = draw(st.integers(min_value=6, max_value=400).filter(lambda one: one != before))
    noun = draw(st.sampled_from(NOUNS))
    up, down = draw(st.sampled_from(RISES)), draw(st.sampled_from(FALLS))
    right, wrong = (up, down) if after > before else (down, up)
    said = [
        f"The number of {noun} {word} from {before} in May to {after}." for word in (right, wrong)
    ]
    return Piece(*said, "change-denied")


@st.composite
def lists(draw):
    many = draw(st.integers(min_value=2, max_value=6))
    items = "\n".join(f"* {one}" for one in AIMS[:many])
    said = [f"There are {COUNTED[one - 2]} aims:\n{items}" for one in (many, many + 1)]
    return Piece(*said, "list-length")


@st.composite
def bands(draw):
    edges = sorted(draw(st.sets(st.integers(min_value=1, max_value=24), min_size=4, max_size=6)))
    runs = [(low, high - 1) for low, high in itertools.pairwise(edges) if high - low > 1]
    whole = [(low, low + 3) for low in range(0, 16, 4)]
    runs = (
        whole
        if len(runs) < 3 or any(a[1] + 1 != b[0] for a, b in itertools.pairwise(runs))
        else runs
    )
    place = draw(st.integers(min_value=1, max_value=len(runs) - 1))
    spoilt = [*runs]
    spoilt[place] = (runs[place][0] - 1, runs[place][1])
    said = []
    for bands_said in (runs, spoilt):
        lines = "\n".join(f"| {low} to {high} | {low + 20} |" for low, high in bands_said)
        said.append(f"Table: Referrals by age\n| Age | Referrals |\n{lines}")
    return Piece(*said, "bands-listed")


PIECES = st.one_of(shares(), sums(), totals(), changes(), lists(), bands())


def paper(passages):
    """A drawn paper with a section for each passage."""
    return "\n\n".join(f"# Part {place}\n\n{text}" for place, text in enumerate(passages, 1))


def weighed(text):
    """(rule, heading of the section) of each finding above advice."""
    read = reading(text)
    rows = check(read, KNOWN, NUMBERS.values())
    trails = {one.where: one.trail for one in read.lines}
    return [
        (one.rule.key, trails[one.fault.where][-1])
        for one in rows
        if one.severity != Severity.ADVICE
    ]


@random_cases(25)
@given(st.lists(PIECES, min_size=1, max_size=5))
def test_a_right_paper_raises_nothing_above_advice(pieces):
    assert weighed(paper([one.right for one in pieces])) == []


@random_cases(50)
@given(st.lists(PIECES, min_size=1, max_size=4), st.data())
def test_one_planted_fault_raises_its_rule_there_and_only_what_follows(pieces, data):
    place = data.draw(st.integers(min_value=0, max_value=len(pieces) - 1))
    passages = [one.wrong if at == place else one.right for at, one in enumerate(pieces)]
    found, key = weighed(paper(passages)), pieces[place].key
    assert (key, f"Part {place + 1}") in found
    allowed = {key, *NUMBERS[key].follows}
    assert {(one, where) for one, where in found if one not in allowed} == set()
    assert {where for _key, where in found} == {f"Part {place + 1}"}
