"""`briefing sync`: timings measured against a reference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import main
from briefing.cli.subcommands.sync import Stamped, compare, read_starts
from briefing.cli.wiring import account, sources
from briefing.formats.about import Holds, encoded
from briefing.formats.publication import Publication
from briefing.formats.registry import TIMES_WRITTEN
from briefing.model import Cue, Span
from briefing.session.keeping import Keeping
from briefing.settings import Settings
from briefing.timeline import Timeline
from tests.builders import make_document

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.formats.rows import TimedRow

WORDS = ["Talks", "on", "the", "Nile", "dam", "ended", "without", "agreement.", "Egypt", "left", "early."]


def entries(shift_ms: int = 0, skip: int | None = None) -> str:
    """Return JSON timings of WORDS, a word each half second, `shift_ms` late."""
    rows = [
        {"word": word, "start": None if i == skip else i / 2 + shift_ms / 1000, "end": i / 2 + 0.4}
        for i, word in enumerate(WORDS)
    ]
    return json.dumps(rows)


def files(tmp_path: Path, timings: str, reference: str) -> list[str]:
    (tmp_path / "timings.json").write_text(timings)
    (tmp_path / "reference.json").write_text(reference)
    return [str(tmp_path / "timings.json"), str(tmp_path / "reference.json")]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text of WORDS, whose offset is kept in a store of its own."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    path = tmp_path / "story.txt"
    path.write_text(" ".join(WORDS))
    return path


def test_same_timings_have_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["sync", *files(tmp_path, entries(), entries()), "--json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (found["n"], found["missing"], found["max_ms"], found["sync_offset_ms"]) == (11, 0, 0.0, 0)


def test_late_timings_offer_an_earlier_offset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", *files(tmp_path, entries(120), entries())])

    table = capsys.readouterr().out
    assert "median error     120.0 ms" in table
    assert "within 100 ms    0.0 %" in table
    assert "within 200 ms    100.0 %" in table
    assert "Words are 120 ms late. Set it right with: briefing --sync-offset-ms=-120 BRIEFING" in table


@pytest.mark.parametrize(
    ("shift_ms", "told"), [(4, "No offset is needed."), (4_000_000, "more than an offset can")]
)
def test_offset_that_is_not_worth_it_or_not_taken_is_not_offered(
    shift_ms: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["sync", *files(tmp_path, entries(shift_ms), entries())])

    table = capsys.readouterr().out
    assert told in table
    assert "--sync-offset-ms" not in table


def test_applied_offset_is_the_one_that_the_player_takes_for_this_briefing(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["sync", *files(tmp_path, entries(120), entries()), "--apply", str(story)])

    assert code == 0
    assert f"From now on {story} is lit 120 ms earlier." in capsys.readouterr().out
    document = sources.open_item(str(story)).document
    store = account.open_store()
    keeping = Keeping(store, document, Settings(), given=())
    store.close()
    assert keeping.sync_offset_ms == -120
    assert main(["sync", *files(tmp_path, entries(4_000_000), entries()), "--apply", str(story)]) == 2


def test_an_exact_offset_of_many_seconds_is_taken(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", *files(tmp_path, entries(), entries(8802)), "--apply", str(story)]) == 0
    assert f"From now on {story} is lit 8802 ms later." in capsys.readouterr().out


def test_words_that_are_off_by_different_times_are_not_shifted_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early, late = json.loads(entries()), json.loads(entries(8802))
    uneven = [*early[: len(early) // 2], *late[len(early) // 2 :]]
    given = files(tmp_path, entries(), json.dumps(uneven))

    assert main(["sync", *given]) == 0
    assert "so no offset mends them. Time them anew" in capsys.readouterr().out
    assert main(["sync", *given, "--apply", "story.txt"]) == 2
    assert "no offset mends them" in capsys.readouterr().err


def test_words_without_a_time_are_missing_and_count_as_failures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["sync", *files(tmp_path, entries(skip=3), entries()), "--json"])

    found = json.loads(capsys.readouterr().out)
    assert (found["n"], found["missing"]) == (10, 1)
    assert found["within_200_ms_percent"] == 90.9


def test_lines_are_compared_by_their_starts_alone() -> None:
    lines = [Stamped("a", 1.0), Stamped("b", None), Stamped("c", 3.0)]
    words = [Stamped("a", 1.1), Stamped("b", 1.7), Stamped("c", 3.1)]

    assert compare(words, lines).n == 2


@pytest.mark.parametrize("format_", TIMES_WRITTEN, ids=lambda row: row.about.written)
def test_every_format_that_is_written_is_read_back(format_: TimedRow, tmp_path: Path) -> None:
    document = make_document(" ".join(WORDS))
    at, cues = 0, []
    for i, word in enumerate(WORDS):
        stop = at + len(word.rstrip("."))
        cues.append(Cue(Span(at, stop), i * 500, i * 500 + 400))
        at += len(word) + 1
    path = tmp_path / f"news{format_.about.written}"
    path.write_bytes(encoded(format_.write(Publication(document, Timeline(1000, 9000, cues)))))

    errors = compare(
        read_starts(str(path)), [Stamped(w.lower().rstrip("."), i / 2) for i, w in enumerate(WORDS)]
    )

    assert errors.n == (len(WORDS) if Holds.WORD_TIMES in format_.about.kept else 2)  # else cues alone
    assert errors.largest is not None
    assert errors.largest <= 10


def test_smil_gives_the_starts_of_its_clips(tmp_path: Path) -> None:
    (tmp_path / "page.xhtml").write_text(
        '<html><body><p><span id="s1">Talks on the <b>Nile</b></span> '
        '<span id="s2">dam ended.</span></p></body></html>'
    )
    (tmp_path / "page.smil").write_text(
        '<smil xmlns="http://www.w3.org/ns/SMIL"><body>'
        '<par><text src="page.xhtml#s1"/><audio src="a.mp3" clipBegin="0:00:01.5" clipEnd="3s"/></par>'
        '<par><text src="page.xhtml#s2"/><audio src="a.mp3" clipBegin="3000ms" clipEnd="0:04"/></par>'
        '<par><text src="../../etc/passwd#s2"/><audio src="a.mp3" clipBegin="5s"/></par></body></smil>'
    )
    starts = [(word.key, word.start_s) for word in read_starts(str(tmp_path / "page.smil"))]

    assert starts == [
        ("talks", 1.5), ("on", None), ("the", None), ("nile", None), ("dam", 3.0), ("ended", None),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["", "no timings at all", "[]", '{"a": 1}', "[[[[", "\x00\x01\x02"])
def test_a_file_without_timings_is_told_in_a_sentence(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["sync", *files(tmp_path, content, entries())])

    captured = capsys.readouterr()
    assert code == 3
    assert captured.out == ""
    assert captured.err.startswith("briefing: ")
    assert captured.err.count("\n") == 1


def test_timings_of_another_text_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = json.dumps([{"word": "Zebra", "start": 1.0, "end": 2.0}])

    assert main(["sync", *files(tmp_path, other, entries())]) == 3
    assert "no timed word in common" in capsys.readouterr().err
