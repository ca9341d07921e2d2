"""The example of a report that a template's page shows."""

from reports.report_templates import rules
from reports.report_templates.examples import shipped
from reports.report_templates.samples import sample_parts
from tests.sweeping import swept


@swept([(name,) for name in shipped()])
def test_every_part_is_shown_in_order_with_what_is_in_it(name):
    spec = shipped()[name]
    shown = sample_parts(spec)
    assert [part.slug for part in shown] == [part["slug"] for part in spec["parts"]]
    assert all(part.name and part.content for part in shown)
    assert [part.is_titled for part in shown] == [bool(part.get("title")) for part in spec["parts"]]


def test_what_is_set_for_a_part_is_said_in_words():
    shown = {part.slug: part for part in sample_parts(shipped()["york-2020"])}
    [risks] = shown["risks"].settings
    proposed = "In every report. Where nothing is written a person is asked to keep: “{}”"
    assert risks == proposed.format("There are no known risks.")
    assert shown["recommendations"].settings == (
        "In every report",
        "A reason is required",
        "Reasons are printed under the recommendations",
    )
    assert [line.text for line in shown["recommendations"].lines] == [
        "The committee is asked to:",
        "A recommendation",
        "A recommendation",
    ]
    assert shown["implications"].lines[-1].text.startswith("Financial, Human Resources, ")
    assert [line.text for line in shown["head"].lines] == [
        "Committee",
        "Date of meeting",
        "Report of",
        "Date of report",
        "Period covered",
    ]
    assert [line.label for line in shown["annexes"].lines] == ["A", "B"]


def test_reasons_of_their_own_are_numbered_in_the_example_too():
    spec = rules.with_reasons_at(shipped()["york-2016"], "apart")
    shown = {part.slug: part for part in sample_parts(spec)}
    lead = int(shown["recommendations"].lines[0].label.rstrip("."))
    assert [line.label for line in shown["reasons"].lines] == [f"{lead + 1}.", f"{lead + 2}."]
    assert shown["recommendations"].settings == ("In every report", "A reason is required")
    plain = rules.with_changed_part(spec, "introduction", {"numbered": False})
    shown = {part.slug: part for part in sample_parts(plain)}
    assert shown["introduction"].settings[-1] == "Its paragraphs have no numbers"
