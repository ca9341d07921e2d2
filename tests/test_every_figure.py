"""What is asked of every declared figure, found by itself: it says what it is, and gives what a
slow second reckoning in plain Python gives, over crowds that stand on every edge date."""

import json
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import StringIO
from itertools import islice

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from assurance.figures.figure import WHOLE, FigureRequest, Mark, Timing
from assurance.figures.registry import FIGURES
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When, month_of
from tests.cases import LONG
from tests.crowds import whole
from tests.crowds.days import DAYS, HALF_YEAR, LEAP, LONG_AGO, MONTHS, PERIODS, POSITION
from tests.reckoning.raw import Answer, Question, Raw
from tests.reckoning.table import RECKONINGS
from tests.sampling import most_of
from tests.sweeping import swept

FLOWS = {Timing.IN: PERIODS, Timing.MONTH: MONTHS}
# A half-year that ends on an edge, the leap day alone, the year before, all that is held.
PRINTED = (
    *((date(2015, 4, 1), HALF_YEAR), (LEAP, LEAP), (date(2014, 1, 1), date(2014, 12, 31))),
    *((LEAP - timedelta(365), LEAP), (LONG_AGO, date(2020, 1, 1))),
)
KEY = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*")
ROW_KEY = re.compile(r"([a-zA-Z -]+?)[ :/](\d+)(:\d+|, edition \d+)?")
# What one figure asks of the database at most, whether a council holds few rows or many.
QUERIES = {
    "looked_after": 3,
    "dbs": 7,
    "audits": 8,
    "reviews": 4,
    "actions": 3,
    "surveys": 1,
    "developments": 2,
    "documents": 2,
    "events": 3,
    "risks": 3,
    "measures": 2,
    "outcomes": 4,
}
pytestmark = pytest.mark.django_db
BY_KEY = pytest.mark.parametrize(
    "figure", FIGURES.values(), ids=[figure.key for figure in FIGURES.values()]
)


@pytest.fixture(scope="module")
def councils(django_db_setup, django_db_blocker):
    """The crowds, made once for the module and taken away again. Their constraints are checked
    here: PostgreSQL would do it anew at the end of each test."""
    with django_db_blocker.unblock(), transaction.atomic():
        built = whole.build()
        connection.check_constraints()
        yield built
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def raw(councils):
    """Every row that the second reckoning reads."""
    return Raw()


@pytest.fixture(scope="module")
def told(raw, councils):
    """Figure's key → a list of `Told`, each question asked of both crowds once."""
    known = {}

    def ask(key):
        if key not in known:
            known[key] = list(_tell(raw, FIGURES[key], councils))
        return known[key]

    return ask


@dataclass(frozen=True)
class Told:
    """A question, what the product says (member → `Value`), and the second reckoning of it."""

    asked: FigureRequest
    values: dict
    answer: Answer | None


def _tell(raw, figure, councils):
    for asked in (
        *questions(figure, councils.great, Cohort.objects.of(councils.great)),
        *questions(figure, councils.small, ()),
    ):
        values = figure.measure(asked)
        # What was read for a question is not kept with it for all that follow.
        yield Told(replace(asked, shared={}), values, reckoned(raw, figure, asked))


def reckoned(raw, figure, asked):
    """The second reckoning of a question."""
    when, cohort = asked.when, asked.cohort and asked.cohort.pk
    question = Question(asked.council.pk, when.start, when.end, cohort, asked.since)
    return RECKONINGS[figure.key](raw, question)


def questions(figure, council, populations):
    """Every (day or period, how far back, population or None) that the figure is asked."""
    for start, end in most_of(FLOWS.get(figure.timing, ())):
        yield FigureRequest(council, When(start, end))
        yield from (FigureRequest(council, When(start, end), one, start) for one in populations)
    for place, day in enumerate(most_of(DAYS)) if figure.timing == Timing.AT else ():
        yield FigureRequest(council, When.at(day))
        ways = [(None, day - timedelta(365)), *((one, LONG_AGO) for one in populations)]
        # Of a day the gate asks one further way, and of the next day another.
        for population, since in ways if LONG else ways[place % len(ways) :][:1]:
            yield FigureRequest(council, When.at(day), population, since)


def said(values):
    """What the product answers: member → (count, base, the first and last day it speaks of)."""
    return {
        name: (value.count, value.base, (value.when.start, value.when.end))
        for name, value in values.items()
    }


def expected(answer, asked):
    """The same of a second reckoning; where nothing is held, that it is not returned."""
    if answer is None:
        return {WHOLE: (None, None, (asked.when.start, asked.when.end))}
    days = (answer.start, answer.end)
    return {
        name: (part.count, part.base, part.days or days) for name, part in answer.members.items()
    }


# --- each says what it is


@BY_KEY
def test_a_figure_is_declared_with_all_its_words(figure):
    assert KEY.fullmatch(figure.key)
    for words in (figure.title, figure.counts, figure.rule, figure.citation, figure.source):
        assert words.strip() == words != ""
    assert figure.title[0].isupper() and not figure.title.endswith(".")
    assert figure.rule[0].isupper() and figure.rule.endswith(".")
    assert not figure.counts.endswith(".") and not figure.out_of.endswith(".")
    assert figure.timing in Timing and figure.audience in ("public", "restricted")


@BY_KEY
def test_what_a_figure_is_joined_to_is_declared_and_counts_the_same_things(figure):
    for other in filter(None, (figure.whole, figure.base, *figure.bound_by)):
        assert other in FIGURES and other != figure.key
        assert FIGURES[other].unit == figure.unit
    if figure.base:
        assert figure.out_of
    if figure.whole:
        assert figure.has_members
    assert figure.has_members or not figure.members
    assert all(figure.members.values()), "each member that is fixed has words"


