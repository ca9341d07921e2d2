"""Addresses of approvals."""

from django.urls import path

from assurance.registers.urls import register_urls
from reports.approvals.views import approvals, guest_lists, guest_reading, requirements

_DRAFT = "papers/<slug:series>/<slug:slug>/"

urlpatterns = [
    path("early/<int:pk>/", guest_reading.read, name="early"),
    path("early/<int:pk>/paper.pdf", guest_reading.read_pdf, name="early-pdf"),
    path("early/link/<str:sealed>/", guest_reading.by_link, name="early-link"),
    path("early/link/<str:sealed>/paper.pdf", guest_reading.by_link_pdf, name="early-link-pdf"),
    path("early/approve/<str:sealed>/", guest_reading.decide, name="outside"),
    path("early/approve/<str:sealed>/paper.pdf", guest_reading.outside_pdf, name="outside-pdf"),
    path("early/approved/", guest_reading.thanks, name="outside-thanks"),
    path(f"{_DRAFT}preview/", guest_reading.preview, name="preview"),
    path(f"{_DRAFT}draft.pdf", guest_reading.draft_pdf, name="draft-pdf"),
    path(f"{_DRAFT}restricted/", guest_reading.restricted_preview, name="restricted"),
    path(f"{_DRAFT}restricted.pdf", guest_reading.restricted_pdf, name="restricted-pdf"),
    path(f"{_DRAFT}send/", approvals.send, name="send"),
    path(f"{_DRAFT}take-back/", approvals.take_back, name="take-back"),
    path(f"{_DRAFT}approve/", approvals.approve, name="approve"),
    path(f"{_DRAFT}sign-off/", approvals.sign_off, name="sign-off"),
    path(f"{_DRAFT}later-values/", approvals.take_later, name="take-later"),
    path(f"{_DRAFT}return/", approvals.send_back, name="return"),
    path(f"{_DRAFT}early/", guest_lists.early_readers, name="early-readers"),
    path(f"{_DRAFT}early/<int:pk>/end/", guest_lists.end_reader, name="end-early-reader"),
    path(f"{_DRAFT}early/<int:pk>/link/", guest_lists.reader_link, name="early-reader-link"),
    path(f"{_DRAFT}outside/", guest_lists.outside_approvers, name="outside-list-of"),
    path(f"{_DRAFT}outside/<int:pk>/again/", guest_lists.ask_again, name="ask-outside-again"),
    path(f"{_DRAFT}outside/<int:pk>/end/", guest_lists.end_outside, name="end-outside"),
    path(f"{_DRAFT}outside/<int:pk>/link/", guest_lists.outside_link, name="outside-link"),
    *register_urls(requirements.APPROVERS),
]
