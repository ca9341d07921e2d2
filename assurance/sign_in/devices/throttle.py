"""django-axes' count of wrong passwords, with known devices counted by themselves."""

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_failure_limit
from axes.models import AccessFailureLog

from assurance.accounts.adapter import attempted_account
from assurance.accounts.models.accounts import User
from assurance.runtime.periods import start_of_real_day, this_moment
from assurance.sign_in import rules
from assurance.sign_in.devices.cookie import device_of
from assurance.sign_in.jobs import tell_of_tries
from assurance.sign_in.models.devices import count_failure


class DeviceHandler(AxesDatabaseHandler):
    """Counts tries by account and network address; those from a device that the account signed in
    from before by the device alone. So tries from elsewhere never shut a person's own device."""

    def get_failures(self, request, credentials=None):
        """How many wrong passwords came from the device, else for the account from the address."""
        device = device_of(request, attempted_account(request, credentials))
        if device is None:
            return super().get_failures(request, credentials)
        return get_failure_limit(request, credentials) if device.is_shut(this_moment()) else 0

    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        """Counts a wrong password, and has the person told where it was one of many."""
        email = attempted_account(request, credentials)
        if device := device_of(request, email):
            count_failure(device, this_moment())
        super().user_login_failed(sender, credentials, request, **kwargs)
        _tell_of_many(email)


def _tell_of_many(email):
    """Has the holder of an account told of the wrong passwords of the day; a name that is no
    account's makes the same work."""
    today = AccessFailureLog.objects.filter(attempt_time__gte=start_of_real_day())
    number = today.filter(username=email).count()
    account = User.objects.filter(email=email).values_list("pk", flat=True).first() or 0
    if number and number % rules.TRIES_TOLD == 0:
        tell_of_tries.enqueue(account)
