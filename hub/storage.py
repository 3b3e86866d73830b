"""Static files with a hash in their names, compressed, safe to cache for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Rewrites the imports between ES modules too, so that a changed module gets a new name."""

    support_js_module_import_aggregation = True
