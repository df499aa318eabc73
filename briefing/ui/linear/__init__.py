"""Lines that are never redrawn, for screen readers and braille.

`face` answers keys with lines, and loads `help`, `line_entry` and `followed` when they are wanted;
`terminal` is where keys come from and lines go to, and `run` brings the two and the session's time together.
"""
