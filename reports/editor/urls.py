"""Addresses of editor."""

from django.urls import path

from assurance.registers.urls import register_urls
from assurance.runtime.processes.lazy_modules import LazyViews
from reports.editor.sections import urls as section_marks
from reports.editor.views import (
    beside,
    block_order,
    block_page,
    blocks,
    definitions,
    directory,
    drafts,
    enclosures,
    figure_insertion,
    offers,
    quotable,
    quotations,
    remarks,
    sources,
)
from reports.editor.views import commitments as promising

# A report is carried forward to the next once in its period.
offer_views = LazyViews("reports.editor.carry_forward.offer_views")
carry_views = LazyViews("reports.editor.carry_forward.views")
_DRAFT = "reports/<slug:series>/<slug:slug>/"

app_name = "editor"
urlpatterns = [
    path("reports/", drafts.papers, name="list"),
    path("reports/start/", drafts.start, name="start"),
    path("quote/", quotations.quote, name="quote"),
    path("quote/<slug:kind>/", quotations.quote_list, name="quote-register"),
    path("quote/<slug:kind>/<int:pk>/", quotations.quote_record, name="quote-record"),
    path(_DRAFT, drafts.show, name="draft"),
    path(f"{_DRAFT}sections/<slug:section>/", drafts.section, name="section"),
    path(f"{_DRAFT}details/", drafts.details, name="details"),
    path(f"{_DRAFT}parts/", drafts.parts, name="parts"),
    path(f"{_DRAFT}dates/", drafts.dates, name="dates"),
    path(f"{_DRAFT}next/", carry_views.start_next, name="next"),
    path(f"{_DRAFT}carried/", carry_views.copied, name="carried"),
    path(f"{_DRAFT}carried/<slug:section>/", carry_views.copied_section, name="carried-section"),
    path(
        f"{_DRAFT}carried/<slug:section>/numbers/",
        offer_views.offered_numbers,
        name="carried-numbers",
    ),
    path(f"{_DRAFT}commitments/", promising.of_paper, name="commitments"),
    path(f"{_DRAFT}promised/<int:pk>/", promising.answer, name="answer"),
    path(f"{_DRAFT}decisions/", promising.decisions, name="decisions"),
    path(f"{_DRAFT}headlines/", blocks.headlines, name="headlines"),
    path(f"{_DRAFT}add-several/", blocks.add_several, name="add-several"),
    path(f"{_DRAFT}add/<slug:kind>/", blocks.add, name="add-block"),
    path(f"{_DRAFT}show/<slug:kind>/", blocks.previewed, name="preview-block"),
    path(f"{_DRAFT}offers/<slug:kind>/", offers.show, name="offers"),
    path(f"{_DRAFT}quotable/", quotable.search, name="quotable"),
    path(f"{_DRAFT}quotable/number/", quotable.search_number, name="quotable-number"),
    path(f"{_DRAFT}definition/<path:of>/", definitions.show, name="definition"),
    path(f"{_DRAFT}tokens/", quotable.describe, name="tokens"),
    path(f"{_DRAFT}ways/", figure_insertion.show_ways, name="ways"),
    path(f"{_DRAFT}numbers/", figure_insertion.settle, name="settle"),
    path(f"{_DRAFT}sources/", sources.listed, name="sources"),
    path(f"{_DRAFT}sources/<slug:source>/", sources.change, name="source"),
    path(f"{_DRAFT}keep/<slug:kind>/", block_page.autosave_block, name="keep-words"),
    path(f"{_DRAFT}blocks/<slug:block>/", blocks.change, name="block"),
    path(f"{_DRAFT}blocks/<slug:block>/beside/", beside.show, name="block-beside"),
    path(f"{_DRAFT}blocks/<slug:block>/menu/", block_order.menu, name="block-menu"),
    path(f"{_DRAFT}blocks/<slug:block>/move/", block_order.move, name="move-block"),
    path(f"{_DRAFT}blocks/<slug:block>/remove/", block_order.remove, name="remove-block"),
    path(f"{_DRAFT}versions/", remarks.versions, name="versions"),
    path(f"{_DRAFT}remarks/", remarks.show, name="remarks"),
    path(f"{_DRAFT}remarks/<int:remark>/answer/", remarks.answer, name="answer-remark"),
    path(f"{_DRAFT}remarks/<int:remark>/settle/", remarks.settle, name="settle-remark"),
    path(f"{_DRAFT}blocks/<slug:block>/remark/", remarks.on_block, name="remark"),
    path(f"{_DRAFT}enclosed/", enclosures.show, name="enclosed"),
    path(f"{_DRAFT}enclosed/background/", enclosures.add_background, name="enclose-background"),
    path(f"{_DRAFT}enclosed/annex/", enclosures.add_annex, name="enclose-annex"),
    path(f"{_DRAFT}enclosed/<int:pk>/withdraw/", enclosures.withdraw, name="withdraw-enclosed"),
    path(f"{_DRAFT}enclosed/<int:pk>/copy/", enclosures.copy, name="enclosed-copy"),
    path(f"{_DRAFT}enclosed/<int:pk>/form/", enclosures.other_form, name="enclosed-form"),
    *section_marks.urlpatterns,
    *register_urls(directory.COMMITTEES),
    *register_urls(directory.MEETINGS),
    *register_urls(directory.ELECTIONS),
    *register_urls(directory.CLOSURES),
    *register_urls(directory.SERIES),
    *register_urls(directory.GLOSSARY),
    path("committee/house-words/several/", directory.several, name="house-words-several"),
    *register_urls(directory.HOUSE_WORDS),
    *register_urls(promising.COMMITMENTS),
]
