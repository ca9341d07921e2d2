"""Each value of a report is compared with the last one that counts alike, on every page."""

from reports.documents.figure_pairs import changes as listed_changes
from tests.make.published_figures import entry
from tests.publication.test_comparison import changes, document, groups

YEARS = [(f"{year}-01-01", f"{year}-12-31") for year in (2014, 2015, 2016)]
HALVES = ("2016-01-01", "2016-06-30"), ("2016-07-01", "2016-12-31")


def audits(text, span, **fields):
    return entry(text, span[1], start=span[0], key="audits.done", count=int(text), **fields)


def test_a_year_follows_the_year_before_and_a_half_year_the_half_year_before():
    before = document(audits("84", YEARS[1]), audits("43", HALVES[0]))
    after = document(audits("83", YEARS[2]), audits("40", HALVES[1]), audits("84", YEARS[1]))
    assert changes(before, after) == [
        ("84", "83", "Fell by 1", ()),
        ("43", "40", "Fell by 3", ()),
        ("84", "84", "The same", ()),
    ]
    assert groups(before, after) == {"changed": ["83", "40"], "repeated": ["84"]}
    # A number that was corrected since is nothing to compare with.
    corrected = document(audits("83", YEARS[2]), audits("85", YEARS[1]))
    assert changes(document(audits("84", YEARS[1])), corrected) == [
        (None, "83", "Not in the earlier", ()),
        ("84", "85", "Corrected from 84 to 85", ()),
    ]


def test_each_group_follows_itself():
    named = ("Staff", "Foster carers")
    before, after = (
        document(
            *(audits(text, span, cohort=name) for text, name in zip(texts, named, strict=True))
        )
        for texts, span in ((("355", "126"), YEARS[1]), (("362", "128"), YEARS[2]))
    )
    assert changes(before, after) == [
        ("355", "362", "Rose by 7", ()),
        ("126", "128", "Rose by 2", ()),
    ]


def test_a_report_lists_as_changed_what_its_comparison_does():
    before = document(audits("84", YEARS[0]), audits("42", ("2015-01-01", "2015-06-30")))
    after = document(audits("83", YEARS[1]), audits("84", YEARS[0]))
    assert groups(before, after)["changed"] == ["83"]
    listed = listed_changes(before.counted, after.counted)
    assert [(one.before.text, one.after.text) for one in listed] == [("84", "83")]
