"""The sentences of reports that print a figure: found by the figure, cut around it, each once."""

import re
from html import unescape
from time import monotonic

import pytest

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text
from reports.publication.quotations.sentences import LONGEST, quoted
from tests.make.published_figures import BEFORE, edition, entry
from tests.publication.test_latest_figures import PAGE, number

pytestmark = pytest.mark.django_db
COST = "Average cost of a placement"


def runs(*parts):
    """A text of which the numbers are figures: (words, number of the figure) or words alone."""
    return Text(tuple(Run(*((one[0], "figure", one[1]) if isinstance(one, tuple) else (one,)))
                      for one in parts))  # fmt: skip


def point_of(*parts):
    """A report's sections: a paragraph whose second point has `parts`."""
    first = Item("a.", "para-4-a", (runs("On that date 30 children were placed. It rained."),))
    second = Item("b.", "para-4-b", (runs(*parts),))
    content = (runs(f"We looked after 201 children {'and so on ' * 40}in all:"),
               ItemList("letter", (first, second)))  # fmt: skip
    return (Section("one", "One", blocks=(Paragraph("para-4", "4.", (), content),)),)


def quotes(answer):
    """(words, places) of each quotation of a page."""
    html = answer.content.decode().partition('id="quoted"')[2].partition("</section>")[0]
    items = re.findall(r"(?s)<li><q>(.*?)</q>(.*?)</li>", html)
    return [(unescape(words), re.findall(r">([^<>]+)</a>", rest)) for words, rest in items]


def test_a_number_that_print_rounds_is_quoted_in_its_own_sentence(client):
    price = entry("£166,000", count=166000, unit="pounds", title=COST, places=("para-4-b",))
    says = ("It fell to 30. One costs ", ("£166k", "1"), " a year. It rained.")
    edition(price, sections=point_of(*says))
    assert [words for words, _ in quotes(client.get(PAGE))] == ["One costs £166k a year."]


def test_nought_in_words_is_quoted_and_the_same_sentence_of_two_reports_once(client):
    says = ("All held a check. ", ("No members of staff", "1"), " were without one.")
    for end in (BEFORE, "2015-12-01"):
        edition(number("0", end, places=("para-4-b",)), sections=point_of(*says), period_end=end)
    [(text, places)] = quotes(client.get(PAGE))
    assert text == "No members of staff were without one."
    assert len(places) == 2 and len(set(places)) == 2


def test_of_two_values_in_one_point_each_has_the_sentence_that_prints_it(client):
    says = ("By May, 8 were checked, the other ", ("10", "2"), " were not. A further ", ("9", "1"),
            " were due.")  # fmt: skip
    rows = number("9", places=("para-4-b",)), number("10", BEFORE, places=("para-4-b",))
    edition(*rows, sections=point_of(*says))
    assert [words for words, _ in quotes(client.get(PAGE))] == [
        "A further 9 were due.",
        "By May, 8 were checked, the other 10 were not.",
    ]


def test_a_paragraph_that_prints_the_value_nowhere_is_not_quoted(client):
    edition(number("77", places=("para-4-b",)), sections=point_of("It fell to 30."))
    assert quotes(client.get(PAGE)) == []


def test_a_long_sentence_is_cut_around_the_figure(client):
    long = "and so on " * 60
    edition(number("30", places=("para-4-b",)), sections=point_of(f"Of all {long}", ("30", "1"),
            f" were late {long}in all."))  # fmt: skip
    [(text, _)] = quotes(client.get(PAGE))
    assert text.startswith("… ") and text.endswith(" …") and " 30 were late" in text
    assert len(text) <= LONGEST + 4


class _Printed:
    """A value by itself."""

    text, taken_out = "7", False
    entry = entry("7", count=7, title="[x] of [y]")


def test_lines_of_many_names_are_read_quickly():
    line, words, begun = "[a] a " * 1500, "a a a " * 1500, monotonic()
    assert quoted(_Printed, words, [line, "] [" * 3000]) == ""
    assert monotonic() - begun < 5
