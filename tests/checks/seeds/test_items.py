"""Every error that real papers had is found at its place, in papers of our own words, and nowhere
once it is corrected; nothing else above advice is said of either."""

from reports.checks.rule import Severity
from reports.papers.assembly.pipeline import assemble
from reports.papers.commitment_sentences import promises
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.registry import rule_called
from reports.verdicts.run import check
from tests.checks.papers.brought import manuscript_of
from tests.checks.seeds.items import ITEMS
from tests.checks.seeds.papers import CORRECTED, FILES, NAMES, found, known, read
from tests.checks.seeds.table import PLACE, table
from tests.sweeping import swept

PLACES = [(item.number, place) for item in ITEMS for place in item.places]
NUMBERED = [f"{number}" for number in range(1, 38)]


def is_found(place, paper, beside):
    """Whether the rule of a place finds there, in `paper`, what the place says."""
    return any(
        one.fault.where == place.where and place.says in one.fault.says
        for one in check(read(paper), known(beside), [rule_called(place.rule)])
    )


def above_advice(paper, beside=""):
    """(rule, where, what it says) of everything above advice in `paper`."""
    return [
        (one.rule.key, one.fault.where, one.fault.says)
        for one in found(paper, beside)
        if one.severity != Severity.ADVICE
    ]


def test_every_item_of_the_list_stands_in_the_table_once():
    numbers = [item.number for item in ITEMS]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) >= {*NUMBERED, "9a", "18a"}
    bare = [one.number for one in ITEMS if not (one.places or one.quiet or one.kept or one.waits)]
    assert bare == []


def test_every_paper_stands_twice_and_has_an_item():
    assert {f"{name}{CORRECTED}" for name in NAMES} | set(NAMES) == set(FILES)
    told = {one.paper for item in ITEMS for one in (*item.places, *item.quiet)}
    assert set(NAMES) <= told


@swept(PLACES)
def test_each_error_is_found_at_its_place(_number, place):
    assert rule_called(place.rule), f"no rule is called {place.rule}"
    assert is_found(place, place.paper, place.beside), sorted(
        (one.rule.key, one.fault.says)
        for one in found(place.paper, place.beside)
        if one.fault.where == place.where
    )


@swept(PLACES)
def test_each_error_is_gone_once_it_is_corrected(_number, place):
    assert not is_found(place, f"{place.paper}{CORRECTED}", place.beside_corrected)


@swept(NAMES)
def test_what_is_corrected_raises_nothing_above_advice(name):
    besides = {place.beside_corrected for _number, place in PLACES if place.paper == name}
    raised = {one: above_advice(f"{name}{CORRECTED}", one) for one in ("", *besides)}
    assert not any(raised.values()), raised


@swept(NAMES)
def test_nothing_above_advice_is_said_of_a_paper_but_what_the_table_has(name):
    held = [place for _number, place in PLACES if (place.paper, place.beside) == (name, "")]
    left = [
        (key, where, says)
        for key, where, says in above_advice(name)
        if not any((key, where) == (one.rule, one.where) and one.says in says for one in held)
    ]
    assert not left, left


@swept([one for item in ITEMS for one in item.quiet])
def test_right_words_are_left_in_peace(quiet):
    reading = read(quiet.paper)
    assert any(quiet.words in line.text for line in reading.lines), f"{quiet.words} stands nowhere"
    said = [
        one.fault.says
        for one in found(quiet.paper)
        if quiet.words in one.fault.sentence and one.severity != Severity.ADVICE
    ]
    assert not said, said


def test_a_plan_that_is_sent_in_time_is_found_once_it_is_not():
    text = FILES["york-2017"].read_text(encoding="utf-8")
    late = text.replace("On 17th May 2017", "On 22nd May 2017").encode()
    made = manuscript_of("late.txt", late)
    rows = check(reading_of(made, assemble(made).document), known(""))
    assert "reply-late" in {one.rule.key for one in rows}
    assert "reply-late" not in {one.rule.key for one in found("york-2017")}


@swept([one for item in ITEMS for one in item.kept])
def test_each_promise_is_seen_with_its_day(promised):
    reading = read(promised.paper)
    texts = [one.text for one in reading.lines if one.where == promised.where]
    made = [one.due_on for text in texts for one in promises(text, reading.dated)]
    assert promised.due in made, made


def test_the_table_for_readers_says_what_the_tests_hold():
    assert PLACE.read_text(encoding="utf-8") == table()
