"""The permission matrix: who gets what at each address of the admin.

Every address that the URL resolver knows below /admin/ has a row in `table/*.txt`; one without a
row fails the test, with a message that says what to add.
"""
