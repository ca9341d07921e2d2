"""House words that a council keeps: written, imported at once, known to the checks, mended."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assurance.records import operations as generic
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.editor.operations import house_words as operations
from reports.papers.manuscript import read
from reports.papers.models.templates import HouseWord
from reports.papers.rules.house_words import PreferredWording, Wording
from reports.verdicts.paper.context import known_in_brief, known_to
from tests import cast
from tests.make import drafts
from tests.make import papers as make
from tests.page_requests import at, errors, words

pytestmark = pytest.mark.django_db
ON = drafts.ON
SAID = {"say": "adviser", "plural": "advisers", "refused": "advisor", "holds": "everywhere"}
LISTED = "home | unit, placement | Children ask for it\nadviser | advisor, advizer"


@pytest.fixture
def by():
    return cast.clerk()


@pytest.fixture
def browser(client, by):
    client.force_login(by)
    return client


def add(by, **said):
    """A house word that is kept."""
    told = {**SAID, "reason": "", **said}
    return generic.create(model=HouseWord, council=by.council, by=by, on=ON, **told)


def kept():
    """(what is said, what is not said) of each standing house word."""
    return [(one.say, one.refused_words) for one in HouseWord.objects.active()]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"say": "Adviser"}, "say"),
        ({"say": "guide", "refused": "Guide"}, "refused"),
        ({"say": "guide", "plural": "[guides]"}, "plural"),
        ({"say": "guide", "reason": "x" * 301}, "reason"),
    ],
)
def test_what_cannot_be_a_house_word_is_refused_at_its_field(by, said, field):
    add(by)
    with pytest.raises(Refused) as refused:
        add(by, **said)
    assert refused.value.field == field
    assert len(kept()) == 1


def test_several_are_kept_at_once_and_nothing_is_written_twice(by):
    add(by, refused="advisor", plural="")
    told = [Wording("home", ("unit",)), Wording("Adviser", ("advizer",))]
    written = {"council": by.council, "wordings": told, "by": by, "on": ON}
    assert len(operations.keep_house_words(**written)) == 2
    assert kept() == [("adviser", ("advisor", "advizer")), ("home", ("unit",))]
    assert operations.keep_house_words(**written) == []
    told = [*HistoryEntry.objects.order_by("pk").values_list("what", flat=True)]
    assert told == ["house_words.add"] * 2 + ["house_words.change"]
    with pytest.raises(Refused, match="has no letter"):
        operations.keep_house_words(**{**written, "wordings": [Wording("x", ("1",))]})


def test_the_checks_know_what_stands_in_the_papers_own_council_alone(by):
    paper = drafts.written(by)
    add(by)
    ended = add(by, say="guide", refused="chief")
    generic.withdraw(record=ended, version=1, because="Agreed", by=by, on=ON)
    make.house_word(council=cast.make_council("elsewhere"))
    says = {"advisor": PreferredWording(("adviser",)), "advisors": PreferredWording(("advisers",))}
    assert known_to(paper).preferred == says == known_in_brief(read(paper)).preferred


@pytest.mark.long
def test_one_press_on_the_checks_writes_it(browser, by):
    paper = drafts.written(by)
    add(by)
    block = paper.blocks.get(slug="children")
    type(block).objects.filter(pk=block.pk).update(text="Each school has an advisor.")
    page = browser.get(at(paper, "checks"))
    (one,) = (row for row in page.context["verdict"].to_accept if "adviser" in row.fault.says)
    browser.post(at(paper, "mend"), {"digest": one.digest})
    block.refresh_from_db()
    assert block.text == "Each school has an adviser."


def test_an_administrator_adds_finds_and_ends_one_on_pages(client):
    who = cast.administrator()
    client.force_login(who)
    wrong = client.post(reverse("editor:house-word-add"), {**SAID, "refused": "Adviser"})
    assert "cannot also be a word to avoid" in errors(wrong)["refused"][0]
    assert "refused" in errors(client.post(reverse("editor:house-word-add"), {"say": "x"}))
    page = client.post(reverse("editor:house-word-add"), SAID, follow=True)
    assert "House word added." in words(page)
    make.house_word(council=who.council)
    found = client.get(reverse("editor:house-word-list") + "?text=advis").context["lines"]
    assert [line["record"].say for line in found] == ["adviser"]
    record = HouseWord.objects.get(say="adviser")
    ending = {"because": "Agreed", "version": 1}
    page = client.post(reverse("editor:house-word-withdraw", args=[record.pk]), ending, follow=True)
    assert "Ended" in words(page) and kept() == [("looked-after child", ("LAC",))]


def test_pasted_lines_are_shown_then_kept(browser, by):
    add(by)
    address = reverse("editor:house-words-several")
    assert "advisor" in browser.get(f"{address}?usual=yes").content.decode()
    assert "Enter the house words" in errors(browser.post(address, {}))["text"][0]
    assert "Line 1" in errors(browser.post(address, {"text": "home"}))["text"][0]
    shown = browser.post(address, {"text": f"{LISTED}\nadviser | advisor"})
    assert "Gains words" in words(shown) and "2 to keep" in words(shown)
    assert len(kept()) == 1
    again = browser.post(address, {"text": LISTED, "again": "yes"})
    assert again.context["form"]["text"].value() == LISTED
    page = browser.post(address, {"text": LISTED, "keep": "yes"}, follow=True)
    assert "House words kept: 2." in words(page)
    assert kept() == [("adviser", ("advisor", "advizer")), ("home", ("unit", "placement"))]
    nothing = browser.post(address, {"text": LISTED})
    assert "Nothing is left to keep" in words(nothing) and "2 are already in the list" in words(
        nothing
    )


def file_of(content, name="words.csv"):
    return SimpleUploadedFile(name, content)


def test_the_lists_own_file_is_imported_by_another_council(browser, by, client):
    add(by, refused="advisor, advizer", reason="Spelling", holds="text")
    taken = browser.get(reverse("editor:house-word-csv")).getvalue()
    other = cast.clerk(cast.make_council("elsewhere"))
    client.force_login(other)
    address = reverse("editor:house-words-several")
    shown = client.post(address, {"file": file_of(taken)})
    assert "1 to keep" in words(shown)
    client.post(address, {"text": shown.context["form"].lines, "keep": "yes"})
    here, there = (HouseWord.objects.get(council=one.council).as_wording() for one in (by, other))
    assert here == there


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Word,Other\nadviser,advisor\n", "The file has no column “Word to use”"),
        (b"Word to use,Other\nadviser,advisor\n", "The file has no column “Words to avoid”"),
        (b"Word to use,Words to avoid\nadviser,12\n", "“12” has no letter"),
        (b"%PDF-1.7", "PDF"),
        (b"x" * 1_000_001, "1 MB or smaller"),
    ],
)
def test_a_file_that_holds_no_house_words_is_refused_with_its_sentence(browser, content, sentence):
    answer = browser.post(reverse("editor:house-words-several"), {"file": file_of(content)})
    assert sentence in errors(answer)["file"][0]
