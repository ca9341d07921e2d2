"""Random samples of cases: what is drawn, what is kept of it, and drawing it again."""

import hashlib
from collections import Counter
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assurance.audits import operations
from assurance.audits.models.samples import AuditSample
from assurance.audits.rules import samples
from assurance.records.models import HistoryEntry
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.audits import audit_round, audit_sample, case_audit

ADD = "/audits/samples/add/"
CASES = [f"C-{number}" for number in range(1, 101)]
DAY = date(2016, 1, 18)
needs_rows = pytest.mark.django_db


def typed(**said):
    """What an officer types to draw two of the hundred cases."""
    usual = {
        "title": "Dip sample of visits",
        "cases": "\n".join(CASES),
        "size": "2",
        "seed": "5eed",
    }
    return {**usual, **said}


def lowest(cases, size, seed):
    """The same draw as anybody makes it with a hash of their own."""
    marks = {hashlib.sha256((seed + "\n" + case).encode()).hexdigest(): case for case in cases}
    return [marks[mark] for mark in sorted(marks)[:size]]


def test_a_seed_draws_the_same_cases_whatever_the_order_of_the_list():
    drawn = samples.draw(CASES, 5, "5eed")
    assert drawn == samples.draw(CASES[::-1], 5, "5eed") == lowest(CASES, 5, "5eed")
    assert len(set(drawn)) == 5
    assert samples.draw([*CASES, *CASES], 5, "5eed") == drawn
    assert samples.draw(CASES, 5, "another") != drawn


def test_a_larger_sample_holds_the_smaller_and_the_whole_list_is_drawn_at_most_once():
    assert samples.draw(CASES, 10, "x")[:5] == samples.draw(CASES, 5, "x")
    assert sorted(samples.draw(CASES, 100, "x")) == sorted(CASES)


def test_no_case_is_drawn_more_often_than_chance_would_have_it():
    drawn = Counter(case for seed in range(1000) for case in samples.draw(CASES, 10, str(seed)))
    assert set(drawn) == set(CASES) and 60 <= min(drawn.values()) <= max(drawn.values()) <= 145


@pytest.mark.parametrize(
    "text, references",
    [
        ("C-1\nC-2\r\nC-1", ["C-1", "C-2"]),
        (" C-1 , C-2;C-3\tC-4\n\n", ["C-1", "C-2", "C-3", "C-4"]),
        ('"C-1"\n', ["C-1"]),
        ("", []),
        (" \n ,, ", []),
    ],
)
def test_references_are_read_one_to_a_line_or_between_commas(text, references):
    assert samples.references_of(text) == references


@pytest.mark.parametrize(
    "references, words",
    [
        ([], "Paste the list of cases, or choose a file that has it"),
        (["C-1", "Amy Smith"], "Case 2, “Amy Smith”, has no number in it"),
        (["1" * 41], "Case 1 has more than 40 characters"),
        ([f"C{place}" for place in range(20_001)], "The list has 20,001 cases"),
    ],
)
def test_a_list_of_anything_but_references_is_refused(references, words):
    assert samples.why_not_list(references).startswith(words)
    assert samples.why_not_list(["C-1"]) is None


def test_no_more_are_drawn_than_the_list_has():
    assert "The list has 2 different cases" in samples.why_not_size(3, ["C-1", "C-2"])


def test_a_case_in_capitals_and_small_letters_is_one_case_in_any_order():
    assert samples.references_of("C-1\nc-2\nc-1\nC-2") == ["C-1", "C-2"]
    assert samples.draw(["c-1", "C-1"], 2, "a") == samples.draw(["C-1", "c-1"], 2, "a") == ["C-1"]
    assert samples.say_same(["C-1"], ["c-1", "C-1"], 1, "a")[0]
    assert samples.why_not_size(2, ["C-1", "C-2"]) is None
    assert samples.why_not_size(None, ["C-1"]) is None


