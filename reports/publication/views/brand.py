"""The colours and the mark of a council as its public pages load them."""

from django.http import Http404

from assurance.accounts.access import public
from assurance.public_pages.brand.palette import palette_of
from assurance.public_pages.brand.pictures import on_pages
from assurance.public_pages.models.brands import CouncilBrand
from assurance.runtime.caching import fingerprinted


@public
def colours(request, council):
    """The style sheet with the council's colours; 404 where it has chosen none."""
    brand = _brand_of(council)
    sheet = palette_of(brand.colour).sheet.encode()
    return fingerprinted(request, sheet, "text/css; charset=utf-8")


@public
def mark(request, council):
    """The council's mark in the size of a masthead; 404 where it has none."""
    picture = _brand_of(council).picture()
    if not picture:
        raise Http404
    return fingerprinted(request, on_pages(picture), "image/png")


def _brand_of(slug):
    brand = CouncilBrand.objects.public_in(slug).select_related("council").first()
    if brand is None:
        raise Http404
    return brand
