"""Councils, the accounts of the people who work for them, and what each account is granted for a
time.
"""

from datetime import timedelta

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from assurance.accounts.access import Role, Subject, may
from assurance.accounts.rules import ERASED_DOMAIN
from assurance.records.personal import Personal


class Council(models.Model):
    """One authority: every record and account has one; its slug is in addresses and history."""

    personal = {
        "slug": Personal.NONE,
        "name": Personal.NONE,
        "short_name": Personal.NONE,
    }

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    short_name = models.CharField(max_length=100)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def history_name(self):
        """What history calls it."""
        return self.slug

    @property
    def council(self):
        """The council itself, so that history can be written about it as about any record."""
        return self


class UserQuerySet(models.QuerySet):
    """Readings of accounts."""

    def visible_to(self, user):
        """The accounts of `user`'s own council."""
        return self.filter(council_id=user.council_id, council__isnull=False)

    def able_to_sign_in(self):
        """Those that have not been stopped from signing in."""
        return self.filter(is_active=True)

    def with_permission(self, council, permission, on):
        """The active accounts of `council` that have `permission` on the day `on`, as a list."""
        return self.by_permission(council, [permission], on)[permission]

    def by_permission(self, council, permissions, on):
        """A dict of permission → the active accounts of `council` that have it on the day `on`."""
        rows = list(self.filter(council=council, is_active=True).prefetch_related("grants"))
        return {
            permission: [user for user in rows if may(user, permission, on)]
            for permission in permissions
        }

    def administering(self, council, on):
        """The active accounts of `council` that hold the administrator's role on the day `on`."""
        in_force = Grant.objects.in_force(on).filter(role=Role.ADMINISTRATOR)
        return self.filter(council=council, is_active=True, grants__in=in_force).distinct()

    def administering_from(self, council, on):
        """Those of them whose role has no last day: who will administer `council` from then on."""
        lasting = Grant.objects.in_force(on).filter(role=Role.ADMINISTRATOR, to_date__isnull=True)
        return self.filter(council=council, is_active=True, grants__in=lasting).distinct()


class GrantQuerySet(models.QuerySet):
    """Readings of grants."""

    def visible_to(self, user):
        """The grants of accounts of `user`'s own council."""
        return self.filter(user__council_id=user.council_id, user__council__isnull=False)

    def in_force(self, on):
        """Those that hold on the day `on`; their first and last days count, but for the last day of
        one that ended at once."""
        return self.not_ended(on).filter(from_date__lte=on)

    def not_ended(self, on):
        """Those in force on `on`, and those that start later."""
        lasting = Q(to_date__isnull=True) | Q(to_date__gt=on) | Q(to_date=on, ended_at_once=False)
        return self.filter(lasting)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """The accounts; `create_account` is what operations and makers write with."""

    def create_account(self, *, email, name, council, password=None):
        """An account, its e-mail in lower case; without a password nobody can sign in to it."""
        account = self.model(email=email.strip().lower(), name=name, council=council)
        account.set_password(password)
        account.save(using=self._db)
        return account


# Called with an account whose password was hashed again when its owner signed in.
AFTER_REHASH = []


