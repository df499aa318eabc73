"""The voices that need no engine of speech: a recording, with the timings there are for it, and nobody.

Each makes a `Narration` of a document: sound and a timeline of words. A new one is a module with the shape of
`ports.Narrator`, which the command line hands to the session.
"""
