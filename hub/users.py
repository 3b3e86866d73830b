"""People who edit the hub."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor, author, supporter or coordinator; readers have no account."""
