"""The whole page of two reports compared, derived a second time from their frozen documents: every
block of it in order, so that it says nothing that does not follow from them."""

import re
from collections import Counter

from reports.editions.models.exempt import ExemptAnnex
from reports.papers.models.recommendations import Recommendation
from tests.publication.derived import pairs, promised, wording
from tests.publication.derived.frozen import say
from tests.publication.derived.reading import blocks_in

PARTS = "Figures", "Commitments", "Recommendations", "Words"
NOTHING_CHANGED = "No word changed."
OPEN_A_PART = "Open a part to read what changed. Figures are shown as their names in brackets."
NO_DIFFERENCE = "They are counted in different ways, so no difference is shown."
OTHER_SERIES = (
    "These reports belong to different series. Only figures of the same kind are compared. "
    "Commitments, recommendations and words are not, because each series has its own."
)
ASKED = ("New", "Reworded", "In both", "Not made again")
DECISIONS = {
    "agreed": "Agreed",
    "amended": "Agreed as amended",
    "noted": "Noted",
    "deferred": "Deferred",
    "not_agreed": "Not agreed",
}


def assert_follows(answer, then, now, told):
    """Holds the page of two reports against what they print; gives how many blocks were held."""
    html = answer.content.decode()
    page = blocks_in(re.sub(r'(?s)<p class="app-diff">.*?</p>', "", html))
    names = names_of(then, now)
    expected = whole(then, now, told)
    assert page == expected, _first_difference(page, expected)
    findings = wording.asked(then, now, names, decision)[1] + wording.told(then, now, names)[1]
    drawn = wording.findings(html)
    assert drawn == findings, _first_difference(drawn, findings)
    return len(expected) + len(findings)


def whole(then, now, told):
    """Every block of the page but the words of each line and recommendation."""
    names = names_of(then, now)
    figures = pairs.compared(then, now)
    commitments = promised.compared(then, now, told, names)
    asked = wording.asked(then, now, names, decision)[0]
    heads = pairs.heads(then, now)[0]
    sections = wording.parts(then, now)
    return [
        *top(
            names,
            summary(figures, commitments, asked, sections, exempt(then, now)),
            PARTS,
            links=numbered(then, now),
        ),
        *of_figures(figures, names),
        ("h2", "Commitments"),
        *([("li", row) for _, row in commitments] or [("p", "No commitment is in either.")]),
        ("h2", "Recommendations"),
        *([block for _, blocks in asked for block in blocks]
          or [("p", "No recommendation is in either.")]),
        ("h2", "Words"),
        ("p", OPEN_A_PART if heads or any(row[2] for row in sections) else NOTHING_CHANGED),
        *_heads(heads, names),
        *wording.told(then, now, names)[0],
        *[("p", f"{sentence} Their words are not public.") for sentence in exempt(then, now)],
        ("h2", "Compare other reports"),
    ]  # fmt: skip


def of_two_series(then, now, names):
    """Every block of the page of two reports that belong to different series."""
    figures = pairs.compared(then, now)
    return [
        *top(names, summary(figures), ("Figures",), (("p", OTHER_SERIES),)),
        *of_figures(figures, names),
        ("h2", "Compare other reports"),
    ]


def top(names, sentences, parts, more=(), links=()):
    """What is above the figures."""
    jumps = (*parts, "Choose other reports", "Open all parts")
    return [
        ("h1", f"{_capital(names[0])} and {names[1]}"),
        ("p", sentences),
        ("p", f"Read them: {', '.join(links or names)}."),
        *more,
        *(("li", link) for link in jumps),
    ]


def names_of(then, now):
    """What the page calls each of two issues of one series."""
    if then.paper == now.paper:
        return [f"edition {one.number}" for one in (then, now)]
    return [f"{one.told_on:%B %Y}" for one in (then, now)]


def numbered(then, now):
    """The same with the number of a later edition, as the page links them."""
    if then.paper == now.paper:
        return names_of(then, now)
    later = (f", edition {one.number}" if one.number > 1 else "" for one in (then, now))
    return [f"{name}{number}" for name, number in zip(names_of(then, now), later, strict=True)]


