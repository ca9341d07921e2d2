"""What stands before a council's first paper is added once, and refused the second time."""

from datetime import date

import pytest

from assurance.records.history import CommandLine, HistoryEntry
from assurance.records.refusals import Refused
from reports.papers.models.templates import Abbreviation
from reports.papers.operations import templates
from tests.cast import make_council
from tests.make.papers import report_template

pytestmark = pytest.mark.django_db
DAY = date(2015, 1, 5)
OWN = {"by": CommandLine("load_demonstration"), "on": DAY}
POST = {"slug": "director", "title": "Director", "from_date": DAY}


@pytest.fixture
def council():
    return make_council()


def spec(**said):
    return {**report_template(council=make_council("elsewhere")).spec, **said}


def test_a_committee_is_added_with_its_meetings(council):
    meetings = [{"date": date(2016, 1, 26), "title": "January 2016 meeting"}]
    own = {"council": council, "slug": "scrutiny", "title": "Scrutiny Committee", **OWN}
    committee = templates.add_committee(meetings=meetings, **own)
    assert [str(one) for one in committee.meetings.all()] == [
        "Scrutiny Committee on 26 January 2016"
    ]
    assert HistoryEntry.objects.about(committee).get().what == "committees.add"
    with pytest.raises(Refused, match="a committee of this name already"):
        templates.add_committee(meetings=[], **own)


def test_a_report_template_is_added_once_and_no_bad_one(council):
    with pytest.raises(Refused, match=r"\w"):
        templates.add_report_template(council=council, spec=spec(parts=[]), **OWN)
    assert not council.report_templates.exists()
    added = templates.add_report_template(council=council, spec=spec(), **OWN)
    assert added.spec["parts"]
    with pytest.raises(Refused, match="a report template of this name already") as refused:
        templates.add_report_template(council=council, spec=spec(), **OWN)
    assert refused.value.field == "slug"


def test_posts_are_added_to_the_directory_and_one_that_is_there_is_refused(council):
    made = templates.add_posts(council=council, posts=[POST], **OWN)
    assert [one.title for one in made] == ["Director"]
    with pytest.raises(Refused, match="The post “director” is there already"):
        templates.add_posts(council=council, posts=[POST], **OWN)


def test_the_glossary_learns_only_what_it_does_not_hold(council):
    first = [{"short": "CSC", "long": "Children's Social Care"}]
    second = [{"short": "CSC", "long": "Other"}, {"short": "DBS", "long": "Disclosure and Barring"}]
    templates.learn_abbreviations(council=council, rows=first, **OWN)
    made = templates.learn_abbreviations(council=council, rows=second, **OWN)
    assert [one.short for one in made] == ["DBS"]
    assert Abbreviation.objects.of(council).get(short="CSC").long == "Children’s Social Care"
