"""Letters to people: written in each one's language, delivered by the task worker.

Every letter goes this way, Wagtail's notices and Django's new passwords too: the backend of the
settings only puts letters into the queue. So a mail server that fails can delay a letter, and
never the publish that it tells of.
"""

import base64
import logging
from collections.abc import Iterable
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation
from django_tasks import task
from wagtail.users.models import UserProfile

logger = logging.getLogger(__name__)

# How long to wait after each failed try, in minutes: three days in all.
MINUTES_TO_WAIT = (1, 5, 15, 60, 180, 360, 720, 1440, 1440)
PRIORITY = 10  # ahead of drawing pictures
FIRST_PERMANENT_CODE = 500
_PLAIN_FIELDS = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to")


def send_letter(name: str, recipients: Iterable, *, language: str = "", **context) -> int:
    """Send `letters/<name>` to each recipient; how many letters were queued.

    A recipient is a user, or an address together with `language`. Users who are inactive or have
    no address are left out. The templates also know `user` (or None) and `site_url`.
    """
    messages = []
    for recipient in recipients:
        user = None if isinstance(recipient, str) else recipient
        address = user.email if user else recipient
        if not address or (user and not user.is_active):
            continue
        with translation.override(language_of(user) if user else language or None):
            known = {**context, "user": user, "site_url": settings.SITE_URL}
            subject = " ".join(_written(f"letters/{name}.subject.txt", known).split())
            body = _written(f"letters/{name}.txt", known).strip() + "\n"
        headers = {"Auto-Submitted": "auto-generated"}
        messages.append(EmailMessage(subject, body, to=[address], headers=headers))
    return get_connection().send_messages(messages) or 0


def language_of(user) -> str:
    """The language in which `user` works."""
    return UserProfile.get_for_user(user).get_preferred_language()


def _written(template_name: str, context: dict) -> str:
    """The template as plain text: nothing in it is escaped for HTML."""
    return get_template(template_name).template.render(Context(context, autoescape=False))


class QueueingBackend(BaseEmailBackend):
    """Puts letters into the queue, within the transaction of what they tell of."""

    def send_messages(self, email_messages):
        for message in email_messages:
            message.message()  # one that cannot be written is refused here, as by any backend
            deliver.enqueue(packed(message))
        return len(email_messages)


@task(priority=PRIORITY)
def deliver(letter: dict, failed_tries: int = 0) -> None:
    """Hand a letter to the mail server; later again if the server does not take it."""
    try:
        get_connection(settings.MAIL_TRANSPORT).send_messages([unpacked(letter)])
    except (OSError, SMTPException) as error:
        _try_later(letter, failed_tries, error)
    except Exception:  # the letter itself is at fault: it will not be better tomorrow
        logger.exception("Letter “%s” cannot be sent", letter["subject"])


def _try_later(letter: dict, failed_tries: int, error: Exception) -> None:
    """Queue the letter again, or give up when it has waited long enough or has no recipient."""
    if _is_refused_for_good(error) or failed_tries >= len(MINUTES_TO_WAIT):
        logger.error("Letter “%s” is given up: %s", letter["subject"], error)
        return
    minutes = MINUTES_TO_WAIT[failed_tries]
    logger.warning("Letter “%s” waits %s minutes: %s", letter["subject"], minutes, error)
    due = timezone.now() + timedelta(minutes=minutes)
    deliver.using(run_after=due).enqueue(letter, failed_tries + 1)


def _is_refused_for_good(error: Exception) -> bool:
    """Whether the server knows none of the recipients and will not know them tomorrow."""
    if not isinstance(error, SMTPRecipientsRefused):
        return False
    return all(code >= FIRST_PERMANENT_CODE for code, _reason in error.recipients.values())


def packed(message: EmailMessage) -> dict:
    """The letter as plain values that a task can carry."""
    return {
        **{field: getattr(message, field) for field in _PLAIN_FIELDS},
        "headers": message.extra_headers,
        "alternatives": [list(part) for part in getattr(message, "alternatives", [])],
        "attachments": [_packed_file(*part) for part in message.attachments],
    }


def _packed_file(name: str, content: str | bytes, kind: str) -> list:
    raw = content.encode() if isinstance(content, str) else content
    return [name, base64.b64encode(raw).decode(), kind, isinstance(content, str)]


def unpacked(letter: dict) -> EmailMultiAlternatives:
    """The letter that `packed` was given."""
    fields = {field: letter[field] for field in _PLAIN_FIELDS}
    message = EmailMultiAlternatives(**fields, headers=letter["headers"])
    for content, kind in letter["alternatives"]:
        message.attach_alternative(content, kind)
    for name, content, kind, is_text in letter["attachments"]:
        raw = base64.b64decode(content)
        message.attach(name, raw.decode() if is_text else raw, kind)
    return message
