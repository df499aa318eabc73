"""Runs a program inside a real screen reader, presses keys, and tells what was spoken and shown in braille.

The readers are other people's programs, as they are installed; only their voice is another: `recorder`
writes down what it is told to say. No sound, no display and no network is used, but for Orca, which gets
an X server that nobody sees. `scripts/hear` runs it by hand, and tests have it by `hearing.readers.listen`:

    with listen("yasr", ["briefing", "sample", "--linear"]) as listener:
        listener.wait_for("for help.")
        assert listener.press("i", "0 seconds of")[0].startswith("0 seconds of")
"""
