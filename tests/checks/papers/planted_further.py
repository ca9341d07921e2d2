"""Faults, one at a time, for further papers of this folder in the shapes of other councils."""

from tests.checks.papers.planted import Plant

# Kept as one would type them: a paragraph is one line.

FURTHER = (
    Plant(
        "converted", "Of these 98 answered (70%)", "Of these 98 answered (80%)", "percent-of-count"
    ),
    Plant("converted", "74 (76%) said", "74 (67%) said", "percent-of-count", ("unlike-bases",)),
    Plant(
        "converted",
        "Over 85% were shared with the worker (58 of 67)",
        "Over 95% were shared with the worker (58 of 67)",
        "percent-of-count",
    ),
    Plant(
        "converted", "| Good | 31 | 46% |", "| Good | 32 | 46% |", "table-total", ("table-percent",)
    ),
    Plant("converted", "- 15 had sent", "- 16 had sent", "parts-of-whole"),
    Plant("converted", "an increase of six", "a decrease of six", "change-denied"),
    Plant(
        "converted",
        "9. The next audit",
        "10. The next audit",
        "numbers-in-order",
        ("citation-missing", "paragraphs-uncovered"),
    ),
    Plant("workforce", "23 FTE (10.8%)", "32 FTE (15.1%)", "parts-of-whole"),
    Plant("workforce", "(31 of 190)", "(27 of 190)", "percent-of-count"),
    Plant(
        "workforce",
        "Agency work                       7",
        "Agency work                       9",
        "table-total",
    ),
    Plant("adoption", "1 – 2 years           14", "1 – 2 years           16", "table-total"),
    Plant("adoption", "3 – 4 years", "2 – 4 years", "bands-listed"),
    Plant("adoption", "92% (33 of 36)", "82% (33 of 36)", "percent-of-count"),
    Plant("adoption", "£391,000 allowances", "£491,000 allowances", "parts-of-whole"),
    Plant("aims", "289 (91%) had", "289 (81%) had", "percent-of-count"),
    Plant("aims", "(£40,000 in", "(£60,000 in", "parts-of-whole"),
    Plant("aims", "74 of 402 referrals (18%)", "74 of 402 referrals (28%)", "percent-of-count"),
    Plant("trust", "improved (79%)", "improved (97%)", "percent-of-count"),
    Plant("trust", "had fallen from 61 to 48", "had fallen from 48 to 61", "change-denied"),
    Plant("trust", "Wednesday, 13 May 2015", "Thursday, 13 May 2015", "wrong-weekday"),
    Plant("trust", "three changes:", "four changes:", "list-length"),
    Plant("indicators", "324 of 400 initial", "342 of 400 initial", "percent-of-count"),
    Plant("indicators", "12% more than", "21% more than", "change-denied"),
    Plant(
        "homes", "from 4 September to 29 October", "from 4 September to 9 October", "length-denied"
    ),
    Plant("homes", "* 158 (64%)", "* 158 (46%)", "percent-of-count"),
    Plant("homes", "£0.66m for the second", "£0.96m for the second", "parts-of-whole"),
    Plant(
        "homes", "in exempt Annex 3", "in exempt Annex 4", "annex-not-there", ("annex-never-named",)
    ),
    Plant("homes", "8.1 Purchase", "8.2 Purchase", "numbers-in-order"),
    Plant("disabled", "ten of 16 files (62.5%)", "ten of 16 files (65.2%)", "percent-of-count"),
    Plant(
        "disabled",
        "half of all orders (31 of 62)",
        "half of all orders (41 of 62)",
        "quantity-denied",
    ),
)
