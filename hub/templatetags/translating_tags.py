"""What the editor of translations shows beside the texts."""

import json

from django import template
from wagtail.models import Page

from hub.translating.drafts import may_submit
from hub.translating.rights import is_locked_for, may_publish_translation

register = template.Library()


@register.simple_tag(takes_context=True)
def allowed_props(context) -> str:
    """The editor's values, without what the user may not do and what nobody may."""
    user, translation = context["request"].user, context["translation"]
    props = json.loads(context["props"])
    props["links"]["convertToAliasUrl"] = None
    props["perms"]["canPublish"] = may_publish_translation(user, translation)
    if is_locked_for(user, context["instance"]):
        props["object"]["isLocked"] = True
    return json.dumps(props)


@register.inclusion_tag("hub/translating/bar.html", takes_context=True)
def translation_bar(context) -> dict:
    """How old the translation is, and where a draft of it can go."""
    user, translation, thing = (
        context["request"].user, context["translation"], context["instance"]
    )  # fmt: skip
    is_page, is_locked = isinstance(thing, Page), is_locked_for(user, thing)
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "translation": translation,
        "older": getattr(translation, "older", None),
        "is_locked": is_locked,
        "may_save": is_page and not is_locked,
        "may_submit": is_page and not is_locked and may_submit(user, thing),
    }
