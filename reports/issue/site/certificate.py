"""The certificate of a check as PDF: what was compared, what was found, and what that proves."""

from django.conf import settings
from django.template.loader import render_to_string

from reports.documents.data.addresses import whole_address
from reports.documents.pdf.engine import to_pdf
from reports.issue.models.site import SiteCheck, SiteFault
from reports.issue.site.history_evidence import fingerprints_address

STATIC = settings.BASE_DIR / "static"
SHEET = "css/certificate.css"
# What no check compares, in the words of the certificate → the tables.
NOT_COVERED = {
    "sessions, sign-in attempts and times of signing in": (
        *("sign_in.Session", "axes.AccessAttempt", "axes.AccessFailureLog", "axes.AccessLog"),
        *("axes.AccessAttemptExpiration", "account.EmailConfirmation"),
        "sign_in.KnownDevice",
    ),
    "the log of downloads, searches and readings of exempt matter": ("accounts.LoggedAccess",),
    "text that was typed and not saved": ("editor.AutosavedText",),
    "readers’ own notes": ("publication.ReaderNote",),
    "drafts as PDF": ("approvals.DraftFile",),
    "the index by which search finds text, figures, commitments and recommendations": (
        *("publication.FigureText", "publication.RecordText"),
    ),
    "background jobs": (
        *("django_tasks_database.DBTaskResult", "service.WorkerHeartbeat", "service.PeriodicJob"),
    ),
    "the results of these checks": ("issue.SiteCheck", "issue.SiteFault"),
    "lists of the software that the program is made with": (
        *("auth.Permission", "auth.Group", "contenttypes.ContentType"),
    ),
    "tables of the sign-in library that are not in use": (
        *("socialaccount.SocialApp", "socialaccount.SocialToken"),
    ),
}


def certificate_pdf(check: SiteCheck) -> bytes:
    """The certificate of `check`, with every fault that it found; the same each time. Raises
    `PdfFault` where it would lack what a reader needs."""
    fingerprints = fingerprints_address(check.council)
    context = {
        "check": check,
        "faults": SiteFault.objects.found_by(check),
        "fingerprints": whole_address(fingerprints, settings.PUBLIC_ADDRESS),
        "not_covered": NOT_COVERED,
    }
    html = render_to_string("publication/certificate.html", context)
    sheet = (STATIC / SHEET).read_text(encoding="utf-8")
    moment = check.checked_at
    return to_pdf(html, styles=[sheet], fetch=STATIC, created=moment, modified=moment)
