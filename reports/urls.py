"""Addresses of papers. Working pages carry no council; what the public reads begins with one."""

from django.urls import path

from assurance.registers.urls import register_urls
from reports.views import approval, blocks, directory, drafts, editions, pasting, reading

app_name = "papers"
_DRAFT = "papers/<slug:series>/<slug:slug>/"
_PAPER = "<slug:council>/papers/<slug:series>/<slug:slug>/"

urlpatterns = [
    path("papers/", drafts.papers, name="list"),
    path("papers/start/", drafts.start, name="start"),
    path(_DRAFT, drafts.show, name="draft"),
    path(f"{_DRAFT}preview/", reading.preview, name="preview"),
    path(f"{_DRAFT}draft.pdf", reading.draft_pdf, name="draft-pdf"),
    path(f"{_DRAFT}restricted/", reading.restricted_preview, name="restricted"),
    path(f"{_DRAFT}restricted.pdf", reading.restricted_pdf, name="restricted-pdf"),
    path(f"{_DRAFT}details/", drafts.details, name="details"),
    path(f"{_DRAFT}parts/", drafts.parts, name="parts"),
    path(f"{_DRAFT}dates/", drafts.dates, name="dates"),
    path(f"{_DRAFT}add-several/", pasting.add_several, name="add-several"),
    path(f"{_DRAFT}add/<slug:kind>/", blocks.add, name="add-block"),
    path(f"{_DRAFT}show/<slug:kind>/", blocks.previewed, name="preview-block"),
    path(f"{_DRAFT}blocks/<slug:block>/", blocks.change, name="block"),
    path(f"{_DRAFT}blocks/<slug:block>/move/", blocks.move, name="move-block"),
    path(f"{_DRAFT}blocks/<slug:block>/remove/", blocks.remove, name="remove-block"),
    path(f"{_DRAFT}send/", approval.send, name="send"),
    path(f"{_DRAFT}take-back/", approval.take_back, name="take-back"),
    path(f"{_DRAFT}approve/", approval.approve, name="approve"),
    path(f"{_DRAFT}return/", approval.send_back, name="return"),
    path(f"{_DRAFT}issue/", approval.issue, name="issue"),
    *register_urls(directory.COMMITTEES),
    *register_urls(directory.MEETINGS),
    *register_urls(directory.SERIES),
    *register_urls(directory.POSTS),
    *register_urls(directory.GLOSSARY),
    path("<slug:council>/papers/", editions.papers, name="issued"),
    path(_PAPER, editions.paper, name="paper"),
    path(f"{_PAPER}figures/<int:place>/", editions.current_figure, name="current-figure"),
    path(f"{_PAPER}edition-<int:number>/", editions.edition, name="edition"),
    path(f"{_PAPER}edition-<int:number>/figures/<int:place>/", editions.figure, name="figure"),
    path(f"{_PAPER}edition-<int:number>/files/<str:name>", editions.file, name="file"),
]
