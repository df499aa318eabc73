"""The tests lie as the code does: who knows a module knows where its tests are, and the other way round.

Rules:
1. A test file lies where its module or package lies, and its name begins with that one's:
   `audio/test_engine_trouble.py` is of `audio/engine.py`, `store/test_store_log.py` of the package `store`.
   The name of a package around it may come first: `cli/subcommands/test_cli_align.py`.
2. A module that does something has such a file, or lies behind the door of its package, or is asked by
   another test, which is named below.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

TOP: Final = Path(__file__).resolve().parents[2]
CODE: Final = TOP / "briefing"
UNIT: Final = TOP / "tests" / "unit"
OF_THE_WHOLE: Final = {
    "test_again.py": "which tests are asked a second time",
    "test_hands.py": "which process runs which tests",
    "test_architecture.py": "how the parts may import one another",
    "test_hearing.py": "the screen readers that scripts/hearing listens to",
    "test_mirror.py": "where tests lie",
    "test_readme.py": "the README's tables",
    "test_readme_promises.py": "the README's sentences",
    "test_regexes.py": "how long patterns take",
    "test_sample.py": "the briefing in media/",
    "test_screenshot.py": "what scripts/screenshot answers before it takes pictures",
    "test_statement.py": "the accessibility statement of the README",
    "test_warm.py": "workers that start warm in tests",
    "test_terminal.py": "the terminal in scripts/ that tests run programs in",
}
"""Test files that are of no module."""
DOORS: Final = {
    "audio/device": ("sound goes to a device, whatever becomes of it", "end_to_end/test_sound.py"),
    "audio/media": ("sound files in, samples and tags out", "unit/audio/media/test_decoder.py"),
    "desktop": ("how it stands in, what a desktop asks for out", "end_to_end/test_desktop.py"),
    "export/books": ("a briefing in, a book out", "unit/export/books/test_epub.py"),
    "bundles": ("a book in, its files out", "unit/bundles/test_bundles.py"),
    "cli/subcommands": ("run as they are typed", "end_to_end/test_readme_commands.py"),
    "cli/wiring": ("put together whenever anything is run", "end_to_end/test_readme_commands.py"),
    "formats/feeds": ("feeds in, what they hold out", "unit/formats/feeds/test_feeds.py"),
    "formats/books": ("a book in, its text and its clips out", "unit/formats/books/test_books.py"),
    "formats/pages": ("a copied page in, its story out", "unit/formats/pages/test_pages.py"),
    "formats/pdf": ("a PDF in, its text out", "unit/formats/pdf/test_pdf.py"),
    "processes": ("children are started and end", "unit/processes/test_door.py"),
    "session/commands": ("given to a session", "unit/session/test_session.py"),
    "sources": ("a name in, what is opened out", "unit/sources/test_opening.py"),
    "speech/worker": ("texts in, sound out, whatever dies", "unit/speech/worker/test_supervisor.py"),
    "store": ("what is kept comes back", "unit/store/test_store.py"),
    "text/normalise": (
        "what is written in, what is said out",
        "unit/text/normalise/test_readings_likeliest.py",
    ),
    "ui/glyphs": ("letters in, drawings out", "unit/ui/glyphs/test_drawing.py"),
    "ui/linear": ("a face, run whole", "ui/test_linear.py"),
    "ui/tui": ("a face, run whole", "ui/test_tui.py"),
    "ui/widgets": ("parts of a face, which is run whole", "ui/test_tui.py"),
}
"""Packages that are asked at their door for the one thing they do: what it is, and the first test to ask."""
ELSEWHERE: Final = {
    "end_to_end/test_talking_books.py": (
        "align/parts.py",
        "cli/align_book.py",
    ),
    "unit/align/test_aligner.py": (
        "align/acoustic/conformer.py",
        "align/acoustic/evidence.py",
        "align/acoustic/model.py",
        "align/acoustic/pipeline.py",
    ),
    "unit/cli/subcommands/test_cli_bookmarks.py": ("cli/bookmarks_file.py",),
    "unit/session/test_sleeping.py": ("audio/sounding.py",),
    "unit/desktop/test_mpris.py": ("ports/desktop.py",),
    "unit/audio/test_squeeze.py": ("audio/pauses.py",),
    "unit/voicing/test_voice.py": ("voicing/listener.py",),
    "unit/ui/keys/test_mentions.py": ("commands/mentions.py",),
    "unit/sources/web/test_fetcher_contract.py": ("ports/network.py",),
    "end_to_end/test_align.py": ("align/process.py", "cli/align_process.py"),
    "unit/align/reference/test_pipeline_passages.py": ("align/reference/search.py",),
    "unit/audio/test_engine.py": (
        "audio/falling.py",
        "audio/history.py",
        "audio/mixer.py",
        "audio/volume.py",
    ),
    "unit/audio/test_engine_trouble.py": ("audio/happenings.py",),
    "unit/audio/test_stretch.py": ("audio/tempo.py",),
    "end_to_end/test_installation.py": ("__main__.py",),
    "end_to_end/test_faults.py": ("leaving.py",),
    "unit/formats/feeds/test_xml.py": ("formats/xml_parser.py",),
    "unit/formats/books/test_answer.py": ("formats/answered.py",),
    "unit/cli/subcommands/test_cli_formats.py": ("formats/registry.py", "formats/rows.py"),
    "unit/cli/subcommands/test_doctor.py": ("cli/doctor_speech.py",),
    "unit/cli/subcommands/test_subscribe.py": ("cli/library_list.py", "export/library.py"),
    "end_to_end/test_batch.py": ("cli/align_list.py",),
    "end_to_end/test_export_many.py": ("cli/export_list.py",),
    "end_to_end/test_export_joined.py": ("cli/export_joined.py",),
    "unit/cli/subcommands/test_cli_export.py": ("cli/export_file.py",),
    "unit/formats/timed/test_timed_round_trips.py": (
        "formats/timed/lrc_lines.py",
        "formats/timed/podcast.py",
        "formats/timed_text.py",
    ),
    "end_to_end/test_timed_beforehand.py": ("cli/align_kept.py", "cli/processes_at_once.py"),
    "unit/cli/test_cli_mistakes.py": ("cli/main.py", "cli/parser.py"),
    "end_to_end/test_other_languages.py": ("cli/reference_voice.py",),
    "unit/export/test_markup.py": ("export/inline.py",),
    "unit/export/test_picture.py": ("export/picture_process.py",),
    "unit/export/test_export_registry.py": ("formats/publication.py",),
    "unit/audio/media/test_encoding.py": ("formats/sound_tags.py",),
    "unit/export/test_report.py": ("export/report_file.py", "export/report_html.py", "export/report_png.py"),
    "unit/sources/test_opening.py": ("formats/audio.py",),
    "unit/formats/timed/test_recognised.py": (
        "formats/timed/json_entries.py",
        "formats/timed/json_plausible.py",
        "formats/timed/json_rarer.py",
        "formats/timed/json_search.py",
        "formats/timed/json_words.py",
        "formats/timed/services.py",
    ),
    "unit/formats/pages/test_dumps_languages.py": ("formats/wrapped.py",),
    "unit/session/test_review.py": ("announce_text.py", "commands/reviewing.py"),
    "unit/test_announce.py": ("announce_voices.py",),
    "unit/text/test_spelling.py": ("text/phonetic.py", "text/signs.py"),
    "unit/session/test_sentence_ends.py": ("session/course.py",),
    "unit/session/test_session.py": (
        "session/host.py",
        "session/narrators/recording.py",
        "session/rendered.py",
    ),
    "unit/session/test_session_queue.py": (
        "session/beginning.py",
        "session/following.py",
        "session/succession.py",
    ),
    "unit/session/test_arrival.py": ("session/tag_reading.py",),
    "unit/speech/test_narrate.py": ("speech/source.py",),
    "unit/speech/engines/test_espeak.py": ("speech/engines/espeak_pcm.py",),
    "unit/speech/engines/test_hibari.py": ("speech/engines/natural/voice.py",),
    "unit/speech/engines/test_pyttsx.py": ("speech/engines/pyttsx_voice.py",),
    "unit/speech/engines/test_engines_registry.py": ("speech/engines/nsss.py", "speech/engines/sapi5.py"),
    "ui/test_carriers.py": ("ui/carriers.py",),
    "ui/test_screen_terminal.py": ("ui/job.py",),
    "unit/ui/test_themes.py": ("ui/roles.py",),
}
"""Modules that are best asked together with others, by the test that asks them."""
TESTS: Final = sorted(path for path in UNIT.rglob("test_*.py") if path.name not in OF_THE_WHOLE)


def subject(test: Path) -> Path | None:
    """Return the module or package that a test file is of by its place and name; None if there is none."""
    place = test.relative_to(UNIT).parent
    before = ["", *(f"{package}_" for package in place.parts)]
    names = {f"{prefix}{path.stem}": path for path in (CODE / place).glob("*.py") for prefix in before}
    names.setdefault(place.name, CODE / place / "__init__.py")
    told = f"{test.stem.removeprefix('test_')}_"
    fitting = [name for name in names if told.startswith(f"{name}_")]
    return names[max(fitting, key=len)] if fitting else None


def does_something(module: Path) -> bool:
    """Return whether there is more in a module than values, types and signatures."""
    functions = [
        node for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.FunctionDef)
    ]
    return not all(
        isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)
        for function in functions
        for line in function.body
    )


MODULES: Final = sorted(CODE.rglob("*.py"))
TESTED: Final = {subject(test) for test in TESTS}
ASKED: Final = [CODE / module for modules in ELSEWHERE.values() for module in modules]


def named(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def is_asked(module: Path) -> bool:
    """Return whether a test of its own, of its package or of another module asks it."""
    is_behind_a_door = any(CODE / package in module.parents for package in DOORS)
    return module in TESTED or is_behind_a_door or module in ASKED


def test_a_test_lies_where_what_it_tests_lies_and_is_named_for_it() -> None:
    assert len(TESTS) > 100
    assert [named(test) for test in TESTS if not subject(test)] == [], (
        "There is no module of that name there."
    )


def test_a_module_has_a_test_of_its_own_or_is_asked_elsewhere() -> None:
    assert len(MODULES) > 100
    unasked = [named(module) for module in MODULES if not is_asked(module) and does_something(module)]
    assert unasked == [], "Test it in the same place below tests/unit, or say here which test asks it."


def test_what_is_asked_elsewhere_is_there_and_has_no_test_of_its_own() -> None:
    assert [module for module in ASKED if not does_something(module) or module in TESTED] == []
    assert [package for package in DOORS if not (CODE / package).is_dir()] == []
    asking = {*ELSEWHERE, *(test for _, test in DOORS.values())}
    assert [test for test in asking if not (UNIT.parent / test).is_file()] == []
