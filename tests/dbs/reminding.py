"""Who is to be reminded, and how an officer sends reminders."""

from datetime import date

from tests.make import dbs, people

DAY = date(2016, 1, 18)
DUE = date(2016, 1, 23)


def somebody(name="Post holder", email="post.holder@netherby.example", issued=None):
    """Somebody whose re-check falls on 23 January 2016, unless a day of issue is given."""
    person = people.engagement(person=people.person(name=name, work_email=email)).person
    dbs.dbs_check(person=person, issued_on=issued or date(2013, 1, 23))
    return person


def page_of(answer):
    """Its words."""
    assert answer.status_code == 200
    return answer.content.decode()


def send(client, chosen, how, **more):
    """Sends what the page offers to those chosen."""
    typed_in = {"person": [one.pk for one in chosen], how: "yes", **more}
    return client.post("/dbs/reminders/?due=due.2016-01", typed_in, follow=True)
