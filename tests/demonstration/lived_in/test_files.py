"""The files of staff, promises and audits agree with themselves before anything is loaded."""

import json
import re
from math import gcd

import pytest
from django.contrib.auth.hashers import check_password, get_hasher, make_password

from config.settings import BASE_DIR
from reports.demonstration import load, posts, texts
from reports.demonstration.programme import LATER_ROUNDS, ROUNDS, case_audits

PAPERS = BASE_DIR / "fixtures" / "papers"
PBKDF2 = "django.contrib.auth.hashers.PBKDF2PasswordHasher"


def staff():
    """Every account of the first council by its word: those of the first day and later ones."""
    return {item["word"] for item in texts.read("council")["accounts"]} | {
        item["word"] for item in texts.read("staff")["joined"]
    }


@pytest.mark.parametrize("key", ["takes", "left", "away"])
def test_whoever_takes_a_post_leaves_or_is_away_is_on_the_staff(key):
    assert {item["word"] for item in texts.read("staff")[key]} <= staff()


def test_nobody_takes_a_post_before_they_join():
    joined = {item["word"]: item["on"] for item in texts.read("staff")["joined"]}
    for item in texts.read("staff")["takes"]:
        assert item["on"] >= joined.get(item["word"], ""), item


def test_stand_ins_are_on_the_staff_and_days_in_order():
    for item in texts.read("staff")["away"]:
        assert item.get("stand_in") in {None, *staff()} - {item["word"]}
        assert item["on"] <= item["from_date"] <= item["to_date"]


def test_promises_are_of_reports_that_are_made_and_each_sentence_comes_once():
    value = texts.read("promises")
    assert set(value) <= set(load.REPORTS)
    for entries in value.values():
        sentences = [entry["sentence"] for entry in entries]
        assert len(set(sentences)) == len(sentences)
        assert all(("due_on" in entry) == ("what" in entry) for entry in entries)


def test_an_answer_names_a_promise_of_a_report_before_it():
    value, answers = texts.read("promises"), texts.read("answers")
    for item in (item for items in answers.values() for item in items if item.get("of") in value):
        made = {entry["block"] for entry in value[item["of"]]}
        # What is moved is promised anew, for another day.
        moved = {row["block"] for row in answers.get(item["of"], ()) if row["state"] == "changed"}
        assert item["promised"] in made | moved, item


def test_the_words_of_audits_come_in_every_pair_before_one_returns():
    value = texts.read("case-audits")
    assert gcd(len(value["strengths"]), len(value["more_strengths"])) == 1
    for topic in value["topics"]:
        assert gcd(len(topic["areas"]), len(value["more_areas"])) == 1
        assert gcd(len(topic["actions"]), len(value["by"])) == 1


@pytest.mark.parametrize("name", ["strengths", "areas_for_development", "actions"])
def test_thirty_audits_running_have_words_of_their_own(name):
    audits = [
        audit[name] for audit in case_audits(texts.read("case-audits"), ROUNDS + LATER_ROUNDS)
    ]
    for start in range(len(audits) - 30):
        assert len(set(audits[start : start + 30])) == 30


def test_known_passwords_are_hashed_with_few_rounds_and_later_ones_as_ever(settings):
    settings.PASSWORD_HASHERS = [PBKDF2]
    usual = get_hasher().iterations
    with load.known_passwords():
        encoded = make_password("lantern")
    assert encoded.split("$")[1] == str(load.ROUNDS) and check_password("lantern", encoded)
    assert get_hasher().iterations == usual


def test_the_usual_rounds_come_back_after_a_refusal(settings):
    settings.PASSWORD_HASHERS = [PBKDF2]
    usual = get_hasher().iterations
    with pytest.raises(LookupError), load.known_passwords():
        raise LookupError
    assert get_hasher().iterations == usual


def test_a_directorate_has_one_name_in_records_reports_and_posts():
    council = texts.read("council")
    written = json.dumps([council, texts.read("reasons")], ensure_ascii=False)
    written += "".join(path.read_text() for path in PAPERS.glob("*.json"))
    names = re.findall(r"[Tt]he ((?:[A-Z]\w+,? |and ){1,6})directorate", written)
    assert len(names) > 5 and {name.strip() for name in names} == {posts.DEPARTMENT}
    of_children = {post["department"] for post in council["posts"] if "Child" in post["title"]}
    assert of_children == {posts.DEPARTMENT}
