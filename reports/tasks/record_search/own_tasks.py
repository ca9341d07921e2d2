"""Tasks of the person who searches that have the words of a question: “findings without an action”
is a task of each person who records them."""

from assurance.accounts.models.accounts import User
from assurance.runtime.periods import today
from reports.tasks.all_tasks import needs_of
from reports.tasks.record_search.list_words import content, question_words, word_stem
from reports.vocabulary.plain_text import plain

# So many are shown; one word alone is of too many.
MOST, FEWEST_WORDS = 3, 2
# What asks for tasks of every kind.
_TASKS = frozenset(map(word_stem, ("task", "tasks", "waiting", "waits", "do")))


def own_tasks(text: str, user: User) -> list[dict]:
    """The lines of the tasks of `user` that have every word of `text`, by meaning."""
    words = [word for word in question_words(text) if not word.stems & _TASKS]
    if len(words) < FEWEST_WORDS:
        return []
    tasks = [need.as_task() for need in needs_of(user, today())]
    return [task for task in tasks if _has_all(task, words)][:MOST]


def _has_all(task, words):
    known = content(plain(f"{task['words']} {task['status']} {task['hint']}"))
    return all(word.stems & known for word in words)
