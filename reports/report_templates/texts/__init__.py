"""Standing texts written on the page of their template, and a report as one would begin from it."""
