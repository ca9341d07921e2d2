"""What the workers of background jobs know of each other: who is alive, and what was begun
when."""

from django.db import models

from assurance.records.personal import Personal


class WorkerHeartbeat(models.Model):
    """A worker's last sign of life; silent beyond its lease, its job goes to another."""

    worker = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    personal = {"worker": Personal.NONE, "at": Personal.NONE}
    unproved = "A sign of life."

    def __str__(self):
        return f"{self.worker}, {self.at:%d %B %Y %H:%M:%S}"


class PeriodicJob(models.Model):
    """When a job that comes round by itself was begun last, whichever worker began it."""

    name = models.CharField(max_length=60, unique=True)
    begun_at = models.DateTimeField()

    personal = {"name": Personal.NONE, "begun_at": Personal.NONE}
    unproved = "When a job last began."

    def __str__(self):
        return self.name
