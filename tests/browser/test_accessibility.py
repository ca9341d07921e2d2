"""No page that somebody may look at has a fault, at either width, light or dark: axe, the console
and a ruler at every address of `tests.pages_by_role`. What a form answers is looked at in the
journeys."""

import re

import pytest
from django.db import connection, transaction

from tests import cast
from tests.browser.reading import faults_in_every_state, headings, inject_axe
from tests.pages_by_role import PAGES
from tests.sampling import sample
from tests.test_every_page import address_of

# What a page shows for an address is written into the page that has axe already, as the browser
# would read it: to go there, and to take axe along, takes five times as long. Scripts begin anew
# under another address; what they would ask for later is not waited for.
OPENED = """async address => {
    window.ask ??= window.fetch;
    const answer = await ask(address);
    if (answer.status !== 200) return String(answer.status);
    if (!answer.headers.get("Content-Type").startsWith("text/html")) return "no page";
    if (answer.headers.get("Content-Disposition")) return "no page";
    const html = await answer.text();
    if (!html.includes("</html>")) return "no page";
    window.time = (window.time ?? 0) + 1;
    history.replaceState(null, "", answer.url);
    document.open();
    window.fetch = () => new Promise(() => {});
    const loaded = new Promise(done => addEventListener("load", done, {once: true}));
    document.write(html.replace(/(<script type="module" src="[^"]*)/g, `$1?${time}`));
    document.close();
    await loaded;
    return "";
}"""
# What the browser complains of because pages are opened so: papers are kept for no device here.
OF_THE_WAY = re.compile(r"^Service Worker registration blocked|/favicon\.ico$")


def public_first():
    """The names of all addresses that anybody may look at, those of the public first."""
    seen = {name: page.expected() for name, page in PAGES.items()}
    names = [name for name, answers in seen.items() if 200 in answers.values()]
    return sorted(names, key=lambda name: seen[name]["signed out"] != 200)


def looked_at():
    """The names of the addresses whose pages are looked at: those of the public each time, of the
    others a part in the gate."""
    names = public_first()
    public = [name for name in names if PAGES[name].expected()["signed out"] == 200]
    return [*public, *sample(names[len(public) :], 6)]


def faults_of(page, address):
    """What is wrong with the page at `address`; nothing where a file is there in place of one."""
    refused = page.evaluate(OPENED, address)
    if refused:
        return [] if refused == "no page" else [f"answers {refused}"]
    found = [one for one in faults_in_every_state(page) if not OF_THE_WAY.search(one)]
    page.complaints.clear()
    return found if headings(page).count(1) == 1 else [*found, "not one h1"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the server answers in our transaction")
def test_no_page_has_a_fault_at_either_width(open_page, sign_in, built, transactional_db):
    page = open_page(service_workers="block")
    page.goto("/accessibility/")
    inject_axe(page)
    council, everybody = cast.make_council(), cast.make_user(*cast.ROLES)
    # What allauth shows depends on whether there is a password.
    everybody.password = "anything that is not marked as unusable"
    everybody.save()
    wrong, is_in = [], False
    for name in looked_at():
        if not is_in and PAGES[name].expected()["signed out"] != 200:
            sign_in(page, everybody)
            is_in = True
        with transaction.atomic():
            wrong += [f"{name} {one}" for one in faults_of(page, address_of(name, council))]
            transaction.set_rollback(True)
    assert not wrong, "\n".join(wrong)
