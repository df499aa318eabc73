"""Formats: what a source's bytes turn out to be, told apart, read and written by pure modules.

    Source (head, text) -> format_of (registry) -> read (one module a format) -> Draft
    Publication (document, times) -> write (the same module) -> text or bytes
        of a format with times: -> captions_of -> Captions (lines with times) -> write

Rules:
1. Formats are told by content; a name helps only where the content leaves it open.
2. Text from outside goes through `safe_text` in `Draft`, once.
3. Nothing here opens a file: what a format may ask for is a `Source`.

A new format is a module with `score`, `read` and, if it can be written, `write` (see `rows`), its row in
`registry.FORMATS`, and a test. All lists of formats come of the rows: `briefing formats`, the help, what
is looked for beside a recording, and the README's table, which `scripts/write_tables` writes.
The commit "Read and write TTML" (`git log --grep "^Read and write TTML" --stat`) is an example.
"""
