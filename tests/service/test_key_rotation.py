"""Both keys are changed while everything that was made under the old ones goes on working."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from assurance.imports import operations
from assurance.imports.models import RowWritten
from assurance.looked_after.models.returns import Child, Episode
from assurance.runtime.keyed_digests import name_of
from reports.data_protection import subjects
from reports.data_protection.models import LegalHold
from reports.data_protection.references import address_digest
from reports.publication.models.subscriptions import Subscription
from tests import cast
from tests.approvals.invited.test_links_in_wrong_hands import WAYS, made
from tests.looked_after.returns.test_importing_returns import SMALL
from tests.looked_after.returns.test_importing_returns import imported as import_return
from tests.make import readers
from tests.make.data_protection import hold
from tests.make.imports import ON, imported, row, table
from tests.make.looked_after import BOY, EPISODES, GIRL, HEADER, LATE, OPEN, csv
from tests.make.papers import ISSUED_ON

pytestmark = pytest.mark.django_db
LATER = {
    "header.csv": csv(HEADER, BOY, GIRL),
    "episodes.csv": csv(EPISODES, OPEN, LATE, "C77,01/03/2018,S,C2,N1,U4,PR4,,,,,,"),
}


@pytest.fixture
def rotate(settings):
    """Changes both keys, and keeps the old ones."""

    def turn():
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        settings.SECRET_KEY = f"{settings.SECRET_KEY}-anew"
        settings.DIGEST_KEY_FALLBACKS = [settings.DIGEST_KEY, *settings.DIGEST_KEY_FALLBACKS]
        settings.DIGEST_KEY = f"{settings.DIGEST_KEY}-anew"

    return turn


def shown(*words):
    """What `digest_keys` prints."""
    out = StringIO()
    call_command("digest_keys", *words, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("name", WAYS)
def test_a_link_that_was_sent_opens_after_the_keys_were_changed(name, client, settings, rotate):
    settings.CANDOUR_TODAY = ISSUED_ON.isoformat()
    _row, words = made(name)
    rotate()
    assert client.get(reverse(name, args=[words])).status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(reverse(name, args=[words])).status_code == 404


def test_whoever_is_signed_in_stays_so(client, rotate):
    client.force_login(cast.clerk())
    rotate()
    assert client.get(reverse("home")).status_code == 200


@pytest.mark.long
def test_every_letter_to_a_subscriber_has_the_link_that_opens(rotate, settings):
    following = readers.following()
    words = following.key
    rotate()
    for sent in (following, readers.following(email="new@example.org")):
        again = Subscription.objects.get(pk=sent.pk)
        assert list(Subscription.objects.opened_by(again.key)) == [again]
    assert Subscription.objects.get(pk=following.pk).key == words
    settings.DIGEST_KEY_FALLBACKS = []
    assert Subscription.objects.get(pk=following.pk).key != words


@pytest.mark.long
def test_a_return_finds_the_children_of_the_return_before(rotate):
    import_return(SMALL)
    before = set(Child.objects.values_list("pseudonym", flat=True))
    rotate()
    import_return(LATER)
    after = set(Child.objects.values_list("pseudonym", flat=True))
    assert len(after - before) == 1 and before <= after
    [new] = after - before
    assert Episode.objects.filter(child__pseudonym=new).count() == 1


def test_a_hold_over_a_child_or_an_address_still_refuses(rotate):
    council = cast.make_council()
    import_return(SMALL)
    reference = BOY.split(",")[0]
    readers.following(email="Reader@example.org", confirmed_on=ISSUED_ON)
    keys = {LegalHold.CHILD: reference, LegalHold.ADDRESS: "reader@EXAMPLE.org"}
    keys = {kind: (text, subjects.find_key(council, kind, text)) for kind, text in keys.items()}
    for kind, (_text, key) in keys.items():
        hold(council=council, subject=kind, key=key)
    rotate()
    for kind, (text, key) in keys.items():
        assert key and subjects.find_key(council, kind, text) == key, kind
        subject = subjects.subject_of(council, kind, key)
        assert subject and subject.hold(ISSUED_ON), kind
    assert address_digest("reader@example.org") != keys[LegalHold.ADDRESS][1]


def test_an_import_is_undone_under_a_new_key_and_what_somebody_changed_is_still_seen(rotate):
    run = imported(table(row(1), row(2)))
    rotate()
    assert operations.undo(run=run, by=cast.officer(), on=ON).state == "undone"


def test_the_command_makes_anew_what_can_be_reckoned_and_names_the_keys_needed(rotate, settings):
    imported(table(row(1), row(2)))
    import_return(SMALL)
    digested = RowWritten.objects.exclude(digest="")
    RowWritten.objects.filter(pk=digested.first().pk).update(digest="0" * 64)
    old = settings.DIGEST_KEY
    rotate()
    text = shown()
    assert f"children of returns: an older key, {name_of(old)}: keep it" in text
    lines = shown("--rekey").splitlines()
    in_use = [line.strip() for line in lines if line.endswith("the key in use")]
    # The one that was changed past the program keeps the digest that says so.
    assert f"{digested.count() - 1} rows of imports: the key in use" in in_use
    assert "without a name" in shown()
    settings.DIGEST_KEY_FALLBACKS = []
    with pytest.raises(CommandError, match=f"children of returns .*{name_of(old)}.*Add that key"):
        shown()


@pytest.mark.long
def test_verify_holds_after_both_keys_were_changed_and_digests_made_anew(rotate):
    imported(table(row(1), row(2)))
    rotate()
    call_command("digest_keys", "--rekey", stdout=StringIO())
    call_command("verify", stdout=StringIO())
