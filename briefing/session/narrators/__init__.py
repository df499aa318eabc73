"""The voices that need no engine of speech: a recording, with the timings there are for it, and nobody."""