def test_no_figure_is_a_part_or_a_share_of_itself_however_far():
    for figure in FIGURES.values():
        for tie in ("whole", "base"):
            seen, key = [], figure.key
            while key:
                assert key not in seen, f"{tie}: {seen}"
                seen.append(key)
                key = getattr(FIGURES[key], tie)


def test_every_key_is_declared_once_and_reckoned_twice():
    assert set(RECKONINGS) == set(FIGURES), "write its second reckoning in tests/reckoning"


# --- each is what a second reckoning gives


@BY_KEY
def test_a_figure_is_what_a_second_reckoning_gives(figure, told):
    for one in told(figure.key):
        assert said(one.values) == expected(one.answer, one.asked), one.asked
    assert sum(one.answer is not None for one in told(figure.key)) > 2, "the crowd is silent on it"


@BY_KEY
def test_nothing_is_ever_nought_where_nothing_is_held(figure, councils):
    populations = Cohort.objects.of(councils.great)
    for asked in islice(questions(figure, councils.empty, populations), 0, None, 7):
        values = figure.measure(asked)
        assert [value.mark for value in values.values()] == [Mark.NOT_RETURNED]
        assert said(values)[WHOLE][:2] == (None, None)


@BY_KEY
def test_each_member_has_words_and_a_base_where_it_says_so_that_it_never_exceeds(figure, told):
    for value in [value for one in told(figure.key) if one.answer for value in one.values.values()]:
        assert (value.base is not None) is bool(figure.out_of)
        assert value.base is None or value.count <= value.base
        assert value.count >= 0 and value.unit == figure.unit and value.source
        assert bool(value.member) is figure.has_members
        assert bool(value.label) is figure.has_members, value.member


@pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES.values() if figure.whole], ids=lambda figure: figure.key
)
def test_parts_sum_to_their_whole(figure, told):
    for parts, whole_one in zip(told(figure.key), told(figure.whole), strict=True):
        assert parts.asked == whole_one.asked
        if parts.answer:
            added = sum(part.count for part in parts.values.values())
            assert added == whole_one.values[WHOLE].count, parts.asked


@BY_KEY
def test_figures_of_people_that_are_joined_share_their_evidence(figure, told):
    for key in {figure.whole, figure.base, *figure.bound_by} - {""}:
        if not figure.unit.of_people or FIGURES[key].timing != figure.timing:
            continue
        for mine, theirs in zip(told(figure.key), told(key), strict=True):
            values = (*mine.values.values(), *theirs.values.values())
            # What an audit found is weighed on its position date: see the test of disclosure.
            if mine.answer and theirs.answer and len({one.weighed_on for one in values}) == 1:
                assert len({(value.evidence, value.cohort) for value in values}) == 1, mine.asked


# --- each names its rows, and asks for them in as many queries as ever


@BY_KEY
def test_the_rows_behind_a_figure_are_named_once_each_and_name_nobody(figure, told):
    for one in told(figure.key):
        for name, value in one.values.items() if one.answer else ():
            keys = list(value.rows())
            assert len(set(keys)) == len(keys)
            found = [ROW_KEY.fullmatch(key) for key in keys]
            assert all(found), keys
            assert {(row[1], int(row[2])) for row in found} == one.answer.members[name].rows


@BY_KEY
def test_a_figure_asks_as_often_of_many_rows_as_of_few(figure, councils):
    asked = {Timing.AT: [(POSITION, POSITION)], **FLOWS}[figure.timing]
    most = QUERIES[figure.subject]
    for start, end in asked[:3]:
        counted = []
        for council in (councils.great, councils.small):
            since = start - timedelta(365) if figure.timing == Timing.AT else None
            with CaptureQueriesContext(connection) as queries:
                figure.measure(FigureRequest(council, When(start, end), since=since))
            counted.append(len(queries))
        assert counted[0] == counted[1] <= most


# --- the command prints them


def expected_rows(raw, council, since, at):
    """(key, member, population, from, at, value, base) of every row that the command prints."""
    for figure in FIGURES.values():
        spans = {Timing.AT: When.at(at), Timing.IN: When(since, at), Timing.MONTH: month_of(at)}
        asked = FigureRequest(council, spans[figure.timing], since=since)
        answer = reckoned(raw, figure, asked)
        for member, (count, base, (start, end)) in expected(answer, asked).items():
            cohort = answer.cohort if answer else ""
            yield figure.key, member, cohort, str(start), str(end), count, base


@pytest.mark.parametrize(("since", "at"), PRINTED)
@pytest.mark.parametrize("name", ["great", "small", "empty"])
def test_the_command_prints_what_the_second_reckoning_gives(name, since, at, raw, councils):
    council, printed = getattr(councils, name), StringIO()
    words = (f"--at={at}", f"--since={since}", "--format=json", f"--council={council.slug}")
    call_command("figures", *words, stdout=printed)
    columns = ("key", "member", "cohort", "from", "at", "value", "base")
    rows = [tuple(row[column] for column in columns) for row in json.loads(printed.getvalue())]
    assert sorted(rows, key=repr) == sorted(expected_rows(raw, council, since, at), key=repr)


def test_titles_of_figures_have_the_apostrophes_of_print():
    assert not [figure.key for figure in FIGURES.values() if "'" in figure.title]


@swept([figure for figure in FIGURES.values() if figure.has_members])
def test_the_title_of_a_part_reads_as_words(figure):
    title = figure.title_of("Under 14")
    assert "Under 14" in title and title.count(":") <= 1
    assert ", by " not in title and not re.search(r"\b(a|an) \w+ set\b|[_{}]", title), title
    assert figure.title_of("") == figure.title
