"""Every address. The subjects' working pages carry no council; what the public reads does."""

from allauth.account.urls import urlpatterns as account_pages
from allauth.mfa.urls import urlpatterns as second_factor_pages
from django.urls import include, path

from assurance.accounts.third_party import PAGES, declared
from config import views
from reports.approvals.urls import urlpatterns as approvals_urls
from reports.checks.urls import urlpatterns as checks_urls
from reports.contributions.urls import urlpatterns as contributions_urls
from reports.conversion.urls import urlpatterns as conversion_urls
from reports.editor.urls import urlpatterns as editor_urls
from reports.issue.urls import urlpatterns as issue_urls
from reports.publication.feeds import views as feeds
from reports.publication.urls import WORKING as FORMATS_AND_SITE
from reports.publication.urls import urlpatterns as publication_urls
from reports.publication.views import site
from reports.tasks.views import home

# A draft's address fits what stands beside drafts, and so is asked after all of it.
REPORTS = [
    *checks_urls,
    *conversion_urls,
    *contributions_urls,
    *approvals_urls,
    *issue_urls,
    *FORMATS_AND_SITE,
    *editor_urls,
    *publication_urls,
]
urlpatterns = [
    path("", home.front, name="front"),
    path("home/", home.home, name="home"),
    path("home/notices/", home.choices, name="notices"),
    path("home/notices/calendar/", home.make_calendar, name="notices-make-calendar"),
    path("home/notices/stop/", home.stop_calendar, name="notices-stop-calendar"),
    path("calendar/<str:private>.ics", home.calendar, name="calendar"),
    path("sitemap.xml", feeds.site_map, name="sitemap"),
    path("healthz", views.health, name="health"),
    path("readyz", views.ready, name="ready"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("service/", site.service, name="service"),
    path("sign-in/", include(declared(account_pages, PAGES))),
    path("sign-in/second-factor/", include(declared(second_factor_pages, PAGES))),
    path("accounts/", include("assurance.accounts.urls")),
    path("teams/", include("assurance.people.urls")),
    path("audits/", include("assurance.audits.urls")),
    path("dbs/", include("assurance.dbs.urls")),
    path("looked-after/", include("assurance.looked_after.urls")),
    path("reviews/", include("assurance.reviews.urls")),
    path("actions/", include("assurance.improvement.urls")),
    path("surveys/", include("assurance.surveys.urls")),
    path("import/", include("assurance.imports.urls")),
    path("attachments/", include("assurance.attachments.urls")),
    path("matters/", include("assurance.governance.urls")),
    # Last, because its public addresses begin with a council's slug.
    path("", include((REPORTS, "papers"))),
]

handler500 = "config.views.failed"
