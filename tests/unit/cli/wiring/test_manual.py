"""The manual: held against the tables, so that it says all that there is and nothing that is not."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from briefing.cli.main import SUBCOMMANDS, main
from briefing.cli.wiring.current import CurrentSettings
from briefing.cli.wiring.manual import FILE, PLACEHOLDER, open_manual
from briefing.cli.wiring.opened import NEW_HERE, open_asked
from briefing.cli.wiring.sources import open_item
from briefing.commands.command import Group
from briefing.commands.mentions import MENTION
from briefing.commands.table import BY_ID, COMMANDS, MANUAL
from briefing.model import BlockKind
from briefing.profiles import PROFILES
from briefing.settings import TABLE, Settings
from briefing.sources.opening import packaged
from briefing.ui.keys.words import key_in_words, spoken

TEMPLATE = packaged(FILE).read_text(encoding="utf-8")
PROSE = PLACEHOLDER.sub("", TEMPLATE)
NAMED = [(is_setting, id_) for is_setting, id_, _ in PLACEHOLDER.findall(TEMPLATE)]
IN_LISTS = ("Enter", "Escape", "Tab")
"""Keys that no table gives to a command where they are named."""


def text_of(settings: Settings = Settings()) -> str:  # noqa: B008 - a value that never changes
    return open_manual(MANUAL, settings).document.text


def test_every_command_is_named() -> None:
    named = {id_ for is_setting, id_ in NAMED if not is_setting}
    assert [each.id for each in COMMANDS if each.id not in named] == []


def test_whatever_it_names_exists() -> None:
    known = {"": BY_ID, "=": TABLE}
    assert [id_ for is_setting, id_ in NAMED if id_ not in known[is_setting]] == []
    assert not re.search(r"[{}]", PROSE)


def test_no_key_is_written_in_letters() -> None:
    keys = set(chain.from_iterable(each.keys for each in COMMANDS))
    names = {name for key in keys for name in (spoken(key), key_in_words(key)) if len(name) > 1}
    several = [name for name in names if re.search(r"[ +]|^[Ff]\d+$", name)]
    assert [name for name in several if re.search(rf"\b{re.escape(name)}\b", PROSE, re.IGNORECASE)] == []
    pressed = re.findall(r"\b[Pp]ress (?!it\b|play\b)(\S+)", PLACEHOLDER.sub("{}", TEMPLATE))
    assert [each for each in pressed if each.strip(",.") not in ("{}", *IN_LISTS)] == []


def test_what_is_typed_in_a_shell_can_be() -> None:
    lines = re.findall(r"`briefing([^`]*)`", TEMPLATE)
    assert {"", " doctor", " --linear"} <= set(lines)
    first = [line.split()[0] for line in lines if line]
    flags = {"--do", *(flag for row in TABLE.values() for flag in row.flags)}
    assert [each for each in first if each.startswith("-") and each not in flags] == []
    words = [each for each in first if not each.startswith("-") and "." not in each]
    assert set(SUBCOMMANDS) - set(words) == set()
    assert set(words) - set(SUBCOMMANDS) == {MANUAL}


def test_every_profile_is_named() -> None:
    assert [name for name in PROFILES if f"`{name}`" not in TEMPLATE] == []


def test_it_is_short_sentences() -> None:
    """For the ear: what was missed cannot be looked at again at a glance."""
    sentences = re.split(r"(?<=[.?:;])\s+", PROSE.partition("---\n\n")[2])
    assert [each for each in sentences if len(each.split()) > 24] == []


def test_it_is_a_text_with_headings_and_ends_with_all_commands_and_settings() -> None:
    document = open_manual(MANUAL, Settings()).document
    headings = [each.span.of(document.text) for each in document.blocks if each.kind is BlockKind.HEADING]
    assert headings[0] == "Start here"
    assert [each for each in Group if each not in headings] == []
    for command in COMMANDS:
        assert f"\n\n{command.title}: " in document.text, command.id
    for row in TABLE.values():
        assert f"\n\n{row.title}. " in document.text, row.name
    assert document.language == "en-US"
    assert document.first(BlockKind.TITLE)


def test_it_names_the_keys_that_its_user_has() -> None:
    usual, own = text_of(), text_of(Settings(keys={"play": ("f10",)}))
    assert usual != own
    assert "Press space to hear this text." in usual
    assert "Press f10 to hear this text." in own
    assert not MENTION.search(usual)


def test_what_nobody_can_do_is_left_out() -> None:
    text = text_of(Settings(keys={"command": (), "loop": ()})).partition("All commands")[0]
    assert "to be repeated" in text_of()
    assert "to be repeated" not in text
    assert "colon size lg" in text_of()
    assert not re.search(r"\bcolon |  ", text)


@pytest.mark.parametrize("name", ["show", "open"])
def test_help_is_a_source_like_the_sample(name: str) -> None:
    opened = open_item(MANUAL) if name == "show" else open_asked(MANUAL, CurrentSettings(Settings())).item
    assert opened.document.title == "How to use briefing"
    assert opened.document.source == MANUAL


def test_what_was_read_last_stays_that() -> None:
    assert open_asked(MANUAL, CurrentSettings(Settings())).remembered_as == ""
    assert open_asked("sample", CurrentSettings(Settings())).remembered_as == "sample"


def test_the_sample_names_it_first() -> None:
    opened = open_asked("sample", CurrentSettings(Settings()))
    assert (opened.item.notice or "").startswith(NEW_HERE)
    assert [found[1] for found in MENTION.finditer(NEW_HERE)] == ["manual"]


def test_the_help_of_the_command_line_names_it_before_other_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert 0 < told.find(f"briefing {MANUAL}\n") < told.find("other commands")
