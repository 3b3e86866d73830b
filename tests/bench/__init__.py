"""What `manage.py bench` does in its scratch world."""
