"""The rules that a return is looked over by, reckoned a second time by plain questions about each
row of returns made of every cell that matters."""

import random
from datetime import date, timedelta

import pytest

from assurance.looked_after.rules.validation import (
    LISTS,
    ROWS_KEPT,
    RULES,
    faults_summary,
    findings_of,
    validate,
)
from tests.looked_after.reading import CODES, YEAR, whole
from tests.sweeping import swept

OF_YEAR = {
    name: {
        code
        for code, spans in codes.items()
        if any((first or 0) <= 2017 <= (last or 9999) for first, last in spans)
    }
    for name, codes in CODES.items()
}
# A cell of each column that is right, of another year or unknown, and empty.
CELLS = {
    "rne": ("S", "P", "Q"),
    "ls": ("C2", "V2", "D1", "C9"),
    "cin": ("N1", "N9", ""),
    "place": ("U4", "T0", "P1", "U9", "Z1"),
    "place_provider": ("PR4", "PR0", "PR9", ""),
    "rec": ("", "X1", "E4A", "E99"),
    "reason_place_change": ("", "MOVED"),
}
EDGES = (date(2017, 4, 1), date(2018, 3, 31), date(2018, 4, 1))


def made_of(seed):
    """A return of sixty lines about ten children, nine of whom the header knows; every start of a
    child its own."""
    chance = random.Random(seed)
    starts = [date(2017, 3, 1) + timedelta(days=20 * at) for at in range(20)]
    lines, children = [], ["20,1,05/05/2010,WBRI,,,", "21,7,05/05/2010,QQQQ,,,"]
    for child in range(10):
        if child:
            children.append(f"{child},{chance.choice('129U')},05/05/2010,{ethnic(chance)},,,")
        for start in chance.sample([*starts, *EDGES], 6):
            cells = [chance.choice(CELLS[name]) for name in CELLS]
            ended = chance.random() < 0.6
            end = f"{start + timedelta(days=chance.choice((0, 20, 45))):%d/%m/%Y}" if ended else ""
            row = [child, f"{start:%d/%m/%Y}", *cells[:5], end, *cells[5:], "", "", ""]
            lines.append(",".join(map(str, row)))
    chance.shuffle(lines)
    return whole(*lines, children=children)


def ethnic(chance):
    """A code for ethnicity, right, unknown or not given."""
    return chance.choice(("WBRI", "OOTH", "QQQQ", ""))


def nexts(told):
    """(row, the same child's next row) of a return, by looking through all rows for each."""
    for row in told.episodes:
        later = [one for one in told.episodes if one.child == row.child and one.decom > row.decom]
        if later:
            yield row, min(later, key=lambda one: one.decom)


def is_strange(row, name, attribute):
    """Whether a row has a code that no year of the list has."""
    return getattr(row, attribute) not in {"", *CODES[name]}


def is_of_another_year(row):
    """Whether some code of a row is one, and not of the return's year."""
    return any(
        getattr(row, attribute) in CODES[name] and getattr(row, attribute) not in OF_YEAR[name]
        for name, (_, attribute) in LISTS.items()
    )


def is_of_an_adult(row, told):
    """Whether a row goes on beyond the eighteenth birthday, an open one up to the cover's end."""
    if row.child not in told.children:
        return False
    born = told.children[row.child].dob
    last = row.dec - timedelta(days=1) if row.dec else max(row.decom, YEAR.last)
    return last >= born.replace(year=born.year + 18)


