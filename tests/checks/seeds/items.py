"""Every item of the list of errors that real papers had: what a reader must be told of it, where a
rule tells it, and what it waits for. Items with a number such as 000-06 come from a closer look at
the figures of those papers."""

from tests.checks.seeds.item import Item
from tests.checks.seeds.of_dates import DATES, PROMISES
from tests.checks.seeds.of_numbers import FIGURES, NUMBERS
from tests.checks.seeds.of_structure import STRUCTURE
from tests.checks.seeds.of_words import WORDS

ITEMS: tuple[Item, ...] = (*NUMBERS, *DATES, *STRUCTURE, *WORDS, *PROMISES, *FIGURES)
