"""What holds for all tests: no example has a deadline, and what is started can be ended by signals."""

import sys

from hypothesis import settings

settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")

if sys.platform != "win32":
    from terminal import let_signals_through

    let_signals_through()
