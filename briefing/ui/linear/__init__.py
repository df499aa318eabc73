"""Lines that are never redrawn, for screen readers and braille.

`face` answers keys with lines, `terminal` is where they come from and go to, and `run` brings the two and
the session's time together.
"""