class User(AbstractBaseUser):
    """An account. `name` is a role's title (“Head of Service”), or a person's name where the
    directory says which post the account holds: what is public names the post."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    personal = {
        "email": Personal.IDENTIFIES,
        "name": Personal.IDENTIFIES,
        "password": Personal.NONE,
        "by_provider": Personal.NONE,
        "last_login": Personal.ABOUT,
        "date_joined": Personal.ABOUT,
    }
    # The password is in the digest of what opens an account; signing in changes the other.
    unproved_fields = ("password", "last_login")

    email = models.EmailField("e-mail address", max_length=254, unique=True)
    name = models.CharField(max_length=100)
    council = models.ForeignKey(
        Council, on_delete=models.PROTECT, null=True, blank=True, related_name="accounts"
    )
    is_active = models.BooleanField("can sign in", default=True)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    # The council's identity provider signs it in, and no password does.
    by_provider = models.BooleanField(
        "signs in with the council’s identity provider", default=False
    )
    # How often all its sessions were ended at once: each session carries the number.
    sign_outs = models.PositiveIntegerField(default=0)

    objects = UserManager()

    class Meta:
        ordering = ["name", "email"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="user_email_is_lower_case"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def history_name(self):
        """What history calls it: never the address, which identifies a person."""
        return f"account {self.pk}"

    @property
    def is_erased(self) -> bool:
        """True where the name and the address were erased."""
        return self.email.endswith(ERASED_DOMAIN)

    def check_password(self, raw_password):
        """True for the password; one that was hashed by an earlier recipe is hashed again."""
        return check_password(raw_password, self.password, self._rehash)

    def _rehash(self, raw_password):
        self.set_password(raw_password)
        self.save(update_fields=["password"])
        for action in AFTER_REHASH:
            action(self)

    def _get_session_auth_hash(self, secret=None):
        """Django's own hash of the password, and of how often all sessions were ended."""
        own = super()._get_session_auth_hash(secret=secret)
        if not self.sign_outs:
            return own
        salt = "assurance.accounts.sessions"
        return salted_hmac(
            salt, f"{own}:{self.sign_outs}", secret=secret, algorithm="sha256"
        ).hexdigest()

    @cached_property
    def held_grants(self):
        """Every grant the account has ever held, read once for as long as this object lives."""
        return list(self.grants.all())

    def has_role(self, role, on):
        """Whether a grant of `role` is in force on the day `on`, for any subject."""
        return any(grant.role == role and grant.in_force(on) for grant in self.held_grants)

    def roles(self, on):
        """The roles in force on the day `on`, in the order of the enumeration."""
        return [role for role in Role if self.has_role(role, on)]


class Grant(models.Model):
    """A role given to an account from a day, to a day where it has ended (both included).

    An empty `subject` is every subject; only an officer's grant is limited to one. `group` is the
    identity provider's group that gave it, where one did; a grant that `ended_at_once` does not
    hold on its last day either, though its holder could see what it opens until then.
    """

    personal = {
        "role": Personal.NONE,
        "subject": Personal.NONE,
        "from_date": Personal.NONE,
        "to_date": Personal.NONE,
        "group": Personal.NONE,
        "ended_at_once": Personal.NONE,
    }

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)
    subject = models.CharField(max_length=20, choices=Subject, blank=True, default="")
    from_date = models.DateField("from")
    to_date = models.DateField("to", null=True, blank=True)
    group = models.CharField(max_length=200, blank=True, default="")
    ended_at_once = models.BooleanField(default=False)

    objects = GrantQuerySet.as_manager()

    class Meta:
        ordering = ["from_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_date__isnull=True) | Q(to_date__gte=F("from_date")),
                name="grant_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(subject="") | Q(role=Role.OFFICER),
                name="grant_only_officers_have_a_subject",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="grant_role_is_known"),
            models.CheckConstraint(
                condition=Q(ended_at_once=False) | Q(to_date__isnull=False),
                name="grant_ended_at_once_has_ended",
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} ({self.get_subject_display() or 'every subject'})"

    @property
    def role_title(self):
        """The role as pages call it."""
        return Role(self.role).short_label

    @property
    def council(self):
        """The account's council, for history."""
        return self.user.council

    @property
    def history_name(self):
        """What history calls it."""
        return f"{self.user.history_name}, grant {self.pk}"

    @property
    def last_day(self):
        """The last day on which the grant holds, or None; before its first day where it ended at
        once on that."""
        return self.to_date - timedelta(days=1) if self.ended_at_once else self.to_date

    def in_force(self, on):
        """Whether the grant holds on the day `on`; its first and last days count, but for the last
        day of one that ended at once."""
        return self.from_date <= on and (self.last_day is None or on <= self.last_day)

    def covers(self, subject):
        """Whether the grant reaches `subject`; None stands for what asks for no subject."""
        return not subject or self.subject in ("", subject)
