"""`manage.py run_due`: do what is due, once or for ever."""

import logging
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from hub.clock import run_due

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 15


class Command(BaseCommand):
    """For a timer of the machine; with --forever it is the clock beside web and worker."""

    help = "Does the regular work that is due: publishing what is scheduled, reminding, tidying."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help="look again and again")

    def handle(self, *args, forever, verbosity, **options):
        if not forever:
            for name in run_due():
                if verbosity:
                    self.stdout.write(name)
            return
        while True:
            self.look()
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def look(self):
        """Do what is due; a database that is away for a while does not end the clock."""
        close_old_connections()
        try:
            run_due()
        except DatabaseError:
            logger.exception("The clock cannot ask the database what is due")
        close_old_connections()
