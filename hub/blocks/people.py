"""Whom to ask: organisations and roles, never private persons."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class OrganisationBlock(blocks.StructBlock):
    """An organisation with its public contacts."""

    name = blocks.CharBlock(label=_("Organisation"), max_length=160)
    role = blocks.CharBlock(
        label=_("Role"),
        required=False,
        max_length=200,
        help_text=_("What it does here: keeps the trail, lends the room."),
    )
    url = blocks.URLBlock(label=_("Website"), required=False)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)
    phone = blocks.CharBlock(label=_("Phone"), required=False, max_length=40)

    quoted = ("name",)

    class Meta:
        icon = "group"
        label = _("Contact of an organisation")
        description = _("Whom to ask: an organisation, its role and public contacts")
        template = "blocks/organisation.html"
        preview_value = {
            "name": "Ciema attīstības biedrība",
            "role": "kopj taku",
            "url": "https://example.org",
            "email": "",
            "phone": "",
        }
