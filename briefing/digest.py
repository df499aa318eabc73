"""SHA-256 of something short: Python's own, for OpenSSL's takes 3 MiB and 10 ms to load.

A whole recording is hashed by `hashlib`, which is seven times as fast.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # from Python 3.12 on
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:  # some systems build Python without it
            from hashlib import sha256

__all__ = ["sha256"]
