"""Every address. The subjects' working pages carry no council; what the public reads does."""

from allauth.account.urls import urlpatterns as account_pages
from allauth.mfa.urls import urlpatterns as second_factor_pages
from django.urls import include, path

from assurance.accounts.third_party import PAGES, declared
from config import views
from reports.feeds import views as feeds
from reports.publication.urls import WORKING
from reports.publication.views import site
from reports.tasks.record_search import views as record_search
from reports.tasks.views import home, job

urlpatterns = [
    path("", home.front, name="front"),
    path("home/", home.home, name="home"),
    path("home/search/", record_search.find, name="record-search"),
    path("home/notices/", home.choices, name="notices"),
    path("home/notices/calendar/", home.make_calendar, name="notices-make-calendar"),
    path("home/notices/stop/", home.stop_calendar, name="notices-stop-calendar"),
    path("set-up/", include("reports.tasks.set_up.urls")),
    path("reports/<slug:series>/<slug:slug>/job/", job.show, name="report-job"),
    path(
        "reports/<slug:series>/<slug:slug>/ask-for-record/",
        job.request_record,
        name="ask-for-record",
    ),
    path(
        "reports/<slug:series>/<slug:slug>/count-censuses/",
        job.count_censuses,
        name="count-censuses",
    ),
    path("calendar/<str:private>.ics", home.calendar, name="calendar"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("sitemap.xml", feeds.site_index, name="sitemap"),
    path("sitemap-pages.xml", feeds.site_pages, name="sitemap-pages"),
    path("healthz", views.health, name="health"),
    path("readyz", views.ready, name="ready"),
    path("metrics", views.metrics, name="metrics"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("how-this-works/", views.how_this_works, name="how-this-works"),
    path("service/", site.service, name="service"),
    path("sign-in/", include(declared(account_pages, PAGES))),
    path("sign-in/second-factor/", include(declared(second_factor_pages, PAGES))),
    path("accounts/", include("assurance.sign_in.urls")),
    path("accounts/", include("assurance.accounts.urls")),
    path("teams/", include("assurance.people.urls")),
    path("small-numbers/", include("assurance.figures.policies.urls")),
    path("public-pages/", include("assurance.public_pages.urls")),
    path("audits/", include("assurance.audits.urls")),
    path("dbs/", include("assurance.dbs.urls")),
    path("looked-after/", include("assurance.looked_after.urls")),
    path("reviews/", include("assurance.reviews.urls")),
    path("actions/", include("assurance.improvement.urls")),
    path("surveys/", include("assurance.surveys.urls")),
    path("import/", include("assurance.imports.urls")),
    path("attachments/", include("assurance.attachments.urls")),
    path("matters/", include("assurance.governance.urls")),
    path("outcomes/", include("assurance.outcomes.urls")),
    path("data-protection/", include("reports.data_protection.urls")),
    path("oversight/", include("reports.oversight.urls")),
    path("", include("reports.verdicts.urls")),
    path("", include("reports.conversion.urls")),
    path("", include("reports.contributions.urls")),
    path("", include("reports.approvals.urls")),
    path("", include("reports.issue.urls")),
    path("", include((WORKING, "published"))),
    # A draft's address fits what stands beside drafts, and so is asked after all of it.
    path("", include("reports.editor.urls")),
    path("", include("reports.report_templates.urls")),
    # Last, because their public addresses begin with a council's slug.
    path("", include("reports.open_data.urls")),
    path("", include("reports.feeds.urls")),
    path("", include("reports.publication.urls")),
]

handler404 = "config.views.page_not_found"
handler500 = "config.views.failed"
