"""What keeps the admin quick when there are thousands of pages."""
