"""A value has the day of its evidence wherever it prints, derived again from the rows behind it."""

import csv
import json
import re
import zipfile
from datetime import date
from html import unescape
from io import BytesIO, StringIO

import pikepdf
import pytest

from assurance.dbs.models.audits import DbsAudit
from assurance.figures.figure import FigureRequest, Timing
from assurance.figures.registry import FIGURES
from assurance.governance.models.measures import MeasureValue
from assurance.improvement.models.actions import Action
from assurance.looked_after.models.censuses import Census, UnitCost
from assurance.looked_after.models.returns import Return
from assurance.runtime.periods import When, say_day
from reports.demonstration import texts
from reports.documents.document import Table
from reports.editions.changed_figures import changed_since
from reports.prose.dates import dates
from tests.demonstration.reading import document, each, edition

pytestmark = pytest.mark.django_db
SLUGS = ("july-2015", "january-2016")
DAYS = (date(2015, 6, 30), date(2015, 12, 1), date(2016, 1, 5), date(2016, 1, 15))


def own_days(key, row):
    """The first and last day of what a row of evidence says, None for what is asked of any day."""
    kind, number = (
        re.match(r"(DBS audit|census|unit-cost|measure value)[ /:](\d+)", row)
        or re.match("()()", row)
    ).groups()
    if kind == "DBS audit":
        audit = DbsAudit.objects.get(pk=number)
        return (audit.audit_date if key == "dbs.overdue" else audit.position_date,) * 2
    if kind in ("census", "unit-cost"):
        cost = UnitCost.objects.filter(pk=number).first() if kind == "unit-cost" else None
        return ((cost.census if cost else Census.objects.get(pk=number)).date,) * 2
    if kind == "measure value":
        value = MeasureValue.objects.get(pk=number)
        return value.from_date or value.to_date, value.to_date
    return None


@pytest.mark.long
@pytest.mark.parametrize("since", [None, date(2014, 1, 1)])
def test_each_figure_of_a_day_is_of_the_day_of_its_evidence(demonstration, since):
    council, tried = edition("january-2016").council, set()
    stocks = [figure for figure in FIGURES.values() if figure.timing == Timing.AT]
    for figure in stocks:
        for day in DAYS:
            asked = FigureRequest(council, When.at(day), since=since)
            for value in figure.measure(asked).values():
                days = {own_days(figure.key, row) for row in value.rows()} - {None}
                assert days <= {(value.when.start, value.when.end)}, (figure.key, day)
                tried |= {figure.subject} if days else set()
    assert tried >= {"dbs", "looked_after", "measures"}


@pytest.mark.parametrize("slug", SLUGS)
def test_no_source_is_of_a_day_after_the_edition_that_names_it(demonstration, slug):
    issued, sources = edition(slug), {one.source for one in document(slug).figures}
    named = {words: [one.last for one in dates(words) if one.last] for words in sources}
    assert any(named.values())
    assert not {words for words, days in named.items() for day in days if day > issued.issued_on}
    returns = {one for words in sources for one in words.split("; ") if "SSDA903" in one}
    known = {
        f"Counted from the SSDA903 return to {say_day(row.covers_to)}": row.created_on
        for row in Return.objects.all()
    }
    assert returns and all(known[words] <= issued.issued_on for words in returns)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_edition_asks_its_figures_again_by_the_days_that_it_froze(demonstration, slug):
    assert changed_since(edition(slug)) == ()


def test_thirty_were_overdue_on_the_day_of_the_audit_on_every_page_and_in_every_file(
    demonstration, client
):
    [entry] = [one for one in document("january-2016").figures if one.key == "dbs.overdue"]
    audit = DbsAudit.objects.get(audit_date=date(2016, 1, 5), replaced_on=None)
    frozen = (entry.text, entry.start, entry.end, entry.when)
    assert frozen == ("30", "2016-01-05", "2016-01-05", say_day(audit.audit_date))
    base = "/eborford/reports/safeguarding/january-2016"
    panel = client.get(f"{base}/edition-1/figures/{entry.number}/").content.decode()
    assert say_day(audit.audit_date) in panel and "15 January 2016" not in panel
    files = {
        one.name: bytes(one.content).decode()
        for one in edition("january-2016").files.all()
        if one.name.endswith((".json", ".csv"))
    }
    rows = [
        row
        for name, text in files.items()
        if name.endswith(".csv")
        for row in csv.DictReader(StringIO(text))
        if row.get("key") == "dbs.overdue"
    ]
    values = [
        one
        for name, text in files.items()
        if name.endswith(".json")
        for one in dicts(json.loads(text))
        if one.get("key") == "dbs.overdue"
    ]
    assert rows and values
    for row in (*rows, *values):
        assert "2016-01-05" in map(str, row.values()), row
        assert "2016-01-15" not in map(str, row.values()), row