@pytest.mark.parametrize(
    "references, is_same, words",
    [
        (CASES, True, "The same 2 cases are drawn from this list by the same seed."),
        (CASES[:50], False, "this list has 50 cases and the one that was drawn from had 100"),
        ([f"D-{place}" for place in range(100)], False, "this is another list"),
    ],
)
def test_drawing_again_says_whether_it_is_the_same_list(references, is_same, words):
    drawn = samples.draw(CASES, 2, "5eed")
    if is_same is False and len(references) == 50:
        references = [case for case in CASES if case not in drawn]
        words = words.replace("50", "98")
    same, sentence = samples.say_same(drawn, references, 100, "5eed")
    assert (same, words in sentence) == (is_same, True)


def test_the_same_cases_from_a_longer_list_are_told_with_both_numbers():
    drawn = samples.draw(CASES, 2, "5eed")
    same, sentence = samples.say_same(drawn, CASES, 90, "5eed")
    assert same and "this list has 100 cases and the one that was drawn from had 90" in sentence


def test_references_that_were_removed_are_not_compared():
    drawn = samples.draw(CASES, 3, "5eed")
    left = samples.without_others(drawn, drawn[1:])
    assert left == ["Removed case 1", *drawn[1:]]
    assert samples.say_same([left[0], "Removed 12", drawn[2]], CASES, 100, "5eed") == (
        True, "The same 1 case is drawn from this list by the same seed.",
    )  # fmt: skip
    assert not samples.say_same([left[0], *drawn[:2]], CASES, 100, "5eed")[0]
    assert samples.why_not_compare(left) is None
    assert "nothing to compare" in samples.why_not_compare(samples.without_others(drawn, []))


@needs_rows
def test_a_sample_of_which_no_reference_is_left_is_not_drawn_again(client):
    sample = audit_sample(references=["Removed case 1", "Removed 12"], references_removed_on=DAY)
    client.force_login(officer())
    assert "draw the sample again" not in client.get(f"/audits/samples/{sample.pk}/").text
    page = client.post(f"/audits/samples/{sample.pk}/again/", {"cases": "C-1"}).text
    assert "were removed: there is nothing to compare" in page and "Other cases" not in page


@needs_rows
def test_only_the_cases_drawn_are_kept_with_the_seed_the_day_and_the_size_of_the_list():
    council, by = make_council(), officer()
    fields = {"council": council, "by": by, "on": DAY, "title": "Dip sample"}
    sample = operations.draw_sample(cases=CASES, size=3, seed="5eed", audit_round=None, **fields)
    assert sample.references == lowest(CASES, 3, "5eed") and sample.drawn == 3
    assert (sample.listed, sample.seed, sample.drawn_on) == (100, "5eed", DAY)
    entry = HistoryEntry.objects.get(what="audit_samples.draw")
    left_out = next(case for case in CASES if case not in sample.references)
    assert f'"{left_out}"' not in str(vars(sample)) + str(entry.changes)


@needs_rows
def test_without_a_seed_a_new_one_is_made_and_kept():
    fields = {"council": make_council(), "by": officer(), "on": DAY, "audit_round": None}
    seeds = set()
    for title in ("One", "Two"):
        sample = operations.draw_sample(cases=CASES, size=3, title=title, **fields)
        assert sample.references == samples.draw(CASES, 3, sample.seed)
        seeds.add(sample.seed)
    assert len(seeds) == 2 and all(seeds)


@needs_rows
@pytest.mark.parametrize(
    "fields", [{"cases": []}, {"cases": ["Amy"]}, {"size": 101}, {"title": "Taken"}]
)
def test_a_draw_that_cannot_be_is_refused_and_nothing_is_kept(fields):
    audit_sample(title="Taken")
    usual = {"council": make_council(), "by": officer(), "on": DAY, "audit_round": None}
    usual |= {"cases": CASES, "size": 3, "title": "New"}
    with pytest.raises(Refused):
        operations.draw_sample(**{**usual, **fields})
    assert AuditSample.objects.count() == 1


