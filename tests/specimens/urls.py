"""Addresses of a page of every pattern: `@pytest.mark.urls("tests.specimens.urls")`."""

from allauth.account.urls import urlpatterns as account_pages
from allauth.mfa.urls import urlpatterns as second_factor_pages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import include, path

from assurance.access import Permission, public, requires
from assurance.accounts.third_party import PAGES, declared
from config import views as plain_pages
from tests.specimens import views


def area(name, **lists):
    """The addresses of an area's lists, each with its permission, as the navigation looks for
    them."""
    views_of = {
        page.replace("_", "-"): requires(permission)(lambda request: views.parts(request))
        for page, permission in lists.items()
    }
    pages = [
        path("" if page == "list" else f"{page}/", view, name=page)
        for page, view in views_of.items()
    ]
    return path(f"{name}/", include((pages, name)))


@public
def forbidden(request):
    """Refuses."""
    raise PermissionDenied


@public
def missing(request):
    """Is not there."""
    raise Http404


@public
def broken(request):
    """Fails."""
    raise RuntimeError("as it was meant to")


urlpatterns = [
    path("", views.parts, name="front"),
    path("home/", requires(Permission.SEE_HOME)(lambda request: views.parts(request)), name="home"),
    path("parts/", views.parts, name="parts"),
    path("form/", views.form, name="form"),
    path("list/", views.listing, name="listing"),
    path("editor/", views.editor, name="editor"),
    path("preview/", views.preview, name="preview"),
    path("conflict/", views.conflict, name="conflict"),
    path("locked-out/", views.locked_out, name="locked_out"),
    path("forbidden/", forbidden),
    path("missing/", missing),
    path("broken/", broken),
    path("accessibility/", plain_pages.accessibility, name="accessibility"),
    path("privacy/", plain_pages.privacy, name="privacy"),
    path("sign-in/", include(declared(account_pages, PAGES))),
    path("sign-in/second-factor/", include(declared(second_factor_pages, PAGES))),
    area("accounts", list=Permission.MANAGE_ACCOUNTS),
    area("people", list=Permission.MANAGE_POLICIES, cohort_list=Permission.MANAGE_POLICIES),
    area("audits", list=Permission.RECORD_AUDITS),
    area(
        "dbs",
        list=Permission.RECORD_DBS,
        audit_list=Permission.SEE_COUNTS,
        policy_list=Permission.MANAGE_POLICIES,
    ),
    area("looked_after", list=Permission.RECORD_LOOKED_AFTER),
    area("findings", list=Permission.RECORD_REVIEWS),
    area("improvements", list=Permission.RECORD_ACTIONS),
    area("papers", list=Permission.READ_DRAFTS),
]
