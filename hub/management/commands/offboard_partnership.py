"""Hand a partnership over to another one or to the hub."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from hub.management.pack_command import without_small_talk
from hub.onboarding.hand_over_plan import plan_hand_over
from hub.onboarding.handing_over import hand_over
from hub.onboarding.houses import hub_owner
from hub.ownership import HUB_KEY, Owner


class Command(BaseCommand):
    """Hand over all a partnership has, or with --dry-run say what would be handed over."""

    help = (
        "Hand everything of a partnership over to another one or to the hub, in one transaction, "
        "and end its house. People keep their accounts and lose the partnership's rights."
    )

    def add_arguments(self, parser):
        parser.add_argument("key", help="the key of the partnership that leaves")
        parser.add_argument("--to", required=True, help="the key of the new owner, or hub")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")

    def handle(self, *, key, to, dry_run, **options):
        hub_owner()
        owner = self._owner(key)
        new_owner = self._owner(to)
        if key in (HUB_KEY, to):
            raise CommandError("a partnership is handed over to another owner")
        with translation.override("en"), without_small_talk():
            try:
                plan = plan_hand_over(owner, new_owner) if dry_run else hand_over(owner, new_owner)
            except ValidationError as refusal:
                raise CommandError(" ".join(refusal.messages)) from refusal
        for sentence in plan.sentences:
            self.stdout.write(sentence)
        for move in plan.moves:
            self.stdout.write(f"{move.before} -> {move.after} ({move.pages})")
        done = "Nothing was changed." if dry_run else f"{owner.name} is {new_owner.name}’s now."
        self.stdout.write(done)

    def _owner(self, key: str) -> Owner:
        owner = Owner.objects.filter(key=key).first()
        if owner is None:
            raise CommandError(f"there is no owner with the key „{key}”")
        return owner
