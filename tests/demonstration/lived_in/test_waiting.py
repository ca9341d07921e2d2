"""The files of reports that wait for somebody agree with themselves, with the staff list and with
the drafts that they are about."""

from datetime import datetime

import pytest

from reports.checks.rule import Severity
from reports.demonstration import load, texts
from reports.language.rules.due_dates import ANSWERS
from reports.verdicts.registry import rule_called
from tests.demonstration.lived_in.test_files import staff

APPROVALS, COLLEAGUES = texts.read("approvals"), texts.read("colleagues")
DRAFT = texts.read("desk")["draft"][0]["paper"]
WAITING = APPROVALS["draft"][0]["paper"]


def slugs(paper):
    """The names of the blocks of a report."""
    return {block["slug"] for block in paper["blocks"]}


def under(paper, section):
    """The names of the blocks within a section."""
    return {block["slug"] for block in paper["blocks"] if block["parent"] == section}


@pytest.mark.parametrize("value", [APPROVALS, COLLEAGUES], ids=["approvals", "colleagues"])
def test_whoever_does_something_is_on_the_staff_on_a_day_that_is_reached(value):
    for entries in value.values():
        for entry in entries:
            assert entry.get("account", "clerk") in staff()
            assert "2015-01-05" <= entry["on"] <= str(load.LAST_DAY), entry


def test_what_happens_to_the_report_that_waits_happens_in_order():
    order = ("rule", "draft", "sent", "outside", "approved", "outside_approved", "hour")
    days = [APPROVALS[key][0]["on"] for key in order]
    assert days == sorted(days)
    assert APPROVALS["approved"][-1]["on"] <= APPROVALS["early_readers"][0]["first"]


def test_the_hour_lies_after_its_asking_and_on_the_date_of_the_report():
    [entry] = APPROVALS["hour"]
    now, at = (datetime.fromisoformat(entry[name]) for name in ("now", "at"))
    assert now < at
    assert (str(now.date()), str(at.date())) == (entry["on"], WAITING["paper_date"])


def test_nobody_outside_is_called_by_an_address_of_the_council():
    rows = [*APPROVALS["outside"], *APPROVALS["early_readers"], *COLLEAGUES["contributions"]]
    addresses = [row["email"] for row in rows if "email" in row]
    assert len(addresses) == 3
    assert all(address.endswith(".example.org") for address in addresses)


def test_the_report_that_waits_answers_in_a_block_that_it_has():
    for entry in texts.read("answers")[WAITING["slug"]]:
        assert entry["block"] in slugs(WAITING) and entry["state"] in ANSWERS
        made = {item["block"] for item in texts.read("promises")["november-2016"]}
        assert entry["promised"] in made


@pytest.mark.parametrize("entry", COLLEAGUES["checks_off"])
def test_only_a_check_that_finds_no_errors_is_turned_off(entry):
    rule = rule_called(entry["rule"])
    assert rule.severity != Severity.ERROR and entry["reason"].endswith(".")


def test_a_check_is_turned_on_after_it_was_turned_off():
    off = {entry["rule"]: entry["on"] for entry in COLLEAGUES["checks_off"]}
    for entry in COLLEAGUES["checks_on"]:
        assert off[entry["rule"]] < entry["on"]
    assert len(off) > len(COLLEAGUES["checks_on"])


def test_what_is_not_saved_yet_and_what_came_by_link_are_of_blocks_of_the_draft():
    for entry in COLLEAGUES["autosaved"]:
        assert entry["block"] in slugs(DRAFT)
    for entry in COLLEAGUES["contributions"]:
        section = entry["section"].removeprefix("block:")
        assert section in slugs(DRAFT)
        boxes = {name.partition("-")[2] for name in entry["words"]}
        assert boxes <= {section} | under(DRAFT, section)
        assert entry["on"] < entry["due_on"]


def test_the_number_that_may_be_printed_is_quoted_by_the_draft():
    for entry in COLLEAGUES["releases"]:
        quoted = ":".join(entry["figure"])
        assert any(quoted in block["text"] for block in DRAFT["blocks"])


def test_the_record_that_is_asked_for_is_of_a_day_to_come():
    [entry] = COLLEAGUES["records"]
    later = [row for row in DRAFT["dates"].values() if row["end"] > str(load.LAST_DAY)]
    assert [row["label"] for row in later] == ["Children counted last on"]
    assert later[0]["end"] <= entry["due_on"]


@pytest.mark.parametrize("slug", ["overview-2020", "peer-review-2020", "wellbeing-2020"])
def test_each_report_of_2020_has_legal_implications_to_clear(slug):
    [rule] = APPROVALS["rule"]
    part, _, heading = rule["scope"].partition("/")
    paper = texts.paper(slug)
    assert paper["template"] == rule["template"] and paper["paper_date"] > rule["on"]
    [entry] = [b for b in paper["blocks"] if (b["part"], b["heading"]) == (part, heading)]
    assert entry["text"]


def test_each_early_reader_is_named_by_a_post_and_reads_by_account_or_by_link():
    rows = APPROVALS["early_readers"]
    assert len({row["post"] for row in rows}) == len(rows)
    for row in rows:
        assert ("account" in row) != ("email" in row)
        assert row["on"] <= row["first"] <= WAITING["paper_date"]
    named = {row.get("account") for row in rows}
    for reading in APPROVALS["readings"]:
        assert reading["account"] in named
        assert reading["at"].startswith(reading["on"])
