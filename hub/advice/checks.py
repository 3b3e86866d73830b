"""Advice in Wagtail's „Checks”: it travels in the preview, which knows what is not saved yet."""

from dataclasses import asdict

from wagtail.admin.userbar import BaseItem

from hub.advice.advising import advice_for


class AdviceItem(BaseItem):
    """Advice for the page as previewed; the form beside the preview reads and shows it."""

    template_name = "hub/advice/item.html"

    def __init__(self, page):
        super().__init__()
        self.page = page

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        told = [asdict(advice) for advice in advice_for(self.page)]
        context["advice"] = [{key: str(words) for key, words in one.items()} for one in told]
        return context
