"""The process in which pocketsphinx runs: asked through its pipe, and in ours."""

from __future__ import annotations

import io
import json
import subprocess
from typing import TYPE_CHECKING

from briefing.align.acoustic.pocketsphinx import worker
from briefing.align.acoustic.pocketsphinx.pool import COMMAND
from briefing.align.acoustic.pocketsphinx.worker import SearchMessage
from briefing.processes import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = [("AE", "N"), ("AA", "N")]


def asked(words: Sequence[Sequence[str]], pcm: bytes) -> bytes:
    said = messages.pack(SearchMessage.WORDS, payload=json.dumps(words).encode())
    return said + messages.pack(SearchMessage.SOUND, payload=pcm)


def test_a_process_answers_until_its_pipe_closes() -> None:
    request = asked(WORDS, bytes(3200))
    done = subprocess.run(COMMAND, input=request * 2, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    answers = list(messages.read_all(io.BytesIO(done.stdout)))
    assert [answer.kind for answer in answers] == [SearchMessage.PLACES] * 2


def test_nothing_to_place_is_no_error() -> None:
    sink = io.BytesIO()
    worker.serve(io.BytesIO(asked([], b"")), sink)
    assert sink.getvalue() == messages.pack(SearchMessage.PLACES, payload=b"null")
