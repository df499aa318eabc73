"""A news briefing player for the terminal."""

import sys

__version__ = "0.13.0"
# Before 3.13.1 a full disk can leave half a module behind, which is never read again (CPython issue 126606).
sys.dont_write_bytecode |= sys.version_info < (3, 13, 1)
