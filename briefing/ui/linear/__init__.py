"""Lines that are never redrawn, for screen readers and braille.

`face` answers keys with lines, and loads `help`, `line_entry` and `followed` when they are wanted;
`lines` turns what is said into bytes, `terminal` is where keys come from and bytes go to, and `run` brings
all of them and the session's time together.
"""
