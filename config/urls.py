"""Every address. The subjects' working pages carry no council; what the public reads does."""

from allauth.account.urls import urlpatterns as account_pages
from allauth.mfa.urls import urlpatterns as second_factor_pages
from django.urls import include, path

from assurance.accounts.third_party import PAGES, declared
from config import views
from reports.views import feeds, front, notices, published

urlpatterns = [
    path("", front.front, name="front"),
    path("home/", front.home, name="home"),
    path("home/notices/", notices.choices, name="notices"),
    path("home/notices/calendar/", notices.make_calendar, name="notices-make-calendar"),
    path("home/notices/stop/", notices.stop_calendar, name="notices-stop-calendar"),
    path("calendar/<str:private>.ics", notices.calendar, name="calendar"),
    path("sitemap.xml", feeds.site_map, name="sitemap"),
    path("healthz", views.health, name="health"),
    path("readyz", views.ready, name="ready"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("service/", published.service, name="service"),
    path("sign-in/", include(declared(account_pages, PAGES))),
    path("sign-in/second-factor/", include(declared(second_factor_pages, PAGES))),
    path("accounts/", include("assurance.accounts.urls")),
    path("teams/", include("assurance.people.urls")),
    path("audits/", include("assurance.audits.urls")),
    path("dbs/", include("assurance.dbs.urls")),
    path("looked-after/", include("assurance.looked_after.urls")),
    path("reviews/", include("assurance.findings.urls")),
    path("actions/", include("assurance.improvements.urls")),
    path("surveys/", include("assurance.surveys.urls")),
    path("bring-in/", include("assurance.imports.urls")),
    path("attachments/", include("assurance.attachments.urls")),
    path("matters/", include("assurance.matters.urls")),
    # Last, because its public addresses begin with a council's slug.
    path("", include("reports.urls")),
]

handler500 = "config.views.failed"
