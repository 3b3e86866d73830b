"""Advice to whoever writes: what `hub.proofreading` would find, told while there is time.

Nothing is refused for it. Pages get it in Wagtail's „Checks” beside its own, of what is not saved
yet (`checks`); records, which have no preview, above their form, of what is saved (`panels`).
Beside `proofs`, which a published thing is held to, a page or record may have `advised`: what makes
it more useful.
"""
