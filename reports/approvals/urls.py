"""Addresses of approvals."""

from django.urls import path

from assurance.registers.urls import register_urls
from assurance.runtime.processes.lazy_modules import LazyViews
from reports.approvals.views import approvals, draft_files, guest_lists, guest_reading, releases

# Readings for clearance are of some reports alone.
clearances = LazyViews("reports.approvals.clearances.views")
clearance_writing = LazyViews("reports.approvals.clearances.writing_views")
_DRAFT = "reports/<slug:series>/<slug:slug>/"
_ENTRY = f"{_DRAFT}clearing/<path:scope>/"


def _paper(prefix, view, name):
    """The addresses of a paper as its guests read it: the page and the PDF."""
    return [
        path(prefix, view, {"form": "page"}, name=name),
        path(f"{prefix}paper.pdf", view, {"form": "pdf"}, name=f"{name}-pdf"),
    ]


def _step(ending, view, step, name):
    return path(f"{_DRAFT}{ending}/", view, {"step": step}, name=name)


app_name = "approvals"
urlpatterns = [
    *_paper("early/<int:pk>/", guest_reading.signed_in, "early"),
    *_paper("early/link/<str:sealed>/", guest_reading.by_link, "early-link"),
    *_paper("early/approve/<str:sealed>/", guest_reading.from_outside, "outside"),
    path("early/approved/", guest_reading.thanks, name="outside-thanks"),
    path(f"{_DRAFT}preview/", guest_reading.preview, name="preview"),
    path(f"{_DRAFT}draft.pdf", draft_files.draft_pdf, name="draft-pdf"),
    path(f"{_DRAFT}draft-pdf/", draft_files.wait, name="draft-pdf-wait"),
    path(f"{_DRAFT}draft-pdf/make/", draft_files.make_now, name="make-draft-pdf"),
    path(f"{_DRAFT}restricted/", guest_reading.restricted_preview, name="restricted"),
    path(f"{_DRAFT}restricted.pdf", guest_reading.restricted_pdf, name="restricted-pdf"),
    path(f"{_DRAFT}send/", approvals.send, name="send"),
    path(f"{_DRAFT}take-back/", approvals.take_back, name="take-back"),
    path(f"{_DRAFT}approve/", approvals.approve, name="approve"),
    path(f"{_DRAFT}sign-off/", approvals.sign_off, name="sign-off"),
    path(f"{_DRAFT}later-values/", approvals.take_later, name="take-later"),
    path(f"{_DRAFT}return/", approvals.send_back, name="return"),
    path(f"{_DRAFT}return/paragraphs/", approvals.send_back_paragraphs, name="return-paragraphs"),
    path(f"{_DRAFT}clearances/ask/", clearances.request_clearances, name="ask-clearances"),
    path(f"{_DRAFT}clearances/remind/", clearances.remind, name="remind-clearance"),
    path(f"{_ENTRY}kept/", clearance_writing.keep, name="keep-clearance"),
    path(f"{_ENTRY}tokens/", clearance_writing.describe, name="clearance-tokens"),
    path(f"{_ENTRY}quotable/", clearance_writing.search, name="clearance-quotable"),
    path(f"{_ENTRY}quotable/number/", clearance_writing.search_number, name="clearance-number"),
    path(f"{_DRAFT}clearances/<path:scope>/", clearances.show, name="clearance"),
    path(f"{_DRAFT}small-numbers/", releases.show, name="small-numbers"),
    path(f"{_DRAFT}small-numbers/release/", releases.release, name="release-number"),
    path(f"{_DRAFT}small-numbers/<int:pk>/end/", releases.end, name="end-release"),
    path(f"{_DRAFT}early/", guest_lists.early_readers, name="early-readers"),
    _step("early/<int:pk>/end", guest_lists.change, "end-reader", "end-early-reader"),
    _step("early/<int:pk>/link", guest_lists.link, "end-reader", "early-reader-link"),
    path(f"{_DRAFT}outside/", guest_lists.outside_approvers, name="outside-list-of"),
    _step("outside/<int:pk>/again", guest_lists.change, "ask-again", "ask-outside-again"),
    _step("outside/<int:pk>/end", guest_lists.change, "end-outside", "end-outside"),
    _step("outside/<int:pk>/link", guest_lists.link, "end-outside", "outside-link"),
    *register_urls(approvals.APPROVERS),
]
