"""Every choice that a clerk has among figures, at each date of a report and in each form, prints
what a second reckoning gives, or gives a sentence on why it prints nothing."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from types import SimpleNamespace

import pytest
from django.db import connection, transaction

from assurance.figures.figure import Unit
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.language.inline import parse_inline
from reports.language.tokens import Compare, walk
from reports.papers.assembly.questions import when_of
from reports.papers.manuscript import read
from reports.quotable.catalogue import catalogue
from reports.quotable.rows import RowCatalogue
from reports.quotable.sum_entries import sums_of
from reports.quotable.values import printed, renderer_of
from tests import cast
from tests.crowds import whole
from tests.crowds.days import CENSUS, LEAP, POSITION
from tests.make import drafts
from tests.reckoning.raw import Question, Raw
from tests.reckoning.table import RECKONINGS

pytestmark = pytest.mark.django_db
COSTS = date(2013, 12, 1)
NAMES = {
    "position": When(POSITION, POSITION, "Position"),
    "comparison": When(CENSUS, CENSUS, "Compared with"),
    "winter": When(date(2015, 10, 1), date(2016, 3, 31), "Winter"),
    "costs": When(COSTS, COSTS, "Costs"),
    "february": When(date(2016, 2, 1), LEAP, "February"),
}
# A count of these is no number of things: it has the words or the decimals of its unit.
OF_UNITS = {
    *(Unit.POUNDS, Unit.PENCE, Unit.PER_CENT, Unit.HUNDREDTHS, Unit.HUNDREDTHS_OF_A_PER_CENT),
    *(Unit.MORE_THAN, Unit.OVER_TENTHS_OF_A_PER_CENT, Unit.UNDER_TENTHS_OF_A_PER_CENT),
}
PARTS = {
    **dict.fromkeys((Unit.PENCE, Unit.HUNDREDTHS, Unit.HUNDREDTHS_OF_A_PER_CENT), 100),
    **dict.fromkeys((Unit.OVER_TENTHS_OF_A_PER_CENT, Unit.UNDER_TENTHS_OF_A_PER_CENT), 10),
}
FEWEST_FOR_A_SHARE, FEWEST_FOR_A_DECIMAL = 20, 200
UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
UNITS += " sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORTH = {word: number for number, word in enumerate(UNITS.split(), 1)}
WORTH |= {word: 10 * number for number, word in enumerate(TENS.split(), 2)}


@pytest.fixture(scope="module")
def report(django_db_setup, django_db_blocker):
    """The manuscript of a report of the great crowd's council, its entries of figures, what prints
    them, and the rows of the second reckoning."""
    with django_db_blocker.unblock(), transaction.atomic():
        council = whole.build().great
        paper = drafts.written(cast.clerk(council), with_records=False)
        connection.check_constraints()
        manuscript = replace(read(paper), names=NAMES)
        entries = catalogue(manuscript, "figures")
        raws = [raw for entry in entries for raw in raws_of(entry)]
        parsed = {raw: tuple(parse_inline(raw)) for raw in raws}
        renderer = renderer_of(
            manuscript, [token for text in parsed.values() for token in walk(text)]
        )
        yield SimpleNamespace(
            manuscript=manuscript, entries=entries, parsed=parsed, renderer=renderer, rows=Raw()
        )
        transaction.set_rollback(True)


def raws_of(entry):
    """The tokens of an entry and of its forms."""
    return [entry.token, *(form.token for form in entry.forms)]


def part_of(report, key, member, written):
    """What a second reckoning gives for a part at a time, or None."""
    when = when_of(written, FIGURES[key], report.manuscript)
    question = Question(report.manuscript.council.pk, when.start, when.end)
    answer = report.rows.once(("answer", key, when), lambda: RECKONINGS[key](report.rows, question))
    return answer and answer.members.get(member)


def share_of(part):
    """A part as a per cent of its base, rounded half up."""
    places = 10 if part.base >= FEWEST_FOR_A_DECIMAL and part.count not in (0, part.base) else 1
    rounded = (Fraction(100 * part.count * places, part.base) + Fraction(1, 2)) // 1
    return f"{rounded / places:.1f}%" if places == 10 else f"{rounded}%"


def value_of(words):
    """The number that words spell."""
    total = last = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            last *= 100
        elif word == "thousand":
            total, last = total + 1000 * last, 0
        else:
            last += WORTH.get(word, 0)
    return total + last


def expected(report, token):
    """What a token of a count prints, or None where it prints nothing."""
    if isinstance(token, Compare):
        parts = [
            part_of(report, token.key, token.member, day) for day in (token.earlier, token.later)
        ]
        if None in parts:
            return None
        before, after = (part.count for part in parts)
        verb = "rose" if after > before else "fell"
        return f"stayed at {after:,}" if before == after else f"{verb} from {before:,} to {after:,}"
    part = part_of(report, token.key, token.member, token.when)
    if part is None:
        return None
    if not token.form.startswith("percent"):
        return f"{part.count:,}"
    few = FIGURES[token.key].unit.of_people and (part.base or 0) < FEWEST_FOR_A_SHARE
    if few and part.base is not None:
        return f"{part.count} of {part.base}"
    if not part.base:
        return None
    share = share_of(part)
    return f"{part.count:,} of {part.base:,} ({share})" if "base" in token.form else share


def of_unit(report, token):
    """The numbers that a token of a unit with words or decimals of its own prints."""
    if isinstance(token, Compare):
        days = (token.earlier, token.later)
    elif token.form == "number":
        days = (token.when,)
    else:
        return None
    parts = [part_of(report, token.key, token.member, day) for day in days]
    scale = PARTS.get(FIGURES[token.key].unit, 1)
    numbers = [Decimal(part.count) / scale for part in parts if part]
    return numbers[:1] if len(set(numbers)) == 1 else numbers


def numbers_in(text):
    """The numbers that a text has, as they read."""
    found = re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    return [Decimal(number.replace(",", "")) for number in found]


def is_right(report, token, text):
    """Whether what a token prints is what the second reckoning gives."""
    if FIGURES[token.key].unit in OF_UNITS:
        wanted = of_unit(report, token)
        return wanted is None or numbers_in(text) == wanted
    wanted = expected(report, token)
    if getattr(token, "form", "") == "words":
        return f"{value_of(text):,}" == wanted and text[0].isupper()
    return text == wanted


@pytest.mark.parametrize("subject", sorted({figure.subject for figure in FIGURES.values()}))
def test_each_form_prints_what_a_second_reckoning_gives(report, subject):
    wrong, keys = {}, set()
    for raw, text in report.parsed.items():
        (token,) = text
        if FIGURES[token.key].subject != subject:
            continue
        before = len(report.renderer.problems)
        shown, state = printed(report.renderer, text)
        reasons = [problem.sentence for problem in report.renderer.problems[before:]]
        if not state:
            keys.add(token.key)
        if not (reasons if state else is_right(report, token, shown)):
            wrong[raw] = shown or reasons
        if state and FIGURES[token.key].unit not in OF_UNITS and expected(report, token):
            wrong[raw] = reasons
    assert wrong == {}
    silent = {key for key in FIGURES if FIGURES[key].subject == subject} - keys
    assert not silent, "the crowd is silent on it, or no choice of it prints"


def test_each_sum_of_parts_prints_what_a_second_reckoning_gives(report):
    groups, parts_of = {}, {}
    for entry in report.entries:
        if entry.part:
            groups.setdefault((entry.part[0], entry.part[2]), []).append(entry)
    for some in groups.values():
        for one, two in pairwise(some):
            words = (one.search - two.search, two.search - one.search)
            parts_of |= {
                item.token: (one, two) for item in sums_of((one, two), words) if all(words)
            }
    texts = {raw: tuple(parse_inline(raw)) for raw in parts_of}
    tokens = [token for text in texts.values() for token in walk(text)]
    renderer = renderer_of(report.manuscript, tokens)
    assert len(texts) > 50
    for raw, text in texts.items():
        parts = [part_of(report, *entry.part) for entry in parts_of[raw]]
        shown, state = printed(renderer, text)
        if state and FIGURES[parts_of[raw][0].part[0]].relate:
            assert renderer.problems[-1].sentence
            continue
        wanted = "" if None in parts else f"{sum(part.count for part in parts):,}"
        assert (shown, bool(state)) == (wanted, not wanted), raw


def test_each_row_that_a_table_can_have_is_a_choice_of_a_sentence_too(report):
    rows = {row.quote for row in RowCatalogue(report.manuscript).rows()}
    quotes = {entry.token.strip("[]").partition(" ")[0] for entry in report.entries}
    assert rows == quotes
