"""A council gets its report templates by command, shipped ones by name and others from a file."""

import json

import pytest
from django.core.management import CommandError, call_command

from assurance.records.history import HistoryEntry
from reports.language import template as templates
from reports.papers.models.templates import ReportTemplate
from tests.cast import make_council

pytestmark = pytest.mark.django_db
NAMES = ("worcestershire-2016", "york-2016", "york-2017", "york-2020")


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_added_once_by_its_name_and_can_be_read(name, capsys):
    council = make_council()
    call_command("add_report_template", name)
    (row,) = ReportTemplate.objects.of(council)
    assert templates.read(row.spec).slug == name
    assert row.title in capsys.readouterr().out
    with pytest.raises(CommandError, match="already"):
        call_command("add_report_template", name)
    assert ReportTemplate.objects.get() == row
    assert [one.what for one in HistoryEntry.objects.of(council)] == ["report_templates.add"]


def test_a_template_of_the_councils_own_comes_from_a_file(tmp_path):
    council = make_council()
    file = tmp_path / "own.json"
    parts = [{"slug": "body", "kind": "sections"}]
    file.write_text(json.dumps({"slug": "own", "title": "Our own", "parts": parts}), "utf-8")
    call_command("add_report_template", str(file), council=council.slug)
    assert ReportTemplate.objects.of(council).get().title == "Our own"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (None, "There is no template"),
        ("not json", "is not JSON"),
        (b"\xff\xfe", "is not JSON"),
        ("[1]", "one object in braces"),
        ("{}", "needs a list of parts"),
        ('{"slug": "x", "title": "X", "parts": [{"slug": "a", "kind": "castle"}]}', "the kind is"),
    ],
)
def test_what_makes_no_template_is_refused_with_a_sentence(tmp_path, content, part):
    make_council()
    file = tmp_path / "bad.json"
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CommandError, match=part):
        call_command("add_report_template", str(file))
    assert not ReportTemplate.objects.exists()


def test_it_asks_for_the_council_where_there_is_none_or_more_than_one():
    with pytest.raises(CommandError, match="no council yet"):
        call_command("add_report_template", "york-2016")
    make_council("one")
    make_council("two")
    with pytest.raises(CommandError, match="--council"):
        call_command("add_report_template", "york-2016")
