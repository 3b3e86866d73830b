"""Letters about comments, to those who follow a page or a thread and may still open the page."""

from django.db.models import Q
from wagtail.models import Comment, CommentReply, Page, PageSubscription

from hub.letters import send_letter
from hub.moderation.notices import about, who_may_open, who_want
from hub.users import User


def tell_of_comments(page: Page, editor: User, changes: dict) -> int:
    """Tell of new, resolved, deleted and answered comments; how many letters were queued.

    `changes` are those of Wagtail's `EditView.get_commenting_changes`. Edited words are no news.
    """
    threads = [c.pk for c in changes["resolved_comments"]]
    threads += [comment.pk for comment, _replies in changes["new_replies"]]
    is_news = threads or changes["new_comments"] or changes["deleted_comments"]
    if not is_news:
        return 0
    people = _followers(page) | _writers_in(threads)
    recipients = [user for user in people if user != editor]
    return send_letter(
        "comments",
        who_want(who_may_open(recipients, page), "updated_comments"),
        **about(page),
        editor=editor,
        new=changes["new_comments"],
        resolved=changes["resolved_comments"],
        deleted=changes["deleted_comments"],
        answered=changes["new_replies"],
    )


def _followers(page: Page) -> set[User]:
    """Those who switched letters about this page's comments on."""
    following = PageSubscription.objects.filter(page=page.pk, comment_notifications=True)
    return {subscription.user for subscription in following.select_related("user")}


def _writers_in(threads: list[int]) -> set[User]:
    """Those who wrote in these threads."""
    comments = Comment.objects.filter(pk__in=threads).values("user")
    replies = CommentReply.objects.filter(comment__in=threads).values("user")
    return set(User.objects.filter(Q(pk__in=comments) | Q(pk__in=replies)))
