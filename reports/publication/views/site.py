"""What was issued, held against its record; the bundles of editions; and the way from the written
pages to what only the service itself can do."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, public, requires
from assurance.runtime.periods import moment_from_today
from reports.editions.models.editions import Edition
from reports.issue.models.site import SiteCheck, SiteFault
from reports.issue.site import jobs
from reports.issue.site.bundle import edition_of, first_file
from reports.issue.site.certificate import certificate_pdf
from reports.publication.views import editions

LOOKED = "The check of published files is under way. Reload this page in a moment."
WRITTEN = "The folder is written again from the record, then checked."
MOST_CHECKS = 20


@public
def service(request):
    """Where written pages send what a folder of files cannot do: on to `to`, a path here."""
    to = request.GET.get("to", "")
    ours = to.startswith("/") and url_has_allowed_host_and_scheme(to, allowed_hosts=None)
    if ours and "\0" not in to:
        return redirect(to)
    return render(request, "publication/service.html")


@public
def bundle(request, folder):
    """The first page of an edition's folder."""
    return bundle_file(request, folder, "")


@public
def bundle_file(request, folder, name):
    """One file of an edition, under the fingerprint of the list of its files."""
    result = edition_of(folder)
    if result is None:
        raise Http404
    owner = result.paper
    named = (owner.council.slug, owner.series.slug, owner.slug, result.number)
    return editions.file(request, *named, name=name or first_file(result))


@requires(Permission.READ_CHECKS)
def show(request):
    """The last checks of records, history and published files, and what of them has changed."""
    context = {
        "may_check": may(request.user, Permission.CHECK_ISSUED),
        "checks": SiteCheck.objects.visible_to(request.user)[:MOST_CHECKS],
        "faults": SiteFault.objects.visible_to(request.user).active(),
        "under_way": jobs.under_way(request.user.council),
        "editions": Edition.objects.visible_to(request.user).count(),
    }
    return render(request, "publication/site_checks.html", context)


@requires(Permission.CHECK_ISSUED)
@require_POST
def check(request):
    """Looks at everything that the council has issued."""
    jobs.check_council.enqueue(request.user.council_id)
    messages.success(request, LOOKED)
    return redirect("published:issued-checked")


@requires(Permission.READ_CHECKS)
def certificate(request, pk):
    """The certificate of one check as PDF."""
    check = get_object_or_404(SiteCheck.objects.visible_to(request.user), pk=pk)
    answer = HttpResponse(certificate_pdf(check), content_type="application/pdf")
    name = f"check-{moment_from_today(check.checked_at):%Y-%m-%d}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@requires(Permission.CHECK_ISSUED)
@require_POST
def write_again(request):
    """Writes the council's part of the published folder from the record."""
    jobs.write_again.enqueue(request.user.council_id)
    messages.success(request, WRITTEN)
    return redirect("published:issued-checked")


WORKER = settings.BASE_DIR / "static" / "js" / "worker.js"


@public
def show_offline(request):
    """The papers that this device keeps, as its own worker tells them."""
    return render(request, "publication/offline.html")


@public
def worker(request):
    """The worker itself, at the root of the site: it answers for what lies below its address."""
    response = HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
