"""The process in which pocketsphinx runs: asked through its pipe, and in ours."""

from __future__ import annotations

import io
import json
import subprocess

from briefing.align.acoustic.pocketsphinx import worker
from briefing.align.acoustic.pocketsphinx.pool import COMMAND

WORDS = [("AE", "N"), ("AA", "N")]


def test_a_process_answers_until_its_pipe_closes() -> None:
    request = json.dumps({"words": WORDS, "bytes": 3200}).encode() + b"\n" + bytes(3200)
    done = subprocess.run(COMMAND, input=request * 2, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2


def test_nothing_to_place_is_no_error() -> None:
    sink = io.BytesIO()
    worker.serve(io.BytesIO(b'{"words": [], "bytes": 0}\n'), sink)
    assert sink.getvalue() == b"null\n"
