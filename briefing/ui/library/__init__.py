"""What both faces have of the library.

`view` is what of it is listed just now, as items or subscriptions under a title, and `keys` is what the keys
of commands do there. How that looks or sounds is each face's own.
"""
