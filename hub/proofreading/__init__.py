"""Reads all that the hub says and finds what an attentive proofreader would.

What is read: every page, record and file with the fields that editors fill in (`reading`), and the
interface's strings (`interface`). What is found stands in `rules`: each rule has a name, a reason
and a way to mend it. Texts are judged by small pure functions (`typography`, `spelling`,
`languages`), what is built of blocks by `structure`, what needs the whole site by `links`,
`repeats` and `translated`.

A page type, record or block that knows more about itself takes part with `proofs`: functions that
get the thing (or the block's value) and yield the `Fault`s they find. `quoted` names what others
said first and in `not_prose` what is a code; a track of a recording has `spoken_texts`.
"""
