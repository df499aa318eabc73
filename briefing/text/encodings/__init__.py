"""Which encoding bytes are text in, where nobody says it: told by marks, by validity, and by letters.

`decode` is the door; `codepages` and `latin_pages` have what tells one page of 256 characters from another.
"""
