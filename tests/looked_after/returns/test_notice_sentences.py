"""Every notice of a return: its whole sentence, how many it counts, and the row that is none."""

from datetime import date

import pytest

from assurance.looked_after.rules.notices import codes_of
from assurance.looked_after.rules.return_files import ReadFile
from assurance.looked_after.rules.returns import Cover, with_lines
from tests.looked_after.reading import YEAR, read, told, whole
from tests.make.looked_after import BOY, GIRL, HEADER, UASC, csv
from tests.sweeping import swept

SAID = {"child": "7", "start": "01/06/2017", "rne": "S", "ls": "C2", "cin": "N1", "place": "U4",
        "provider": "PR4", "end": "", "rec": "", "change": ""}  # fmt: skip


def row(**said):
    """A line of the episodes file of which nothing is strange but what is said."""
    return ",".join([*{**SAID, **said}.values(), "", "", ""])


def sentences(*rows, cover=YEAR, **said):
    """Kind → (how many, sentence) of a return of these lines."""
    found = told(whole(*rows, **said), cover).items()
    return {kind: (notice.count, notice.sentence) for kind, notice in found}


SILENT = "Children of the header file without an episode, who are not kept (CHILD)"
OVERLAP = "Rows that end after the child’s next starts, of"
NO_END = "Rows with a reason ceased (REC) but no end, which count as open"
NO_REASON = "Rows with an end but no reason ceased (REC)"
IDLE = "Rows with a provider for a temporary or other placement"
PARENT = "Rows with a provider other than PR0 for a placement with parents"
LATE = "Rows that start after 31 March 2018, where the return’s cover ends"
EARLY = "Rows that ended before 1 April 2017, when the return’s year starts"
UNKNOWN = "code that 2017 to 2018 does not have"
ENDED = {"end": "31/07/2017", "rec": "E4A"}


@swept(
    [
        ([row(rec="X1")], "rec_without_dec", 1, f"{NO_END}: 1 (line 2)."),
        ([row(end="31/07/2017")], "dec_without_rec", 1, f"{NO_REASON}: 1 (line 2)."),
        ([row(place="T0")], "provider_not_expected", 1, f"{IDLE}: 1 (line 2)."),
        ([row(place="Z1")], "provider_not_expected", 1, f"{IDLE}: 1 (line 2)."),
        ([row(place="P1")], "provider_not_a_parent", 1, f"{PARENT}: 1 (line 2)."),
        ([row(start="01/04/2018")], "after_cover", 1, f"{LATE}: 1 (line 2)."),
        (
            [row(start="01/04/2016", end="31/03/2017", rec="E4A")],
            "before_cover",
            1,
            f"{EARLY}: 1 (line 2).",
        ),
        *(
            (
                [line],
                f"code_{name.lower()}",
                1,
                f"Rows with a {name} {UNKNOWN} ({code}): 1 (line 2).",
            )
            for name, code, line in (
                ("RNE", "Q", row(rne="Q")),
                ("LS", "C9", row(ls="C9")),
                ("CIN", "N9", row(cin="N9")),
                ("PLACE", "U9", row(place="U9")),
                ("PLACE_PROVIDER", "PR9", row(provider="PR9")),
                ("REC", "E99", row(**{**ENDED, "rec": "E99"})),
                ("REASON_PLACE_CHANGE", "MOVED", row(change="MOVED")),
            )
        ),
        ([row(), row(start="02/06/2017")], "overlaps", 1, f"{OVERLAP} 1 child: 1 (line 2)."),
        ([row(**ENDED), row(start="30/07/2017")], "overlaps", 1, f"{OVERLAP} 1 child: 1 (line 2)."),
        (
            [row(), row(start="02/06/2017"), row(start="03/06/2017")],
            "overlaps",
            2,
            f"{OVERLAP} 1 child: 2 (lines 2, 3).",
        ),
    ]
)
def test_what_is_strange_is_told_in_one_sentence_and_alone(rows, kind, count, sentence):
    assert sentences(*rows) == {kind: (count, sentence)}


@swept(
    [
        {},
        ENDED,
        {"place": "T0", "provider": ""},
        {"place": "Z1", "provider": ""},
        {"place": "P1", "provider": "PR0"},
        {"place": "P1", "provider": ""},
        {"start": "31/03/2018"},
        {"cin": "", "rne": "", "ls": ""},
    ]
)
def test_what_is_not_strange_is_not_told(said):
    assert sentences(row(**said)) == {}