@needs_rows
def test_an_officer_draws_a_sample_and_sees_which_cases_were_audited(signed_in):
    round_ = audit_round()
    drawn = lowest(CASES, 2, "5eed")
    done = case_audit(reference=drawn[1])
    page = signed_in.post(ADD, typed(audit_round=round_.pk), follow=True).content.decode()
    assert "Random sample added." in page and "1 of 2 audited." in page
    assert f"{drawn[0]}: not audited yet" in page
    add = f"/audits/add/?reference={drawn[0]}"
    assert f'href="{add}&amp;round={round_.pk}"' in page
    form = signed_in.get(f"{add}&round={round_.pk}").content.decode()
    assert f'value="{drawn[0]}"' in form and f'value="{round_.pk}" selected' in form
    form = signed_in.get(f"/audits/add/?reference={'x' * 99}&round=none").content.decode()
    assert "xxx" not in form
    assert f'href="/audits/{done.pk}/">audited on 2 March 2015' in page
    assert "a reference of the audit’s own, never the child’s name or case number" in page
    assert "reference of its case" not in page
    assert AuditSample.objects.get().audit_round == round_


@needs_rows
@pytest.mark.parametrize(
    "said, field, words",
    [
        ({"cases": ""}, "cases", "Paste the list of cases, or choose a file"),
        ({"cases": "Amy Smith\nC-1"}, "cases", "has no number in it"),
        ({"size": "101"}, "size", "The list has 100 different cases"),
        ({"size": "0"}, "size", "must be 1 or more"),
        ({"size": "many"}, "size", "must be a whole number"),
        ({"title": ""}, "title", "Enter the title"),
        ({"title": "TAKEN"}, "title", "There is a sample of this title already"),
        ({"seed": "x" * 41}, "seed", "must have 40 characters or fewer"),
    ],
)
def test_a_wrong_entry_gets_its_sentence_and_draws_nothing(signed_in, said, field, words):
    audit_sample(title="TAKEN")
    form = signed_in.post(ADD, typed(**said)).context["form"]
    assert words in form.errors[field][0]
    assert AuditSample.objects.count() == 1


@needs_rows
@pytest.mark.parametrize(
    "name, content",
    [
        ("list.csv", b"Case,Name\nC-1,Amy Smith\nC-2,Bo Jones\nC-3,Cy Brown\n"),
        ("list.txt", b"C-1\nC-2\nC-3\n"),
    ],
)
def test_of_a_file_only_the_first_column_is_read(signed_in, name, content):
    said = {**typed(cases="", size="3"), "file": SimpleUploadedFile(name, content)}
    signed_in.post(ADD, said)
    sample = AuditSample.objects.get()
    assert (sample.listed, sorted(sample.references)) == (3, ["C-1", "C-2", "C-3"])


@needs_rows
@pytest.mark.parametrize(
    "content, cases, words",
    [
        (b"%PDF-1.4", "", "PDF"),
        (b"Name\nAmy Smith\n", "", "has no number in it"),
        (b"C-1\nC-2\n", "C-1", "not both"),
        (b"", "", "The file is empty"),
    ],
)
def test_a_file_that_holds_no_list_is_refused(signed_in, content, cases, words):
    said = {**typed(cases=cases), "file": SimpleUploadedFile("list.csv", content)}
    form = signed_in.post(ADD, said).context["form"]
    assert words in form.errors["file"][0] and not AuditSample.objects.exists()


@needs_rows
def test_a_sample_is_drawn_again_from_its_list_and_nothing_more_is_kept(signed_in):
    signed_in.post(ADD, typed())
    sample, before = AuditSample.objects.get(), HistoryEntry.objects.count()
    address = f"/audits/samples/{sample.pk}/again/"
    assert "Nothing that you give here is kept." in signed_in.get(address).content.decode()
    page = signed_in.post(address, {"cases": "\n".join(CASES)}).content.decode()
    assert "Same cases" in page and "drawn from this list by the same seed" in page
    page = signed_in.post(address, {"cases": "C-1\nC-2"}).content.decode()
    assert "Other cases" in page
    assert "cases" in signed_in.post(address, {"cases": ""}).context["form"].errors
    assert HistoryEntry.objects.count() == before


@needs_rows
def test_a_sample_is_withdrawn_and_never_changed(signed_in):
    sample = audit_sample()
    assert signed_in.get(f"/audits/samples/{sample.pk}/change/").status_code == 404
    signed_in.post(
        f"/audits/samples/{sample.pk}/withdraw/", {"version": 1, "because": "Wrong list"}
    )
    sample.refresh_from_db()
    assert sample.is_withdrawn
