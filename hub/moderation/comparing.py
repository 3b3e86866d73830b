"""What differs between two versions of a page, field by field, as Wagtail's history shows it."""


def differences(page, before, after, request) -> list:
    """Wagtail's comparisons of the fields that changed between two versions of `page`."""
    panel = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    compared = [compare(before, after) for compare in panel.get_comparison()]
    return [comparison for comparison in compared if comparison.has_changed()]
