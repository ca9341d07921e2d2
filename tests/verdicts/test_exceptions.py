"""A finding is passed over with a reason that stands until its sentence changes; a rule is turned
off with one that everybody can read. No error ever is."""

import pytest
from django.urls import reverse

from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.checks import operations
from reports.checks.rule import Rule, Severity, digest_of, may_pass_together
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from reports.verdicts.paper.cause_lines import by_rule, lines_for
from reports.verdicts.paper.verdict import verdict
from reports.verdicts.registry import RULES
from reports.verdicts.run import FAILED, check
from tests import cast
from tests.checks.drawn import KNOWN, reading
from tests.make import drafts as papers
from tests.make.papers import block

pytestmark = pytest.mark.django_db
ON = papers.ON
TWICE = "This paper tells what was was audited."


@pytest.fixture
def paper():
    council = cast.make_council()
    papers.records(council)
    made = papers.written(cast.clerk(council), with_records=False)
    block = made.blocks.get(slug="purpose")
    return changed(block, TWICE).paper


def changed(block, text):
    """The block with another text."""
    by = cast.clerk(block.council)
    return writing.change_block(
        block=block, version=block.version, words={"text": text}, by=by, on=ON
    )


def finding(paper, key="doubled-word"):
    """What that rule finds in the paper, or None."""
    return next((one for one in verdict(paper).rows if one.checked.rule.key == key), None)


def passed(paper, reason="It is a quotation."):
    """The finding passed over."""
    by = cast.clerk(paper.council)
    return operations.pass_over(paper=paper, standing=finding(paper), reason=reason, by=by, on=ON)


def test_a_warning_keeps_a_paper_from_being_sent_until_it_has_a_reason(paper):
    by = cast.clerk(paper.council)
    with pytest.raises(Refused, match=r"warning.? to fix, or to accept with a reason"):
        approvals.send_for_approval(paper=paper, by=by, on=ON)
    passed(paper)
    sent = approvals.send_for_approval(paper=paper, by=by, on=ON)
    kept = [row for row in sent.frozen["checks"] if row["rule"] == "doubled-word"]
    assert [row["reason"] for row in kept] == ["It is a quotation."]


def test_a_check_that_fails_is_told_on_the_page_and_can_be_passed_over(paper, client, request):
    def fail(_read, _known):
        raise LookupError("audited")

    broken = Rule("broken", "structure", Severity.ERROR, "Nothing is broken.", fail)
    RULES.insert(0, broken)
    request.addfinalizer(lambda: RULES.remove(broken))
    by = cast.clerk(paper.council)
    client.force_login(by)
    page = client.get(reverse("verdicts:checks", args=[paper.series.slug, paper.slug]))
    assert "One check failed: “Nothing is broken.”" in page.content.decode()
    row = finding(paper, FAILED.key)
    operations.pass_over(paper=paper, standing=row, reason="Read by me.", by=by, on=ON)
    assert finding(paper, FAILED.key).passed


def test_a_reason_stands_when_the_paragraph_moves_and_falls_when_its_sentence_changes(paper):
    passed(paper)
    block = paper.blocks.get(slug="purpose")
    block = changed(block, f"A sentence before. {TWICE}")
    assert finding(paper).passed
    changed(block, TWICE.replace("audited", "looked at"))
    assert finding(paper) is not None
    assert finding(paper).passed is None


def test_a_reason_can_be_taken_back_once(paper):
    row = passed(paper)
    by = cast.clerk(paper.council)
    operations.look_again(passed=row, by=by, on=ON)
    assert finding(paper).passed is None
    with pytest.raises(Refused):
        operations.look_again(passed=row, by=by, on=ON)


def test_neither_an_error_nor_a_finding_without_a_reason_is_passed_over(paper):
    changed(paper.blocks.get(slug="audits"), "It says [[no.such_figure]].")
    by = cast.clerk(paper.council)
    error = finding(paper, "can-be-said")
    assert error.checked.severity == Severity.ERROR
    for standing, reason in ((error, "Because."), (finding(paper), "  ")):
        with pytest.raises(Refused):
            operations.pass_over(paper=paper, standing=standing, reason=reason, by=by, on=ON)
    assert not paper.check_exceptions.exists()


def test_nobody_accepts_a_typed_small_count_of_children_and_no_council_turns_it_off(paper):
    block = paper.blocks.get(slug="purpose")
    changed(block, "We placed [[stated 3: register]] children far away. Three carers resigned.")
    by = cast.administrator(paper.council)
    of_children, of_carers = (
        row for row in verdict(paper).rows if row.checked.rule.key == "small-number"
    )
    said = {"reason": "The parents agreed.", "by": by, "on": ON}
    with pytest.raises(Refused, match="cannot accept an error"):
        operations.pass_over(paper=paper, standing=of_children, **said)
    operations.pass_over(paper=paper, standing=of_carers, **said)
    operations.turn_off(council=paper.council, rule=of_carers.checked.rule, **said)
    left = [row for row in verdict(paper).rows if row.checked.rule.key == "small-number"]
    assert [row.fault.about for row in left] == ["3"]
    with pytest.raises(Refused, match="error"):
        approvals.send_for_approval(paper=paper, by=cast.clerk(paper.council), on=ON)


