"""Answers that come before all that is ranked: a report, an abbreviation, a
page, a value that has every word of the question."""
