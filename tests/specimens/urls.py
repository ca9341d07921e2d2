"""Addresses of a page of every pattern: `@pytest.mark.urls("tests.specimens.urls")`."""

from collections import defaultdict

from allauth.account.urls import urlpatterns as account_pages
from allauth.mfa.urls import urlpatterns as second_factor_pages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import include, path, resolve, reverse

from assurance.accounts.access import Permission, public, requires
from assurance.accounts.third_party import PAGES, declared
from config import views as plain_pages
from config.navigation import AREAS
from tests.specimens import views


def areas():
    """The addresses that the navigation looks for, each with the permission of its own page."""
    routed = defaultdict(list)
    for _, name in (page for pages in AREAS.values() for page in pages if ":" in page[1]):
        address = reverse(name, urlconf="config.urls")
        needed = resolve(address, urlconf="config.urls").func.access
        view = requires(needed)(lambda request: views.parts(request))
        area, page = name.split(":")
        routed[area].append(path(address[1:], view, name=page))
    return [path("", include((pages, area))) for area, pages in routed.items()]


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
    path(
        "home/search/",
        requires(Permission.SEE_HOME)(lambda request: views.parts(request)),
        name="record-search",
    ),
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
    path("", include(([path("offline/", views.parts, name="offline")], "publication"))),
    path("sign-in/", include(declared(account_pages, PAGES))),
    path("sign-in/second-factor/", include(declared(second_factor_pages, PAGES))),
    # The page on privacy links to the copies on a device.
    path("", include(([path("offline/", views.parts, name="offline")], "publication"))),
    *areas(),
]