def decision(issue, anchor):
    """The words of what was decided of a recommendation; a corrected edition asks nothing."""
    row = Recommendation.objects.filter(paper=issue.paper, anchor=anchor).values().first()
    if row is None or not issue.is_current:
        return ""
    if not row["decision"]:
        return "No decision is recorded yet"
    return f"{DECISIONS[row['decision']]} on {say(row['decided_on'])}"


def exempt(then, now):
    """The sentence on exempt annexes, counted once for both, where there is any."""
    rows = ExemptAnnex.objects.filter(edition__in=[then.key, now.key])
    count = len({row.anchor for row in rows})
    be = "part is" if count == 1 else "parts are"
    return [f"{count} {be} exempt and not compared."] if count else []


def summary(figures, commitments=(), asked=(), sections=(), exempt=()):
    """The sentences under the heading."""
    many = len(figures[pairs.CHANGED])
    told = [f"{many or 'No'} figure{'s' * (many != 1)} changed."]
    if commitments:
        told.append(f"Commitments: {_counts(commitments, promised.ORDER)}.")
    if asked:
        told.append(f"Recommendations: {_counts(asked, ASKED)}.")
    if sections:
        changed = sum(bool(row[2]) for row in sections)
        many = len(sections)
        told.append(f"Words changed in {changed} of {many} section{'s' * (many != 1)}.")
    return " ".join([*told, *exempt])


def of_figures(figures, names):
    """The blocks of the figures, each group that did not change behind a press."""
    columns = [_capital(name) for name in names]
    changed, unlike, same, twice, later, earlier = (figures[caption] for caption in pairs.CAPTIONS)
    blocks = [("h2", "Figures")]
    blocks += _table(pairs.CHANGED, ("Figure", *columns, "Change", "Over time"), changed)
    if not changed:
        some = "No figure in both can be compared." if unlike else ""
        said = "No figure in both changed." if same or twice else some
        blocks.append(("p", said or "No figure is in both."))
    if unlike:
        blocks += [("summary", f"{_many(unlike)} cannot be compared"), ("p", NO_DIFFERENCE)]
        blocks += _table(pairs.UNLIKE, ("Figure", *columns, "Why"), unlike)
    if same:
        blocks.append(("summary", f"{_many(same)} did not change"))
        blocks += _table(pairs.SAME, ("Figure", *columns), same)
    if twice:
        verb = "is" if len(twice) == 1 else "are"
        blocks.append(("summary", f"{_many(twice)} of the same date {verb} printed in both"))
        blocks += _table(pairs.TWICE, ("Figure", *columns), twice)
    if alone := [*later, *earlier]:
        verb = "is" if len(alone) == 1 else "are"
        blocks.append(("summary", f"{_many(alone)} {verb} in one of the two only"))
    blocks += _table(pairs.LATER, ("Figure", columns[1]), later)
    return blocks + _table(pairs.EARLIER, ("Figure", columns[0]), earlier)


def _heads(rows, names):
    if not rows:
        return []
    columns = ("Row", *(_capital(name) for name in names), "Change")
    text = f"Title and details: {len(rows)} change{'s' * (len(rows) != 1)}"
    return [("summary", text), *_table("Title and details", columns, rows)]


def _table(caption, columns, rows):
    """The blocks of a table; none without rows."""
    return [("caption", caption), ("tr", columns), *(("tr", row) for row in rows)] if rows else []


def _counts(rows, order):
    counts = Counter(state for state, _ in rows)
    return ", ".join(f"{counts[name]} {name.lower()}" for name in order if counts[name])


def _many(rows):
    return f"{len(rows)} figure{'s' * (len(rows) != 1)}"


def _capital(text):
    return text[:1].upper() + text[1:]


def _first_difference(page, expected):
    both = zip([*page, None], [*expected, None], strict=False)
    return next((pair for pair in both if pair[0] != pair[1]), None)
