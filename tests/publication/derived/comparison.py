"""The whole page of two papers side by side, derived a second time from their frozen documents:
every block of it in order, so that it says nothing that does not follow from them."""

import re

from tests.publication.derived import frozen, promised, wording
from tests.publication.derived.reading import blocks_in

HEADS_ALIKE = "Title, committee, author, dates and period are the same."
FOLDED = "Figures are compared apart from words. What is the same is folded. Show everything"
ALL_ALIKE, NONE_IN_BOTH = "Every figure of both says the same.", "No figure is in both."
# The names of the parts, and of what each table of figures that is folded is opened by.
HEAD, ASKED, COMMITMENTS, FIGURES, WORDS = (
    "About the paper", "Recommendations", "Commitments", "Figures", "Words",
)  # fmt: skip


def assert_follows(answer, then, now, told):
    """Holds the page of two papers against what they say; gives how many blocks were held."""
    html = answer.content.decode()
    page = blocks_in(re.sub(r'(?s)<p class="app-diff">.*?</p>', "", html))
    names = _names(then, now)
    reworded = wording.asked(then, now, names)
    worded = wording.told(then, now, names)
    expected = whole(then, now, told)
    assert page == expected, _first_difference(page, expected)
    drawn, words = wording.findings(html), reworded[1] + worded[1]
    assert drawn == words, _first_difference(drawn, words)
    return len(expected) + len(reworded[1]) + len(worded[1])


def whole(then, now, told):
    """Every block of the page but the words before and after of each line that differs."""
    names = _names(then, now)
    columns = [f"{name[:1].upper()}{name[1:]}" for name in names]
    heads = frozen.heads(then, now)
    rows, same, sentence = promised.compared(then, now, told)
    figures = frozen.compared(then, now)
    top = _counts(heads, (len(rows), len(same)), figures, wording.counts(then, now))
    return [
        *(("h1", text) for text in ("What changed",)),
        ("p", f"From {names[0]} to {names[1]}. {FOLDED}"),
        *(("li", line) for line in top),
        *_heads(heads, columns),
        ("h2", ASKED),
        *wording.asked(then, now, names)[0],
        *_commitments(rows, same, sentence),
        *_figures(figures, columns),
        ("h2", WORDS),
        *wording.told(then, now, names)[0],
    ]


def _names(then, now):
    """What the page calls each of the two."""
    if then.paper == now.paper:
        return [f"edition {one.number}" for one in (then, now)]
    return [f"the paper of {one.told_on:%B %Y}" for one in (then, now)]


def _counts(heads, commitments, figures, words):
    """The list at the top."""
    (asked, alike), (differ, sections) = words
    otherwise, same, later, earlier = (len(rows) for rows in figures.values())
    only = f"{later} only in the later, {earlier} only in the earlier"
    lines = (
        f"{len(heads[0])} said otherwise, {len(heads[1])} the same",
        f"{asked} new, reworded or no longer made, {alike} the same",
        "{} new, promised again, answered or still due, {} the same".format(*commitments),
        f"{otherwise} said otherwise, {only}, {same} the same",
        f"{differ} of {sections} sections say otherwise",
    )
    names = (HEAD, ASKED, COMMITMENTS, FIGURES, WORDS)
    return [f"{name}: {line}" for name, line in zip(names, lines, strict=True)]


def _heads(heads, columns):
    differ, same = heads
    top = ("Row", *columns, "Change")
    blocks = [("h2", HEAD)]
    blocks += _table("What the head says otherwise", top, differ) or [("p", HEADS_ALIKE)]
    if same:
        one = len(same) == 1
        text = (
            f"{len(same)} row{'' if one else 's'} of the head that say{'s' if one else ''} the same"
        )
        blocks += [("summary", text), *_table("What the head says again", top, same)]
    return blocks


def _commitments(rows, same, sentence):
    top = ("Commitment", "Made in", "Due", "Outcome")
    blocks = [("h2", COMMITMENTS)]
    blocks += _table("Commitments and their outcome", top, rows) or [("p", sentence)]
    if same:
        text = f"{len(same)} commitment{'s' * (len(same) != 1)} in both"
        blocks += [("summary", text), *(("li", line) for line in same)]
    return blocks


def _figures(figures, columns):
    otherwise, same, later, earlier = frozen.CAPTIONS
    top = ("Figure", *columns, "Change")
    blocks = [("h2", FIGURES), *_table(otherwise, top, figures[otherwise])]
    if not figures[otherwise]:
        blocks.append(("p", ALL_ALIKE if figures[same] else NONE_IN_BOTH))
    for caption in (later, earlier, same):
        many = len(figures[caption])
        what = caption.removeprefix("Figures ")
        if caption == same and many == 1:
            what = "that says the same"
        if many:
            blocks.append(("summary", f"{many} figure{'s' * (many != 1)} {what}"))
            blocks += _table(caption, top, figures[caption])
    return blocks


def _table(caption, top, rows):
    """The blocks of a table; none without rows."""
    return [("caption", caption), ("tr", top), *(("tr", row) for row in rows)] if rows else []


def _first_difference(page, expected):
    pairs = zip([*page, None], [*expected, None], strict=False)
    return next((pair for pair in pairs if pair[0] != pair[1]), None)
