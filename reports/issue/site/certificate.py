"""The certificate of a check as PDF: what was compared, what was found, and what that proves."""

from django.conf import settings
from django.template.loader import render_to_string

from reports.documents.pdf.file import to_pdf
from reports.issue.models.site import SiteCheck, SiteFault
from reports.issue.site.history_evidence import fingerprints_address

STATIC = settings.BASE_DIR / "static"
SHEET = "css/certificate.css"


def certificate_pdf(check: SiteCheck) -> bytes:
    """The certificate of `check`, with every fault that it found; the same each time. Raises
    `PdfFault` where it would lack what a reader needs."""
    context = {
        "check": check,
        "faults": SiteFault.objects.found_by(check),
        "fingerprints": fingerprints_address(check.council),
    }
    html = render_to_string("publication/certificate.html", context)
    sheet = (STATIC / SHEET).read_text(encoding="utf-8")
    moment = check.checked_at
    return to_pdf(html, styles=[sheet], fetch=STATIC, created=moment, modified=moment)