def test_children_who_stand_in_one_file_alone_are_counted():
    uasc = read("uasc.csv", csv(UASC, "5,1,05/05/2003,", "6,1,05/05/2003,", "7,1,05/05/2003,"))
    found = sentences(
        *(row(), row(child="9"), row(child="9", start="02/06/2017")),
        children=(BOY, GIRL, "10,2,05/05/2003,OOTH,,,"),
        more=[uasc],
    )
    assert found == {
        "orphans": (
            1,
            (
                "Children with episodes who are not in the header file (CHILD): 1 (line 3). They "
                "are counted, with age and sex not known."
            ),
        ),
        "without_episodes": (
            2,
            f"{SILENT}: 2 (lines 3, 4).",
        ),
        "uasc_orphans": (
            2,
            "Children of the UASC file who are not in the header file (CHILD): 2 (lines 2, 3).",
        ),
        "overlaps": (1, f"{OVERLAP} 1 child: 1 (line 3)."),
    }


def test_codes_of_the_header_are_told_beside_its_lines():
    children = (BOY, "8,3,05/05/2003,QQQQ,,,", "9,,05/05/2003,,,,")
    found = sentences(*(row(child=one) for one in "789"), children=children)
    assert found == {
        "code_sex": (1, f"Rows with a SEX {UNKNOWN} (3): 1 (line 3)."),
        "code_ethnic": (1, f"Rows with a ETHNIC {UNKNOWN} (QQQQ): 1 (line 3)."),
    }


def test_ten_strange_codes_are_named_at_most_and_five_lines():
    codes = [f"Q{number:02}" for number in range(12)]
    rows = [row(child=f"{at}", cin=code) for at, code in enumerate(codes)]
    count, sentence = sentences(*rows)["code_cin"]
    named = ", ".join(codes[:10])
    expected = f"Rows with a CIN {UNKNOWN} ({named}): 12 (lines 2, 3, 4, 5, 6 and further ones)."
    assert (count, sentence) == (12, expected)


def test_a_cover_that_was_shortened_says_from_which_day_to_which():
    cover = Cover(date(2018, 3, 31), date(2017, 3, 31), date(2017, 12, 8), shortened=True)
    assert sentences(row(), cover=cover) == {
        "shortened": (
            1,
            (
                "Nothing in the return happened after 8 December 2017, so it is taken to end there "
                "and not on 31 March 2018."
            ),
        )
    }


def test_columns_that_no_file_of_the_return_has_are_named_with_their_file():
    more = csv(f"{HEADER},SHOE,HAT", f"{BOY},4,5")
    found = told(whole_of(read("who.csv", more)))
    assert found["unknown_columns"].count == 2
    assert found["unknown_columns"].sentence == (
        "who.csv has columns that are not the header file’s and were not read: SHOE, HAT."
    )


def whole_of(header: ReadFile):
    """A return of one usual line, with this header file."""
    one = whole(row())
    files = (header, *(file for file in one.files if file.kind != "header"))
    return type(one)(files=files, children=one.children, episodes=one.episodes)


@swept(
    [
        ([(None, None)], [2013, 2014, 2015, 2016, 2017]),
        ([(2015, None)], [2015, 2016, 2017]),
        ([(None, 2015)], [2013, 2014, 2015]),
        ([(2014, 2016)], [2014, 2015, 2016]),
        ([(2015, 2015)], [2015]),
        ([(2018, None)], []),
        ([(None, 2012)], []),
        ([(None, 2013), (2016, None)], [2013, 2016, 2017]),
    ]
)
def test_a_code_is_of_the_years_from_its_first_to_its_last_and_of_both_its_spans(spans, years):
    assert [year for year in range(2013, 2018) if codes_of(year, {"Q1": spans})] == years


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "Rows: 0 (lines )."),
        ([4], "Rows: 1 (line 4)."),
        ([9, 4], "Rows: 2 (lines 4, 9)."),
        ([6, 5, 4, 3, 2], "Rows: 5 (lines 2, 3, 4, 5, 6)."),
        ([7, 6, 5, 4, 3, 2], "Rows: 6 (lines 2, 3, 4, 5, 6 and further ones)."),
    ],
)
def test_the_first_five_lines_are_named_in_order(lines, said):
    rows = whole(*(row(child=f"{one}") for one in range(8))).episodes
    by_line = {one.line: one for one in rows}
    assert with_lines("Rows", [by_line[line] for line in lines]) == said
