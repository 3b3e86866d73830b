"""What waits for one's decision, on the desk."""

from wagtail.admin.views.home import WorkflowObjectsToModeratePanel


class WaitingPanel(WorkflowObjectsToModeratePanel):
    """Wagtail's, whose rows lead to where it is decided; coordinators may not open the editor."""

    template_name = "hub/moderation/waiting.html"
