"""Lines that are never redrawn, for screen readers and braille.

`face` answers keys with lines, and loads `help` and `line_entry` when somebody asks for them; `terminal` is
where keys come from and lines go to, and `run` brings the two and the session's time together.
"""
