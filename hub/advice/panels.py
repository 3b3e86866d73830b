"""Advice above the form of a record, of what is saved."""

from wagtail.admin.panels import Panel

from hub.advice.advising import advice_for


class AdvicePanel(Panel):
    """Says what would make a record more useful; nothing where there is nothing to say."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "hub/advice/panel.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["advice"] = advice_for(self.instance)
            return context
