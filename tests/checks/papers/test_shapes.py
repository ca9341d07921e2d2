"""Right papers of every shape, and drawn ones, raise nothing; one fault in them is found."""

import itertools
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given

from reports.checks.registry import rule_called
from tests.cases import random_cases
from tests.checks.papers.brought import found
from tests.checks.papers.generated import papers
from tests.checks.papers.shapes import ANNEXES, ASKINGS, LISTS, NUMBERINGS, Shape, paper

ROWS = (NUMBERINGS, ASKINGS, ANNEXES, LISTS)
WORDS = (
    {"committee": "Executive", "short": "Executive", "annex": "Appendix", "labels": ("1", "2")},
    {"committee": "Corporate Parenting Board", "short": "Board", "annex": "Appendix"},
    {"committee": "Cabinet", "short": "Cabinet", "date": "Tuesday 14 May 2019"},
    {"committee": "Audit and Governance Committee", "short": "Committee", "date": "14th May 2019"},
)
NUMBERED = ("on", "per part", "dotted")
LETTERED = ("({})", "{})", "{}.")


@dataclass(frozen=True)
class Plant:
    """A fault put into each shape that has room for it: `old` words become `new` ones, and `rule`
    finds it, alone or with `beside`. `fits` are fields of a shape and what they may be."""

    rule: str
    old: str
    new: str
    fits: tuple = ()
    beside: tuple[str, ...] = ()


ATTACHED = (("annexes", ("cited", "exempt", "to follow", "attached")),)
PLANTS = (
    Plant("wrong-weekday", "Tuesday 11 December 2018", "Monday 11 December 2018"),
    Plant("impossible-date", "31 March 2019, and", "31 April 2019, and"),
    Plant(
        "end-before-start",
        "3 September 2018 to 30 November 2018",
        "30 November 2018 to 3 September 2018",
    ),
    Plant("range-without-separator", "from 3 September 2018 to 30", "3 September 2018 30"),
    Plant("told-as-to-come", "will begin in September 2019", "will begin in September 2018"),
    Plant("told-after-paper", "were asked in February 2019", "were asked in February 2020"),
    Plant("doubled-word", "with the supervising", "with the the supervising"),
    Plant("placeholder", "open to all carers", "open to [insert group]"),
    Plant("placeholder", "in March 2020.", "on a day TBC."),
    Plant("trailing-off", "come were offered a place in the spring", "come were offered the"),
    Plant("open-bracket", "Some found the room hard", "Some (found the room hard"),
    Plant("doubled-punctuation", "other carers, and of", "other carers,, and of"),
    Plant("abbreviation-unexplained", "A course about life", "A course by IFST about life"),
    Plant(
        "abbreviation-initials",
        "A course about life",
        "The Independent Foster Service (IFSA) courses end. The IFSA course about life",
    ),
    Plant("person-named", "Most spoke of the evenings", "Mrs Invented spoke of the evenings"),
    Plant("annex-not-there", "at {first}, and", "at {first} and {third}, and", ATTACHED),
    Plant("annex-never-named", ", and the courses are listed at {second}", "", ATTACHED),
    Plant(
        "citation-missing",
        "other carers, and of",
        "other carers (paragraph 27), and of",
        (("numbering", NUMBERED),),
    ),
    Plant("citation-missing", "other carers, and of", "other carers (Table 2), and of"),
    Plant("items-in-order", "{b}", "{c}", (("lists", LETTERED),)),
    Plant("items-in-order", "{c}", "{e}", (("lists", LETTERED),)),
    Plant("items-in-order", "{c}", "{b}", (("lists", LETTERED),)),
)


def pairs(rows):
    """Shapes in which every two members of two rows meet: each is taken where it adds a pair."""
    met, taken = set(), []
    for members in itertools.product(*rows):
        new = set(itertools.combinations(enumerate(members), 2)) - met
        if len(new) > 2 or (new and len(met) > 100):
            met |= new
            taken.append(Shape(*members))
    return taken


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


def fits(plant, shape):
    return all(getattr(shape, name) in may for name, may in plant.fits)


SHAPES = shaped(pairs(ROWS))


def test_the_shapes_have_every_two_ways_of_writing_together():
    rows = ("numbering", "asking", "annexes", "lists")
    for (one, mine), (two, yours) in itertools.combinations(zip(rows, ROWS, strict=True), 2):
        met = {(getattr(shape, one), getattr(shape, two)) for shape in SHAPES}
        assert met == set(itertools.product(mine, yours)), (one, two)


def test_right_papers_of_every_shape_raise_nothing_above_advice():
    raised = [(shape, rows) for shape in SHAPES if (rows := found("shape", paper(shape)))]
    assert raised == []


def test_one_fault_is_found_alone_in_each_shape():
    """Each plant in four shapes that fit it, which differ from plant to plant."""
    missed = []
    for place, plant in enumerate(PLANTS):
        fitting = [shape for shape in SHAPES if fits(plant, shape)]
        step = max(len(fitting) // 4, 1)
        for shape in fitting[place % step :: step][:4]:
            old, new = (words_of(one, shape) for one in (plant.old, plant.new))
            text = paper(shape)
            assert old in text, (plant, shape)
            keys = {key for key, _ in found("shape", text.replace(old, new, 1))}
            if plant.rule not in keys or keys - {plant.rule, *plant.beside}:
                missed.append((plant.rule, new, keys, shape))
    assert missed == [], "\n".join(map(str, missed))


# As many as the gate has time for, and the same each time; more by hand.
FEW = random_cases(3, suppress_health_check=list(HealthCheck))


@given(papers())
@FEW
def test_a_drawn_paper_is_right_and_each_fault_in_it_is_found(drawn):
    assert found("drawn", drawn.text) == []
    missed = []
    for one in drawn.plants:
        assert one.old in drawn.text, one
        rows = found("drawn", drawn.text.replace(one.old, one.new, 1))
        keys = {key for key, _says in rows}
        allowed = {one.rule, *one.beside, *rule_called(one.rule).follows}
        if one.rule not in keys or keys - allowed:
            missed.append((one.rule, one.new, rows))
    assert missed == [], drawn.text
