"""What lists of counts may leave out without a word, because nobody can tell what is missing."""

from tests.checks.drawn import found

SILENT = {
    "two counts before": "We saw 351 checks and 40 files. Of these:\n* 30 were late\n* 7 are due",
    "no count before": "We looked at checks. Of these:\n* 30 were late\n* 7 are due",
    "an item without a count": "We looked at 351 checks. Of these:\n* 30 were late\n* teams differ",
    "one item": "We looked at 351 checks. Of these:\n* 30 were late",
    "all of them": "We looked at 37 checks. Of these:\n* 30 were late\n* 7 are due",
    "no count in the row": "Of the 40 audits:\n* Most were good\n* 12 (30%) were sound\n"
    "* 26 (65%) were not",
    "two rows without": "Of the 40 audits:\n* 2 were good\n* 12 were sound\n* 26 (65%) were not",
}


def test_what_cannot_be_told_is_not_said_to_be_left_out():
    said = {
        name: keys
        for name, text in SILENT.items()
        if (keys := {one.rule.key for one in found(text)} & {"rest-unnamed", "share-left-out"})
    }
    assert said == {}
