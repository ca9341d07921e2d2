"""Drawn papers about words that claim a share: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
    "quantity-denied": (
        "Most of the audits (12 of 30) were good.",
        "All children (28 of 30) were seen.",
        "Every visit was in time (98%).",
        "More than half of the young people (14 of 30) took part.",
        "Half of the reviews, 20 of 30, were late.",
        "Two thirds (72%) agreed.",
        "The majority, 45%, agreed.",
        "None of the cases (2 of 30) was late.",
        "12 of the 30 audits, more than half, were good.",
        "Nearly all children (18 of 30) were seen.",
    ),
    "percent-of-count": ("Over 90% were shared with the worker (70 of 83).",),
}
RIGHT = (
    "Most of the audits (22 of 30) were good.",
    "All but seven of the children (23 of 30) were seen. All 30 children (30 of 30) were seen.",
    "Half of the reviews, 15 of 30, were late. Nearly two thirds (64%) agreed. About a quarter (24%) did not.",
    "A majority, 55%, agreed; a minority (45%) did not.",
    "No child waited (0 of 30). There is no change, 5% as before.",
    "16 of the 30 audits, more than half, were good.",
    "All staff had the training in the year, and it helped.",
    "Almost all children (29 of 30) were seen within the time. Not all audits (24 of 30) were shared.",
    "The average was half a day, 12 of 30 days in all.",
)
