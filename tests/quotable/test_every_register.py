"""Every kind of record that the registers keep can be quoted in a sentence and in a list, from its
own page, by pressing alone. A new kind is found by itself: it is quoted, or says here why not."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.html import escape

from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.breaches import Breach
from assurance.figures.labels import RECORD_NAMES, name_of
from assurance.figures.quotable import FIRST_COLUMNS, LISTS, RECORDS
from assurance.records.record import RecordedModel
from assurance.registers.declaration import KNOWN
from reports.papers.assembly import records
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.quotable.catalogue import catalogue
from reports.quotable.quotations import kind_of, lists_of
from tests import cast
from tests.make import audits, dbs, people
from tests.papers.assembly.test_every_record_quoted import SLUGS
from tests.registers.test_every_register import registers

pytestmark = pytest.mark.django_db
SET_UP = "It is set up beforehand, and is no evidence of what was done"
OF_A_PERSON = "It is about one person: figures count it, and protect small numbers"
OF_THE_REPORT = "It is kept for the reports themselves, and is no evidence"
OF_THE_SCORECARD = "It is printed by the scorecard of a board"
# Model → why no report quotes a row of it.
NOT_QUOTED = {
    "people.Team": SET_UP,
    "data_protection.RetentionPolicy": SET_UP,
    "data_protection.LegalHold": "about a person whom no report names",
    "people.Cohort": SET_UP,
    "people.Post": SET_UP,
    "people.PostHolder": SET_UP,
    "people.Absence": SET_UP,
    "people.SecondPersonPolicy": SET_UP,
    "sign_in.TwoStepPolicy": SET_UP,
    "sign_in.ProviderGroup": SET_UP,
    "figures.DisclosurePolicy": SET_UP,
    "public_pages.ChildContact": SET_UP,
    "public_pages.AccessibilityStatement": SET_UP,
    "public_pages.PrivacyNotice": SET_UP,
    "public_pages.CouncilBrand": SET_UP,
    "audits.AuditKind": SET_UP,
    "audits.AuditTheme": SET_UP,
    "audits.GradeScale": SET_UP,
    "dbs.RecheckPolicy": SET_UP,
    "dbs.ReminderWording": SET_UP,
    "reviews.Framework": SET_UP,
    "governance.RiskScale": SET_UP,
    "governance.MeasureTarget": SET_UP,
    "governance.MeasureCommentary": OF_THE_SCORECARD,
    "oversight.Scorecard": OF_THE_SCORECARD,
    "governance.MeasureRelation": SET_UP,
    "approvals.ApprovalRule": SET_UP,
    "people.Person": OF_A_PERSON,
    "people.Engagement": OF_A_PERSON,
    "dbs.DbsCheck": OF_A_PERSON,
    "dbs.DbsApplication": OF_A_PERSON,
    "dbs.UpdateLookup": OF_A_PERSON,
    "dbs.Reminder": OF_A_PERSON,
    "meetings.Meeting": OF_THE_REPORT,
    "meetings.Closure": OF_THE_REPORT,
    "meetings.Election": OF_THE_REPORT,
    "papers.Series": OF_THE_REPORT,
    "papers.Abbreviation": OF_THE_REPORT,
    "papers.HouseWord": OF_THE_REPORT,
    "papers.Enclosure": OF_THE_REPORT,
    "attachments.Attachment": "It is a file: a report encloses a copy of it",
    "looked_after.PublishedFigure": "The area that it is published of prints it as its rate",
    "improvement.Priority": "Its actions print it as a column of their list",
    "improvement.ActionNote": "It is a note between colleagues, in words that may name a person",
    "improvement.ActionEvidence": "It leads to an audit or a figure, which is quoted itself",
    "surveys.Question": "Its answers print its wording",
    "governance.RiskRating": "Its risk prints it as its rating",
}


def models():
    """Every model of what a register keeps, and of every record that has no register, by label."""
    registered = {one.model for one in registers().values()}
    own = {model for model in apps.get_models() if issubclass(model, RecordedModel)}
    return {model._meta.label: model for model in registered | own if _is_ours(model)}


def _is_ours(model):
    return model._meta.app_label in {one.label for one in apps.get_app_configs()} and (
        model.__module__.split(".")[0] in ("assurance", "reports")
    )


QUOTED = sorted(set(models()) - set(NOT_QUOTED))


@pytest.mark.long
def test_a_reason_is_of_a_model_that_is_there_and_is_not_quoted(paper):
    known = models()
    assert set(NOT_QUOTED) <= set(known)
    assert not [label for label in NOT_QUOTED if kind_of(paper.council, known[label])]
    assert all(len(reason.split()) >= 5 for reason in NOT_QUOTED.values())


@pytest.mark.parametrize("label", QUOTED)
def test_each_model_has_a_kind_with_sentences_and_a_list_by_labels(paper, label):
    kind = kind_of(paper.council, models()[label])
    assert kind, f"{label}: declare how it is quoted, or say in NOT_QUOTED why it is not"
    assert RECORD_NAMES[kind].sentences
    made = lists_of(paper.council, models()[label])
    assert made, f"{label}: declare a list of it"
    for what in made:
        headings = [heading for heading, _read in LISTS[what].columns.values()]
        assert len(set(headings)) == len(headings) and len(LISTS[what].first_columns) <= (
            FIRST_COLUMNS
        )
        assert all(heading[0].isupper() and "_" not in heading for heading in headings)
        assert LISTS[what].title and "_" not in LISTS[what].title


@pytest.mark.parametrize("kind", RECORDS)
def test_each_kind_is_in_the_catalogue_and_has_its_record_s_page_lead_to_its_quotation(paper, kind):
    manuscript = read(paper)
    entries = [one for one in catalogue(manuscript, "records") if one.record]
    keys = [one.record[1] for one in entries if one.record[0] == kind]
    if kind != "commitment":
        assert keys
        assert any(SLUGS[kind] == name_of(kind, paper.council, key).slug for key in keys)


def key_of(council, kind):
    """The key of the record that `with_records` made of a kind."""
    rows = RECORD_NAMES[kind].source.rows(council)
    keys = rows.values_list("pk", flat=True)
    return next(key for key in keys if name_of(kind, council, key).slug == SLUGS[kind])


def put_in(browser, address, how, where=None):
    """What is there once the page at `address` was opened and its button pressed."""
    form = browser.get(address).context["form"]
    place = where or form["where"].initial
    answer = browser.post(address, {"how": how, "where": place})
    assert answer.status_code == 302, answer.context["form"].errors
    slug = answer["Location"].rpartition("#line-")[2]
    return Block.objects.get(slug=slug), browser.get(answer["Location"]).content.decode()


@pytest.mark.sampled(6)
@pytest.mark.parametrize("kind", RECORDS)
def test_each_kind_goes_into_a_sentence_and_prints(browser, paper, kind):
    council = paper.council
    path = reverse("editor:quote-record", args=(kind, key_of(council, kind)))
    address = f"{path}?report={paper.pk}&section=work"
    form = browser.get(address).context["form"]
    assert "sentence" in form.quotations, form.quotations
    quotation = form.quotations["sentence"]
    block, page = put_in(browser, address, "sentence")
    assert block.kind == "paragraph" and block.text == quotation.text
    assert "names no current record" not in page
    assert escape(quotation.label.split(" ")[0].strip("“”")) in page
    assert not [one for one in form.quotations.values() if "[[" in one.label or "None" in one.label]


@pytest.mark.sampled(6)
@pytest.mark.parametrize("what", LISTS)
def test_each_kind_of_list_goes_in_and_prints_its_columns(browser, paper, what):
    address = f"{reverse('editor:quote-register', args=(what,))}?report={paper.pk}&section=work"
    block, page = put_in(browser, address, f"list-{what}")
    kind = LISTS[what]
    assert block.kind == "records" and block.data["records"]["what"] == what
    assert block.data["records"]["columns"] == kind.first_columns
    heading = kind.columns[kind.first_columns[0]][0]
    assert f">{heading}</th>" in page or kind.when_empty in page


def test_one_audit_and_one_breach_print_nothing_that_points_at_somebody(db):
    council = cast.make_council("elsewhere")
    secret = {"strengths": "SECRET1", "areas_for_development": "SECRET2", "actions": "SECRET3"}
    team = audits.team(council=council, name="SECRET4")
    audit = audits.case_audit(
        **{"council": council, "reference": "SECRET5", "auditor": "SECRET6", "team": team},
        **secret,
    )
    audit.themes.set([audits.audit_theme("SECRET7", council=council)])
    scale = audits.grade_scale("other", (("secret", "SECRET8"),), council=council)
    CaseAudit.objects.update(first_grade=scale.grades.get())
    person = people.person(council=council, name="SECRET9")
    own = {"found_on": audit.audited_on, "told_on": audit.audited_on, "told_meeting": "Board"}
    breach = dbs.breach(council=council, person=person, cause="SECRET", remedy="SECRET", **own)
    group = breach.get_group_display()
    rows = [("case_audit", audit), ("breach", breach)]
    texts = [
        records.field_text(council, kind, str(row.pk), name)
        for kind, row in rows
        for name in RECORDS[kind].fields
    ]
    lists = [records.listed(council, {"what": what}) for what in ("case_audits", "breaches")]
    told = " ".join(
        filter(None, (*texts, *(cell for one in lists for row in one.rows for cell in row)))
    )
    assert "March 2015" in told
    assert not [word for word in ("SECRET", "2 March", group, person.name) if word in told]
    entries = [name_of(kind, council, row.pk) for kind, row in rows]
    assert "SECRET" not in str(entries)


def test_a_list_of_a_period_leaves_out_what_happened_before_and_after(paper):
    start, end = paper.period_start, paper.period_end
    days = (start - timedelta(1), start, end, end + timedelta(1))
    Breach.objects.all().delete()
    for day in days:
        dbs.breach(council=paper.council, found_on=day)
    of = {"what": "breaches", "columns": ["month"]}
    late = date(2017, 12, 31)
    assert len(records.listed(paper.council, of, late, paper).rows) == 4
    kept = records.listed(paper.council, {**of, "within": "period"}, late, paper)
    assert [row[0] for row in kept.rows] == [f"{end:%B %Y}", f"{start:%B %Y}"]
    with pytest.raises(records.ListRefused, match="leave out the period"):
        records.listed(paper.council, {"what": "risks", "within": "period"}, late, paper)


def test_every_register_has_its_list_known():
    assert set(KNOWN) <= set(models().values())
