"""A new partnership or community gets what belongs to its house, a resource its picture."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import post_page_move

from communities.community_pages import CommunityPage
from communities.partnership_pages import PartnershipPage
from communities.records import Resource
from hub.onboarding import (
    ensure_community_collection,
    onboard_page,
    take_collection_along,
)
from hub.tasks import draw_text_pictures


@receiver(post_save, sender=PartnershipPage)
def give_groups_their_page(instance, created, **kwargs):
    if created and instance.owning:
        onboard_page(instance, instance.owning)


@receiver(post_save, sender=CommunityPage)
def give_community_its_collection(instance, created, **kwargs):
    if created:
        ensure_community_collection(instance)


@receiver(post_page_move, sender=CommunityPage)
def take_files_of_community_along(instance, **kwargs):
    take_collection_along(CommunityPage.objects.get(pk=instance.pk))


@receiver(post_save, sender=Resource)
def have_its_picture_drawn(instance, **kwargs):
    if instance.live and instance.photo_id:
        draw_text_pictures.enqueue([instance.photo_id])
