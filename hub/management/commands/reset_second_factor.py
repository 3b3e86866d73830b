"""`manage.py reset_second_factor USER`: for the last administrator who lost the phone."""

from django.core.management.base import BaseCommand, CommandError

from hub.accounts import audit
from hub.accounts.second_factor import remove_second_factor
from hub.accounts.sign_ins import end
from hub.letters import send_letter
from hub.users import User


class Command(BaseCommand):
    """Forgets a person's phone and recovery codes and ends their sessions."""

    help = "Forgets the second factor of a person, who logs in with the password and sets it up."

    def add_arguments(self, parser):
        parser.add_argument("user", help="the user name")

    def handle(self, *args, user, **options):
        person = User.objects.filter(username=user).first()
        if person is None:
            raise CommandError(f"there is no user {user!r}")
        if not remove_second_factor(person):
            self.stdout.write("There was no second factor; nothing changed.")
            return
        end(person.sign_ins.all())
        audit.note(person, audit.FACTOR_RESET)
        send_letter("second_factor_off", [person], by=None)
        self.stdout.write(f"The second factor of {user} is forgotten and their sessions are ended.")
