"""Many pairs at once: our own jobs, GNU parallel and a Dask cluster run the very same call.

`BRIEFING_BATCH_PAIRS` says how many pairs GNU parallel is given; the proof is 200.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.cli.pairs import Pair, align_all, command
from tests.end_to_end.groups import wait_until_gone

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.cli.pairs import Outcome

PAIRS = int(os.environ.get("BRIEFING_BATCH_PAIRS", "5"))
RATE_HZ = 16_000


def make_pairs(folder: Path, count: int) -> list[Pair]:
    """Write recordings of a second, each of another hum, and their texts."""
    pairs = []
    t = np.arange(RATE_HZ) / RATE_HZ
    for i in range(count):
        audio, text = folder / f"{i:03}.wav", folder / f"{i:03} a text.txt"
        with wave.open(str(audio), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes((np.sin(2 * np.pi * (90 + i) * t) * 9000).astype("<i2").tobytes())
        text.write_text(f"Item number {i} is here.\n")
        pairs.append(Pair(audio, text, folder / f"{i:03}.json"))
    return pairs


def write_list(folder: Path, pairs: list[Pair]) -> Path:
    listed = folder / "pairs.tsv"
    listed.write_text("".join(f"{pair.audio}\t{pair.text}\t{pair.out}\n" for pair in pairs))
    return listed


@pytest.mark.timeout(120 + 5 * PAIRS)
@pytest.mark.skipif(shutil.which("parallel") is None, reason="GNU parallel is not installed")
def test_gnu_parallel_runs_pairs_and_goes_on_where_it_was(tmp_path: Path) -> None:
    pairs = make_pairs(tmp_path, PAIRS)
    write_list(tmp_path, pairs)
    pairs[1].text.unlink()
    (tmp_path / "home").mkdir()
    briefing = f"{sys.executable} -m briefing align --skip-done {{1}} {{2}} -o {{3}}"
    run = ["parallel", "--jobs", "2", "--colsep", "\\t", briefing, "::::", str(tmp_path / "pairs.tsv")]
    environment = os.environ | {"PARALLEL_HOME": str(tmp_path / "home")}

    first = subprocess.run(run, capture_output=True, text=True, check=False, env=environment)
    made = {pair.out: pair.out.stat().st_mtime_ns for pair in pairs if pair.out.exists()}

    assert first.returncode == 1, "GNU parallel's exit code is the number of jobs that failed"
    assert [pair.out.exists() for pair in pairs] == [i != 1 for i in range(PAIRS)]

    pairs[1].text.write_text("It is here now.\n")
    second = subprocess.run(run, capture_output=True, text=True, check=False, env=environment)

    assert second.returncode == 0, second.stderr
    assert pairs[1].out.exists()
    assert {out: out.stat().st_mtime_ns for out in made} == made, "what was done is done again"


def test_our_own_jobs_write_the_same_as_a_single_call(tmp_path: Path) -> None:
    pairs = make_pairs(tmp_path, 3)
    counts: list[int] = []

    def on_done(count: int, _outcome: Outcome | None) -> None:
        counts.append(count)

    outcomes = align_all(pairs, 2, [], on_done)
    assert [outcome.code for outcome in outcomes] == [0, 0, 0], "hum is timed, and said not to fit"
    assert counts == [1, 2, 3]
    alone = Pair(pairs[0].audio, pairs[0].text, tmp_path / "alone.json")
    subprocess.run(command(alone), check=True)
    assert alone.out.read_bytes() == pairs[0].out.read_bytes()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_interrupting_a_list_leaves_no_half_written_file_and_no_process(
    how: signal.Signals, tmp_path: Path
) -> None:
    pairs = make_pairs(tmp_path, 6)
    listed = write_list(tmp_path, pairs)
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "align", "--list", str(listed), "--jobs", "2"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    started = threading.Event()

    def watch() -> None:
        while process.poll() is None and not any(pair.out.exists() for pair in pairs):
            started.wait(0.02)
        process.send_signal(how)

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, said = process.communicate(timeout=60)
    watcher.join()

    assert process.returncode == 130, said
    assert said.splitlines()[-1] == "briefing: Interrupted."
    assert all(pair.out.read_text().endswith("]\n") for pair in pairs if pair.out.exists())
    assert not list(tmp_path.glob(".*.part"))
    wait_until_gone(process.pid)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_dask_cluster_runs_pairs(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    pairs = make_pairs(tmp_path, 4)
    pairs[3].text.unlink()

    def align(call: list[str]) -> tuple[int, str]:
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr.strip()

    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster,
        distributed.Client(cluster) as client,
    ):
        calls = [command(pair, ["--skip-done"]) for pair in pairs]
        results = client.gather(client.map(align, calls, pure=False))

    assert [code for code, _ in results] == [0, 0, 0, 3]
    assert [pair.out.exists() for pair in pairs] == [True, True, True, False]
    assert results[3][1].startswith("briefing: ")
