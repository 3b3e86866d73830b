"""Content packs: pages and records as readable files, one folder an owner."""
