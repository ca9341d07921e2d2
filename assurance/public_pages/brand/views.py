"""The page on which an administrator sets a council's mark and colours, and sees them."""

import base64
from math import trunc

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts import history_page
from assurance.accounts.access import Permission, requires
from assurance.public_pages import colours
from assurance.public_pages.brand.forms import BrandForm, TrialForm
from assurance.public_pages.brand.operations import save_brand
from assurance.public_pages.brand.palette import DARK_PAGE, DARK_TINT, palette_of
from assurance.public_pages.models.brands import CouncilBrand
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today

SAVED = (
    "Mark and colours saved. Public pages show them now, and new reports print them; "
    "published editions keep their own."
)
FIELDS = ("colour", "mark_text", "cover", "version")


@requires(Permission.MANAGE_POLICIES)
def mark_and_colours(request):
    """Shows and saves the mark and colours of the administrator's council."""
    brand = CouncilBrand.objects.visible_to(request.user).first()
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    has_mark = bool(brand and brand.mark_sha256)
    form = BrandForm(*sent, initial=_values(brand), has_mark=has_mark)
    if sent and form.is_valid() and _saved(request, form):
        messages.success(request, SAVED)
        return redirect("public_pages:brand")
    trial = TrialForm(request.GET if "trial" in request.GET else None)
    saved = brand.colour if brand else colours.USUAL
    context = {
        "form": form,
        "heading": "Mark and colours",
        "brand": brand,
        "trial": trial,
        **_looks(trial.chosen().get("trial", saved), saved),
        "picture": _address(brand),
        "council": request.user.council,
        "entries": history_page.with_verbs(history_page.about(brand), {"Save": "Saved"})
        if brand
        else (),
        "here": reverse("public_pages:brand"),
    }
    return render(request, "public_pages/brand.html", context)


def _looks(colour, saved):
    """The colour and what public pages make of it in both looks, for the pictures of the page."""
    return {
        "colour": colour,
        "is_trial": colour != saved,
        # Rounded down, so that no ratio is printed as more than it is.
        "ratio": trunc(colours.contrast_with_white(colour) * 10) / 10,
        "palette": palette_of(colour),
        "dark_page": DARK_PAGE,
        "dark_tint": DARK_TINT,
    }


def _saved(request, form):
    """Whether the form was saved; what refuses it is on the form otherwise."""
    fields = {name: value for name, value in form.cleaned_data.items() if name != "mark"}
    fields["content"] = form.cleaned_data["mark"]
    with refusals_shown_on(form):
        save_brand(council=request.user.council, by=request.user, on=today(), **fields)
    return not form.errors


def _values(brand):
    if brand is None:
        return {"colour": colours.USUAL}
    return {name: getattr(brand, name) for name in FIELDS}


def _address(brand):
    """The mark as a `data:` address for the preview; empty without one."""
    picture = brand.picture() if brand else b""
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}" if picture else ""