def test_a_rule_is_off_for_one_council_with_its_reason_and_no_error_rule_ever(paper):
    rule = next(one for one in RULES if one.key == "doubled-word")
    by = cast.administrator(paper.council)
    off = operations.turn_off(council=paper.council, rule=rule, reason="Dialect.", by=by, on=ON)
    assert finding(paper) is None
    with pytest.raises(Refused):
        operations.turn_off(council=paper.council, rule=rule, reason="Again.", by=by, on=ON)
    operations.turn_on(off=off, by=by, on=ON)
    assert finding(paper) is not None
    errors = [one for one in RULES if one.severity == Severity.ERROR]
    for one in errors:
        with pytest.raises(Refused, match="cannot be turned off"):
            operations.turn_off(council=paper.council, rule=one, reason="So.", by=by, on=ON)


def test_the_same_words_found_in_two_places_are_two_findings():
    found = check(reading(f"{TWICE}\n\n{TWICE}"), KNOWN)
    rows = [one for one in found if one.rule.key == "doubled-word"]
    digests = {digest_of(one.rule.key, one.fault) for one in rows}
    assert len(digests) == len(rows) == 2


def test_the_page_shows_each_finding_and_what_to_do_about_it(client, paper):
    client.force_login(cast.clerk(paper.council))
    at = reverse("verdicts:checks", args=[paper.series.slug, paper.slug])
    shown = client.get(at).content.decode()
    digest = finding(paper).digest
    assert "is written twice in a row" in shown
    assert "Fix it: “was was” becomes “was”" in shown
    answer = client.post(f"{at}pass-over/", {"digest": digest, "reason": ""})
    assert "Enter why it is right" in answer.content.decode()
    client.post(f"{at}pass-over/", {"digest": digest, "reason": "It is a quotation."})
    assert "It is a quotation." in client.get(at).content.decode()
    client.post(f"{at}look-again/", {"digest": digest})
    assert finding(paper).passed is None
    client.post(f"{at}mend/", {"digest": digest})
    assert finding(paper) is None
    assert paper.blocks.get(slug="purpose").text == "This paper tells what was audited."
    for step in ("pass-over", "look-again", "mend"):
        gone = client.post(f"{at}{step}/", {"digest": digest, "reason": "So."}, follow=True)
        assert "no longer found" in gone.content.decode()


def test_a_paper_that_was_sent_keeps_what_was_found(client, paper):
    passed(paper)
    approvals.send_for_approval(paper=paper, by=cast.clerk(paper.council), on=ON)
    sent = Paper.objects.get(pk=paper.pk)
    assert finding(sent).passed
    with pytest.raises(Refused):
        operations.look_again(passed=finding(sent).passed, by=cast.clerk(paper.council), on=ON)


def test_an_administrator_turns_a_rule_off_and_on_in_the_list_of_rules(client, paper):
    client.force_login(cast.administrator(paper.council))
    off = reverse("verdicts:turn-rule-off", args=["doubled-word"])
    assert "Enter why" in client.post(off, {"reason": ""}).content.decode()
    client.post(off, {"reason": "Dialect."})
    page = client.get(reverse("verdicts:kept-rules")).content.decode()
    # Its key is in addresses alone: people read what the rule says.
    assert "Dialect." in page and ">doubled-word<" not in page
    assert finding(paper) is None
    client.post(reverse("verdicts:turn-rule-on", args=["doubled-word"]))
    assert finding(paper) is not None
    assert client.get(reverse("verdicts:turn-rule-off", args=["nothing"])).status_code == 404


def test_one_reason_accepts_all_that_a_rule_of_words_finds_and_never_one_of_numbers(client, paper):
    client.force_login(cast.clerk(paper.council))
    at = reverse("verdicts:checks", args=[paper.series.slug, paper.slug])
    for slug in ("first", "second"):
        block(paper=paper, slug=slug, part="body", text=f"It was was so of {slug}.")
    shown = client.get(at).content.decode()
    assert "Accept all 3 with one reason" in shown and "<code>" not in shown
    empty = client.post(f"{at}pass-over-all/", {"rule": "doubled-word", "reason": ""})
    assert "Enter why they are right" in empty.content.decode()
    both = {"rule": "doubled-word", "reason": "It is dialect."}
    done = client.post(f"{at}pass-over-all/", both, follow=True).content.decode()
    assert "3 warnings accepted with your reason." in done
    assert paper.check_exceptions.filter(reason="It is dialect.").count() == 3
    again = client.post(f"{at}pass-over-all/", both).content.decode()
    assert "Nothing that this rule finds is left to accept." in again
    numbers = client.post(f"{at}pass-over-all/", {**both, "rule": "text-unlike-table"})
    assert "Check each one on its own" in numbers.content.decode()
    unknown = client.post(f"{at}pass-over-all/", {**both, "rule": "nothing"})
    assert unknown.status_code == 404


def test_no_rule_of_numbers_dates_or_people_is_accepted_in_one_go():
    together = [one for one in RULES if may_pass_together(one)]
    assert {one.family for one in together} == {"structure", "wording"}
    assert all(one.severity == Severity.WARNING for one in together)
    assert not any(one.key == "person-named" for one in together)


def test_causes_of_one_rule_stand_together_and_each_finding_once(paper):
    for slug in ("first", "second"):
        block(paper=paper, slug=slug, part="body", text=f"It was was so of {slug}.")
    current = verdict(paper)
    groups = by_rule(lines_for(cast.clerk(paper.council), current.warnings))
    keys = [group.rule.key for group in groups]
    assert len(set(keys)) == len(keys)
    listed = [row.digest for group in groups for line in group.lines for row in line.cause.results]
    assert sorted(listed) == sorted(row.digest for row in current.to_accept)
    [doubled] = [group for group in groups if group.rule.key == "doubled-word"]
    assert doubled.number == 3 and doubled.together
    assert doubled.title == f"{doubled.rule.statement} This is not so in 3 cases:"
