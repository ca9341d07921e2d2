"""Makers of committees, papers and editions: a valid row with no arguments."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime

from django.conf import settings

from assurance.meetings.models.bodies import COMMITTEE, Body
from assurance.meetings.models.elections import Election
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.posts import Post
from reports.approvals.models.approvals import ApprovalRule
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.models.guests import EarlyReader, OutsideApprover
from reports.documents.digest import content_digest
from reports.documents.document import (
    Document,
    Facts,
    Paragraph,
    Run,
    Section,
    Text,
    from_json,
    to_json,
)
from reports.documents.entries import Entry
from reports.editions.models.editions import Edition, EditionFile
from reports.editions.models.exempt import ExemptAnnex
from reports.editions.models.removals import COURT, EditionRemoval
from reports.editor.models import Remark
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.models.sources import Source
from reports.papers.models.templates import Abbreviation, HouseWord, ReportTemplate, Series
from reports.publication.indexing.editions import index_values
from tests.cast import approver, clerk, make_council
from tests.make.templates import without_texts

SHIPPED = settings.BASE_DIR / "fixtures" / "templates"
ISSUED_ON = date(2016, 1, 8)


def committee(slug="safeguarding-scrutiny", **said):
    """The committee of that slug, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"title": "Safeguarding Scrutiny Committee", "kind": COMMITTEE, "created_on": ISSUED_ON}
    row, _ = Body.committees.get_or_create(council=council, slug=slug, defaults={**usual, **said})
    return row


def meeting(day=date(2016, 1, 18), **said):
    """The committee's meeting on `day`, made where it is not there yet."""
    whose = said.pop("committee", None) or committee(council=said.pop("council", None))
    said = {"council": whose.council, "created_on": ISSUED_ON, **said}
    return Meeting.objects.get_or_create(body=whose, date=day, defaults=said)[0]


def election(polling_on=date(2016, 3, 24), **said):
    """A by-election of the council on that day."""
    council = said.pop("council", None) or make_council()
    usual = {"title": "the by-election in Walmgate ward", "created_on": date(2015, 12, 1)}
    return Election.objects.create(council=council, polling_on=polling_on, **{**usual, **said})


def series(slug="assurance", **said):
    """The series of that slug, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"title": "Assurance report", "committee": committee(council=council)}
    row, _ = Series.objects.get_or_create(council=council, slug=slug, defaults={**usual, **said})
    return row


def report_template(slug="york-2016", **said):
    """The report template of that slug, made where it is not there yet: as it is shipped, but for
    the usual one, which has no standing text, so that a test writes its own."""
    council = said.pop("council", None) or make_council()
    spec = json.loads((SHIPPED / f"{slug}.json").read_text(encoding="utf-8"))
    spec = without_texts(spec) if slug == "york-2016" else spec
    usual = {"title": spec["title"], "spec": spec}
    row, _ = ReportTemplate.objects.get_or_create(
        council=council, slug=slug, defaults={**usual, **said}
    )
    return row


def paper(**said):
    """A paper that is being written about the half-year to September 2015."""
    council = said.pop("council", None) or make_council()
    number = Paper.objects.count() + 1
    usual = {
        "council": council,
        "series": series(council=council),
        "template": report_template(council=council),
        "meeting": meeting(council=council),
        "slug": f"paper-{number}",
        "title": "Assurance report",
        "period_start": date(2015, 4, 1),
        "period_end": date(2015, 9, 30),
        "created_on": date(2015, 12, 1),
    }
    return Paper.objects.create(**{**usual, **said})


def source(**said):
    """A register as a source of the typed numbers of a paper."""
    of = said.pop("paper", None) or paper(council=said.pop("council", None))
    usual = {"slug": "register", "kind": "document", "words": "fostering register"}
    return Source.objects.create(paper=of, **{**usual, "date": date(2016, 2, 29), **said})


def block(**said):
    """A numbered paragraph of the introduction of a paper."""
    of = said.pop("paper", None) or paper(council=said.pop("council", None))
    number = Block.objects.count() + 1
    usual = {
        "paper": of,
        "slug": f"paragraph-{number}",
        "part": "introduction",
        "kind": "paragraph",
        "order": number,
        "text": "This report gives assurance.",
    }
    return Block.objects.create(**{**usual, **said})


def remark(**said):
    """A remark of a clerk on a paper as a whole."""
    council = said.pop("council", None) or make_council()
    of = said.pop("paper", None) or paper(council=council)
    usual = {"words": "Is this still so?", "said_by": clerk(of.council), "said_on": ISSUED_ON}
    return Remark.objects.create(paper=of, **{**usual, **said})


def issued_paper(**said):
    """A paper that has been sent, approved and issued."""
    council = said.get("council") or make_council()
    usual = {"status": Paper.ISSUED, "sent_on": ISSUED_ON, "frozen": {}}
    if "sent_by" not in said:
        usual["sent_by"] = clerk(council)
    return paper(**{**usual, **said})


def document():
    """A paper's words with one section and one figure."""
    figure = Entry(
        number=1,
        key="dbs.overdue",
        title="People past their re-check date",
        text="30",
        counts="people past their re-check date",
        out_of="",
        when="1 December 2015",
        cohort="Staff",
        source="DBS audit",
        rule="Counted at the audit.",
        citation="Council policy",
        origin="counted",
    )
    return Document(
        council="Netherby Metropolitan Council",
        title="Assurance report",
        head=Facts("head", "About this report"),
        sections=(Section("summary", "Summary"),),
        figures=(figure,),
        draft=False,
    )


