"""The manual, which is opened as `help`: a text of ours, a briefing like any other.

Rules:
1. It names no key. `{play}` stands for the key that runs a command, `{go 1:12}` for how it is typed, and
   `{=speed}` for what a setting is called: the user's own, by the tables of this version.
2. What nobody could do is left out: a sentence that names a command which nothing runs.
3. All commands and all settings follow it, from their tables.

It has no recording, for a recording would say keys that its user has changed: speech reads it, in the voice
and at the rate that are set, from the first second on, as it reads any text that has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.commands.command import Group
from briefing.commands.mentions import mention
from briefing.commands.table import COMMANDS
from briefing.formats.markdown import read_text
from briefing.model import BlockKind, Media
from briefing.settings import TABLE
from briefing.sources.item import Item
from briefing.sources.opening import packaged
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames

if TYPE_CHECKING:
    from briefing.formats.draft import Draft
    from briefing.settings import Setting, Settings

FILE: Final = "manual.md"
PLACEHOLDER: Final = re.compile(r"\{(=?)([\w-]{1,40})(?: ([^{}]*))?\}")
"""Whether it is a setting; its id; what the command is given."""
_CHAPTER: Final = 2
_SECTION: Final = 3


def open_manual(name: str, settings: Settings) -> Item:
    """Return the manual as what was opened by `name`, with the keys of `settings`.

    Raises:
        SourceError: if the installation lacks it.
        ConfigError: if keys are bound to what is no command, or one to two.
    """
    names = KeyNames(bound_keys(COMMANDS, settings.keys), is_heard=True)
    path = packaged(FILE)
    template = path.read_text(encoding="utf-8")
    draft = read_text("\n".join(names.put_into(_with_mentions(line)) for line in template.splitlines()))
    _add_commands(draft, names)
    _add_settings(draft)
    return Item(draft.build(name, name, Media()), files=(path,))


def _with_mentions(text: str) -> str:
    def told(found: re.Match[str]) -> str:
        is_setting, id_, argument = found.groups(default="")
        return f"“{TABLE[id_].title}”" if is_setting else mention(id_, argument)

    return PLACEHOLDER.sub(told, text)


def _add_commands(draft: Draft, names: KeyNames) -> None:
    draft.add(BlockKind.HEADING, "All commands", _CHAPTER)
    for group in Group:
        draft.add(BlockKind.HEADING, group, _SECTION)
        for command in COMMANDS:
            if command.group is group:
                keys = names.of(command.id) or "no key"
                typed = f" Typed: {command.id}, then {command.argument}." if command.argument else ""
                told = f"{command.title}: {keys}. {names.put_into(command.help)}{typed}"
                draft.add(BlockKind.LIST_ITEM, told)


def _add_settings(draft: Draft) -> None:
    draft.add(BlockKind.HEADING, "All settings", _CHAPTER)
    for row in TABLE.values():
        draft.add(BlockKind.LIST_ITEM, _told(row))


def _told(row: Setting) -> str:
    flags = " or ".join(row.flags)
    named = f"Its flag is {flags}" if row.per_run else f"In the file {row.name}, as a flag {flags}"
    return f"{row.title}. {row.help.replace('`', '')} {named}. It takes {row.kind.takes.replace('`', '')}."
