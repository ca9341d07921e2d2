"""What a published report was when its correction began, for as long as that can be given up."""

from django.db import models

from assurance.records.personal import Personal
from assurance.runtime.document_field import DocumentField
from reports.papers.models.papers import OfPaper


class PaperBeforeCorrection(OfPaper, models.Model):
    """A published paper as it was when its correction began: its fields, and the rows of its
    blocks, dates, sources, enclosures and proposed answers, as Django writes rows. It goes with the
    end of the correction."""

    paper = models.OneToOneField("papers.Paper", models.PROTECT, related_name="before_correction")
    content = DocumentField()

    personal = {"content": Personal.SPECIAL}

    def __str__(self):
        return f"{self.paper} before its correction"