def edition(**said):
    """The first edition of an issued paper, published, with its values and one file `paper.pdf`."""
    council = said.pop("council", None) or make_council()
    of = said.pop("paper", None) or issued_paper(council=council)
    plain = said.get("document") or to_json(document())
    usual = {
        **{"paper": of, "title": of.title},
        **{"document": plain, "digest": content_digest(from_json(plain))},
        "issued_on": ISSUED_ON,
        "issued_by": clerk(council),
        "frozen_at": datetime(2016, 1, 8, 9, tzinfo=UTC),
    }
    published_at = said.pop("published_at", datetime(2016, 1, 8, 10, tzinfo=UTC))
    row = Edition.objects.create(**{**usual, **said})
    content = b"%PDF-1.7"
    EditionFile.objects.create(
        edition=row,
        name="paper.pdf",
        media_type="application/pdf",
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        content=content,
    )
    # Last: nothing of a published edition can be added or changed.
    Edition.objects.filter(pk=row.pk).update(published_at=published_at)
    row.published_at = published_at
    if published_at:
        index_values(row, from_json(row.document))
    return row


def exempt_annex(**said):
    """Annex A of a published edition, exempt, with words that the open paper has not."""
    row = said.pop("edition", None) or edition(council=said.pop("council", None))
    words = Paragraph("annex-a-text", "", (), (Text((Run("The bid of the Lantern Trust."),)),))
    section = Section("annex-a", "Annex A: Bids", 2, "", (words,))
    usual = {"anchor": "annex-a", "title": section.title, "section": to_json(section)}
    return ExemptAnnex.objects.create(edition=row, **{**usual, **said})


def remove_edition(**said):
    """A published edition that somebody has removed, waiting for a second person."""
    row = said.pop("edition", None) or edition(council=said.pop("council", None))
    usual = {"reason": COURT, "explanation": "The court asked for it.", "taken_on": ISSUED_ON}
    by = said.pop("taken_by", None) or clerk(row.council)
    taken = EditionRemoval.objects.create(paper=row.paper, taken_by=by, **{**usual, **said})
    taken.editions.add(row)
    Paper.objects.filter(pk=row.paper_id).update(withdrawn_on=taken.taken_on)
    return taken


def early_reader(**said):
    """A post that may read a draft early, once it is approved, by a link that was not sent."""
    council = said.pop("council", None) or make_council()
    of = said.pop("paper", None) or paper(council=council)
    usual = {"post": "Chair of the Board", "email": "chair@partner.example", "before_edition": 1}
    day = {"from_on": ISSUED_ON, "asked_on": ISSUED_ON}
    by = said.pop("asked_by", None) or clerk(of.council)
    return EarlyReader.objects.create(paper=of, asked_by=by, **{**usual, **day, **said})


def sent_paper(**said):
    """A paper that was sent for approval with the words of `document`."""
    council = said.get("council") or make_council()
    words = {"public": to_json(replace(document(), draft=True))}
    frozen = {**words, "restricted": words["public"], "checks": [], "provenance": []}
    usual = {"status": Paper.SENT, "sent_on": ISSUED_ON, "frozen": frozen}
    usual |= {"frozen_digest": "0" * 64, "sent_by": said.pop("sent_by", None) or clerk(council)}
    return paper(**{**usual, **said})


def outside_approver(**said):
    """Somebody from outside who is asked to approve a sent paper, by a link that was not sent."""
    council = said.pop("council", None) or make_council()
    of = said.pop("paper", None) or sent_paper(council=council)
    usual = {"name": "Ruth Vane", "post": "Chair of the Board", "email": "chair@partner.example"}
    asked = {"asked_on": ISSUED_ON, "for_edition": 1}
    by = said.pop("asked_by", None) or clerk(of.council)
    return OutsideApprover.objects.create(paper=of, asked_by=by, **{**usual, **asked, **said})


def emergency_issue(**said):
    """A published edition that the clerk issued alone, and nobody has looked at again."""
    of = said.pop("edition", None) or edition(council=said.pop("council", None))
    usual = {"reason": "Harm would come of waiting.", "issued_on": ISSUED_ON, "round": 1}
    by = said.pop("issued_by", None) or clerk(of.council)
    return EmergencyIssue.objects.create(
        paper=of.paper, edition=of, issued_by=by, **{**usual, **said}
    )


def post(slug="assistant-director", **said):
    """The post of that slug in the council's directory, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {
        "title": slug.replace("-", " ").capitalize(),
        "telephone": "01632 960001",
        "email": f"{slug}@{council.slug}.example",
        "from_date": date(2010, 1, 1),
    }
    row, _ = Post.objects.get_or_create(council=council, slug=slug, defaults={**usual, **said})
    return row


def approval_rule(kind="chief_officer", **said):
    """A line of the council's rule: an approver of the whole of every paper."""
    council = said.pop("council", None) or make_council()
    who = said.pop("approver", None) or approver(council)
    usual = {"scope": "whole", "from_date": date(2010, 1, 1)}
    return ApprovalRule.objects.create(
        council=council, kind=kind, approver=who, **{**usual, **said}
    )


def house_word(say="looked-after child", **said):
    """A house word of the council."""
    council = said.pop("council", None) or make_council()
    usual = {"refused": "LAC", "created_on": date(2015, 12, 1)}
    return HouseWord.objects.create(council=council, say=say, **{**usual, **said})


def abbreviation(short="CSES", **said):
    """The entry of the council's glossary with these letters, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"long": "Children's Social and Education Services"}
    row, _ = Abbreviation.objects.get_or_create(
        council=council, short=short, defaults={**usual, **said}
    )
    return row