DAY_OF_AUDIT = "2016-01-05"
DAY_IN_WORDS = "5 January 2016"
# The mark that leads from a number to its note, on the page and in Word.
RAISED = re.compile(
    r'<sup class="source-mark">.*?</sup>'
    r'|<w:r><w:rPr>(?:(?!</w:rPr>).)*"superscript"/></w:rPr>(?:(?!</w:r>).)*</w:r>'
)


@pytest.mark.long
def test_every_public_page_and_data_file_gives_the_thirty_the_day_of_the_audit(
    demonstration, client
):
    [entry] = [one for one in document("january-2016").figures if one.key == "dbs.overdue"]
    base, series = "/eborford/reports/safeguarding/january-2016/", "/eborford/figures/dbs.overdue/"
    number = f"figures/{entry.number}"
    paper = plain(client.get(base))
    changed = f"24 (15 June 2015) → became 30 ({DAY_IN_WORDS})"
    assert f"People past their re-check date at the audit: {changed}" in paper
    compared = plain(client.get(f"{base}compare/"))
    assert f"30, People past their re-check date at the audit of 351 {DAY_IN_WORDS}" in compared
    assert f"{DAY_IN_WORDS} 30 351" in plain(client.get(series))
    # The whole of each answer, or the rows of this figure alone.
    for address in (f"{base}{number}.json", f"{base}edition-1/data.json", f"{series}data.json",
                    "/eborford/figures/data.json"):  # fmt: skip
        rows = [one for one in dicts(json.loads(b"".join(client.get(address))))
                if one.get("key") == "dbs.overdue" and one.get("text") == "30"]  # fmt: skip
        assert [(row["start"], row["end"]) for row in rows] == [(DAY_OF_AUDIT,) * 2], address
    for address in (f"{base}{number}.csv", f"{series}data.csv", "/eborford/figures/data.csv"):
        text = b"".join(client.get(address)).decode()
        rows = [row for row in csv.DictReader(StringIO(text))
                if row["key"] == "dbs.overdue" and row["text"] == "30"]  # fmt: skip
        assert [(row["start"], row["end"]) for row in rows] == [(DAY_OF_AUDIT,) * 2], address


def test_print_pdf_and_word_say_that_the_thirty_were_overdue_at_the_audit_of_its_day(
    demonstration,
):
    files = {one.name.rpartition(".")[2]: one for one in edition("january-2016").files.all()}
    with zipfile.ZipFile(BytesIO(files["docx"].content)) as word:
        texts = [re.sub(r"</w:p>", " ", word.read("word/document.xml").decode())]
    texts.append(bytes(files["html"].content).decode())
    with pikepdf.open(BytesIO(files["pdf"].content)) as pdf:
        attached = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    for text in texts:
        told = " ".join(re.sub(r"<[^>]+>", "", RAISED.sub("", text)).replace("\xa0", " ").split())
        assert f"The latest audit was held on {DAY_IN_WORDS}" in told
        assert "30 members of staff were past the date for renewal at the audit. By 15" in told
        assert not re.search(r"\b30\b[^.]*15 January", told.replace("at the audit. By", "."))
    names = {name: name.rpartition(".")[2] for name in attached}
    assert sorted(names.values()) == ["csv", "json"]
    for name, content in attached.items():
        rows = json.loads(content) if names[name] == "json" else csv.DictReader(
            StringIO(content.decode()))  # fmt: skip
        [row] = [row for row in rows if row["key"] == "dbs.overdue"]
        assert (row["text"], row["start"], row["end"]) == ("30", DAY_OF_AUDIT, DAY_OF_AUDIT)


def plain(answer):
    """What a page says, as one line without markup."""
    text = answer.content.decode().replace("<br>", " ")
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


def dicts(value):
    """Every object within what a file in JSON holds."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from dicts(one)


def test_each_list_of_an_edition_is_of_its_paper_date_by_what_was_recorded(demonstration):
    """January's actions, derived again from the plan as it was written and the day it printed."""
    [listed] = [
        one for one in each(document("january-2016"), Table) if "supervision" in one.caption
    ]
    printed = edition("january-2016").paper.paper_date
    assert listed.caption.endswith(f", at {say_day(printed)}") and listed.label == "Table 2"
    [plan] = [one for one in texts.read("plans") if one["slug"] == "supervision-2015"]
    words = dict(Action.STATUSES)
    rows = [
        (
            one["text"],
            "done"
            if one.get("done_on", "9") <= str(printed)
            else "overdue"
            if one["due_on"] < str(printed)
            else one["status"],
        )
        for priority in plan["priorities"]
        for one in priority["actions"]
        if one["starts_on"] <= str(printed)
    ]
    cells = [["".join(run.text for run in cell.runs) for cell in row] for row in listed.rows]
    assert [(row[0], row[-1]) for row in cells] == [(text, words[code]) for text, code in rows]
    assert len(rows) == 4 and rows[0][1] == "done"
