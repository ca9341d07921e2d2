"""Right papers of every shape, and drawn ones, raise nothing; one fault in them is found."""

import itertools
from dataclasses import replace
from itertools import product

from hypothesis import HealthCheck, given

from reports.verdicts.registry import rule_called
from tests.cases import random_cases
from tests.checks.papers.brought import found, in_groups, why_not_found
from tests.checks.papers.generated import papers
from tests.checks.papers.planted import Plant
from tests.checks.papers.shapes import ANNEXES, ASKINGS, LISTS, NUMBERINGS, Shape, paper

ROWS = (NUMBERINGS, ASKINGS, ANNEXES, LISTS)
WORDS = (
    {"committee": "Executive", "short": "Executive", "annex": "Appendix", "labels": ("1", "2")},
    {"committee": "Corporate Parenting Board", "short": "Board", "annex": "Appendix"},
    {"committee": "Cabinet", "short": "Cabinet", "date": "Tuesday 14 May 2019"},
    {"committee": "Audit and Governance Committee", "short": "Committee", "date": "14th May 2019"},
)
ATTACHED = ("annexes", ("cited", "exempt", "to follow", "attached"))
COUNTED = ("numbering", ("on", "per part", "dotted"))
LETTERS = ("lists", ("({})", "{})", "{}."))
# Rule, words of a paper, what they become, and the fields of a shape that has room for the fault.
PLANTS = (
    ("wrong-weekday", "Tuesday 11 December 2018", "Monday 11 December 2018"),
    ("impossible-date", "31 March 2019, and", "31 April 2019, and"),
    (
        "end-before-start",
        "3 September 2018 to 30 November 2018",
        "30 November 2018 to 3 September 2018",
    ),
    ("range-without-separator", "from 3 September 2018 to 30", "3 September 2018 30"),
    ("told-as-to-come", "will begin in September 2019", "will begin in September 2018"),
    ("told-after-paper", "were asked in February 2019", "were asked in February 2020"),
    ("doubled-word", "with the supervising", "with the the supervising"),
    ("placeholder", "open to all carers", "open to [insert group]"),
    ("placeholder", "in March 2020.", "on a day TBC."),
    ("trailing-off", "come were offered a place in the spring", "come were offered the"),
    ("open-bracket", "Some found the room hard", "Some (found the room hard"),
    ("doubled-punctuation", "other carers, and of", "other carers,, and of"),
    ("abbreviation-unexplained", "A course about life", "A course by IFST about life"),
    (
        "abbreviation-initials",
        "A course about life",
        "The Independent Foster Service (IFSA) courses end. The IFSA course about life",
    ),
    ("person-named", "Most spoke of the evenings", "Mrs Invented spoke of the evenings"),
    ("annex-not-there", "at {first}, and", "at {first} and {third}, and", ATTACHED),
    ("annex-never-named", ", and the courses are listed at {second}", "", ATTACHED),
    ("citation-missing", "other carers, and of", "other carers (paragraph 27), and of", COUNTED),
    ("citation-missing", "other carers, and of", "other carers (Table 2), and of"),
    ("items-in-order", "{b}", "{c}", LETTERS),
    ("items-in-order", "{c}", "{e}", LETTERS),
    ("items-in-order", "{c}", "{b}", LETTERS),
)
ALL = ("annexes", (*ANNEXES,))


def pairs(rows):
    """Shapes in which every two members of two rows meet: always one that adds most pairs."""
    left = {shape: set(itertools.combinations(enumerate(shape), 2)) for shape in product(*rows)}
    while left:
        best = max(left, key=lambda shape: len(left[shape]))
        met = left.pop(best)
        yield Shape(*best)
        left = {shape: rest for shape, two in left.items() if (rest := two - met)}


def shaped(shapes):
    """The same with the words of several councils by turns."""
    return [replace(one, **WORDS[place % len(WORDS)]) for place, one in enumerate(shapes)]


def words_of(words, shape):
    """The words of a plant with the labels of a shape."""
    first, second = shape.labels
    third = {"1": "3", "A": "C"}[first]
    named = {"first": first, "second": second, "third": third}
    labels = {letter: "\n" + shape.lists.format(letter) for letter in "bce"}
    said = {key: f"{shape.annex} {label}" for key, label in named.items()}
    return words.format(**said, **labels)


SHAPES = shaped(pairs(ROWS))


def test_the_shapes_have_every_two_ways_of_writing_together():
    rows = ("numbering", "asking", "annexes", "lists")
    for (one, mine), (two, yours) in itertools.combinations(zip(rows, ROWS, strict=True), 2):
        met = {(getattr(shape, one), getattr(shape, two)) for shape in SHAPES}
        assert met == set(itertools.product(mine, yours)), (one, two)


def test_right_papers_of_every_shape_raise_nothing_above_advice():
    raised = [(shape, rows) for shape in SHAPES if (rows := found("shape", paper(shape)))]
    assert raised == []


def in_shape(shape, rule, old, new, fits=ALL):
    """That fault in a paper of that shape; None where it has no room for it."""
    name, may = fits
    if getattr(shape, name) not in may:
        return None
    return Plant("shape", words_of(old, shape), words_of(new, shape), rule)


def test_each_fault_is_found_alone_in_shapes_of_every_kind():
    missed, met = [], set()
    for shape in SHAPES[::6]:
        text = paper(shape)
        plants = {one: plant for one in PLANTS if (plant := in_shape(shape, *one))}
        groups, met = in_groups(text, plants.values()), met | set(plants)
        missed += [(shape, wrong) for one in groups if (wrong := why_not_found("x", text, one))]
    assert missed == [], "\n".join(map(str, missed))
    assert met == set(PLANTS)


# As many as the gate has time for, and the same each time; more by hand.
FEW = random_cases(3, suppress_health_check=list(HealthCheck))


@given(papers())
@FEW
def test_a_drawn_paper_is_right_and_each_fault_in_it_is_found(drawn):
    assert found("drawn", drawn.text) == []
    plants = [
        replace(one, beside=(*one.beside, *rule_called(one.rule).follows)) for one in drawn.plants
    ]
    groups = in_groups(drawn.text, plants)
    missed = [why_not_found("drawn", drawn.text, one) for one in groups]
    assert [one for one in missed if one] == [], drawn.text
