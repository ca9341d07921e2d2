"""A file of one line again and again is read in seconds: what is reckoned of the lines around
one is reckoned once, however many they are."""

import time

from reports.conversion.paper import paper_file
from tests.sweeping import swept

LENGTH = 8_000
# Seconds of processor; read anew from each of its lines, such a file takes three times as long.
LIMIT = 1
LINES = (
    *("a ", "a   b", "a   b   1", "a\tb", "| a | b |", "a | b", "a 1 2015", "1 a", "- a", "# A"),
    *("Words and words.", "1.1 Words", "A HEADING", "Date: 1", "a\n1", "Page 1 of 3", "(ABC)"),
)


@swept(LINES)
def test_a_line_repeated_is_read_in_time(line):
    content = f"{line}\n".encode() * (LENGTH // (len(line) + 1))
    began = time.process_time()
    paper_file("paper.txt", content)
    assert time.process_time() - began < LIMIT
