"""The fingerprints of a council's history, one for each date, for whoever wants to prove later
that it was not rewritten."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from assurance.accounts.access import public
from assurance.runtime.caching import CURRENT
from assurance.runtime.periods import this_moment
from reports.issue.site.history_evidence import fingerprints_text
from reports.publication.views.figures import council_of

NAME = "history-fingerprints.txt"


@public
def show(_request, council):
    """The end of a council's history on each date before today as text: date, number of the entry
    and SHA-256; 404 where the council has published nothing."""
    yesterday_and_before = timezone.localtime(this_moment()).date()
    text = fingerprints_text(council_of(council), yesterday_and_before)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(False, NAME)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = CURRENT
    return response