def again(told):
    """Rule and file → the lines that break it, asked of each row by itself."""
    rows, header = told.episodes, told.children.values()
    found = {
        (rule, "episodes"): [row.line for row in rows if is_strange(row, name, attribute)]
        for name, (rule, attribute) in LISTS.items()
    }
    found["of_another_year", "episodes"] = [row.line for row in rows if is_of_another_year(row)]
    found["148", "episodes"] = [
        row.line for row in rows if (row.dec and not row.rec) or (row.rec and not row.dec)
    ]
    found["orphan", "episodes"] = [row.line for row in rows if row.child == "0"]
    found["provider_not_expected", "episodes"] = [
        row.line for row in rows if row.place in ("T0", "Z1") and row.place_provider != ""
    ]
    found["provider_of_parents", "episodes"] = [
        row.line for row in rows if row.place == "P1" and row.place_provider in ("PR4", "PR9")
    ]
    found["after_cover", "episodes"] = [row.line for row in rows if row.decom == EDGES[-1]]
    found["before_cover", "episodes"] = [row.line for row in rows if row.dec and row.dec < EDGES[0]]
    found["142", "episodes"] = [row.line for row, _ in nexts(told) if not (row.dec and row.rec)]
    found["overlap", "episodes"] = [
        row.line for row, after in nexts(told) if not row.dec or row.dec > after.decom
    ]
    found["no_days", "episodes"] = [row.line for row in rows if row.dec == row.decom]
    found["gap", "episodes"] = [
        after.line
        for row, after in nexts(told)
        if row.dec and (after.decom - row.dec).days > 0 and after.rne != "S"
    ]
    found["adult", "episodes"] = [row.line for row in rows if is_of_an_adult(row, told)]
    found["101", "header"] = [row.line for row in header if row.sex in ("7", "9")]
    found["103", "header"] = [row.line for row in header if row.ethnic == "QQQQ"]
    found["silent", "header"] = [row.line for row in header if row.child in ("20", "21")]
    return {key: sorted(lines) for key, lines in found.items() if lines}


@swept(range(8))
def test_every_rule_finds_the_rows_that_a_plain_question_finds(seed):
    told = made_of(seed)
    assert len(told.episodes) == 60 and not told.faults
    assert validate(told, YEAR, OF_YEAR, CODES) == again(told)


def test_the_crowd_breaks_each_of_those_rules_somewhere():
    met = {key for seed in range(8) for key in again(made_of(seed))}
    assert {rule for rule, _ in met} >= {
        *("101", "103", "142", "143", "144", "145", "146", "148", "149", "provider", "overlap"),
        *("place_change", "of_another_year", "after_cover", "before_cover", "orphan", "silent"),
        *("provider_not_expected", "provider_of_parents"),
    }


@pytest.mark.parametrize(
    ("lines", "kept_lines", "more"),
    [
        (1, 1, 0),
        (ROWS_KEPT - 1, ROWS_KEPT - 1, 0),
        (ROWS_KEPT, ROWS_KEPT, 0),
        (ROWS_KEPT + 1, ROWS_KEPT, 1),
    ],
)
def test_so_many_rows_are_kept_and_the_rest_are_counted(lines, kept_lines, more):
    [one] = faults_summary({("144", "episodes"): list(range(2, 2 + lines))})
    assert (one["count"], len(one["rows"])) == (lines, kept_lines)
    [finding] = [each for each in findings_of([one]) if each.count]
    assert (finding.rule.key, finding.more) == ("144", more)


def test_what_was_found_comes_back_in_the_order_of_the_rules_each_file_by_itself():
    found = {("cells", "uasc"): [4], ("cells", "header"): [2, 3], ("101", "header"): [5]}
    told = [
        (one.rule.key, one.file, one.count, one.rows) for one in findings_of(faults_summary(found))
    ]
    assert [one for one in told if one[2]] == [
        ("101", "header", 1, (5,)),
        ("cells", "uasc", 1, (4,)),
        ("cells", "header", 2, (2, 3)),
    ]
    assert [key for key, *_ in told if key != "cells"] == [
        rule.key for rule in RULES if rule.key != "cells"
    ]


@swept(RULES, named=lambda rule: rule.key)
def test_each_rule_says_what_it_asks_and_what_that_means_for_the_counts(rule):
    assert rule.says.endswith(".") and rule.counts.endswith(".")
    assert rule.file in ("header", "episodes", "uasc")
    assert rule.severity in ("refused", "warning")
    is_left_out = "not counted" in rule.counts or "first row" in rule.counts
    assert is_left_out == (rule.severity == "refused")
