"""Commands in sentences: the key that the user has is named, and no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import briefing
from briefing.commands.mentions import mention, with_ids
from briefing.commands.table import BY_ID, COMMANDS
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames

PACKAGE = Path(briefing.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
_PRESSED = re.compile(r"\b[Pp]ress (?!a key\b|\x0e|\0)", re.ASCII)


def names(is_heard: bool = True, **own: tuple[str, ...]) -> KeyNames:
    overrides = {command_id.replace("_", "-"): keys for command_id, keys in own.items()}
    return KeyNames(bound_keys(COMMANDS, overrides), is_heard=is_heard)


ASKING = f"Not following. Press {mention('follow')} to follow again."


@pytest.mark.parametrize(
    ("keys", "heard", "seen"),
    [
        (names(), "Press F to", "Press f to"),
        (names(follow=("F",)), "Press shift F to", None),
        (names(follow=("f2", "/"), search=()), "Press f2 or slash to", None),
        (names(follow=()), "Press colon follow to", None),
        (names(follow=(), command=("f2",)), "Press f2 and then follow to", None),
        (names(is_heard=False, follow=("F2", "ctrl+k")), None, "Press F2 or Ctrl+K to"),
        (names(is_heard=False, follow=()), None, "Press :follow to"),
    ],
    ids=["usual", "other", "two", "typed", "typed behind another key", "seen", "seen and typed"],
)
def test_a_sentence_has_the_keys_that_the_user_has(
    keys: KeyNames, heard: str | None, seen: str | None
) -> None:
    told = keys.put_into(ASKING)
    assert told.startswith(f"Not following. {heard if heard is not None else seen} ")


def test_what_nothing_can_do_is_not_asked_for() -> None:
    assert names(follow=(), command=()).put_into(ASKING) == "Not following."
    assert names(help=(), command=()).put_into(f"{mention('help')} for help.") == ""


def test_a_sentence_that_begins_with_a_key_has_its_capital_where_it_is_heard() -> None:
    hint = f"That is left out. {mention('help')} for help."
    assert names().put_into(hint) == "That is left out. Question mark for help."
    assert names(is_heard=False, help=("h",), light=()).put_into(hint) == "That is left out. h for help."


def test_a_key_with_an_argument_is_the_one_that_gives_it() -> None:
    middle = f"{mention('percent', '50')} is the middle."
    assert names().put_into(middle) == "5 is the middle."
    assert names(percent=("f1", "f2")).put_into(middle) == "Colon percent 50 is the middle."


def test_keys_that_are_no_row_are_told_one_by_one() -> None:
    assert names().of("percent") == "0 to 9"
    assert names(percent=("f1", "X", "f3")).of("percent") == "f1 or shift X or f3"


def test_text_without_a_mention_stays_as_it_is() -> None:
    text = "Two  spaces. {help} :help \u240e stay.  So."
    assert names().put_into(text) == text


def test_a_trace_has_what_is_typed() -> None:
    assert with_ids(ASKING) == "Not following. Press :follow to follow again."
    assert with_ids(f"Press {mention('percent', '50')}.") == "Press :percent 50."


def sentences_in(path: Path) -> list[str]:
    """Return the strings of a module, a hole of an f-string as NUL, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for node in joined for part in node.values}
    whole = [
        "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
        for node in joined
    ]
    plain = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare | inside
    ]
    return whole + plain


def test_the_walk_sees_a_key_that_is_named(tmp_path: Path) -> None:
    module = tmp_path / "named.py"
    module.write_text('"""Press Q."""\nSAID = f"It is {1}. Press U to go."\nHINT = f"Press {SAID}."\n')
    assert [text for text in sentences_in(module) if _PRESSED.search(text)] == ["It is \0. Press U to go."]


def test_no_sentence_in_the_code_names_a_key() -> None:
    assert len(MODULES) > 100
    speaking = [path for path in MODULES if "ress " in path.read_text(encoding="utf-8")]
    assert len(speaking) > 10
    naming = [(path, text) for path in speaking for text in sentences_in(path) if _PRESSED.search(text)]
    assert naming == []


def mentioned_in(path: Path) -> list[tuple[str, str]]:
    """Return the command and the argument of each mention that a module makes; "?" for what it computes."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "mention"
    ]
    told = [
        [ast.literal_eval(each) if isinstance(each, ast.Constant) else "?" for each in call.args]
        for call in calls
    ]
    return [(str(id_), str(argument)) for id_, argument, *_ in ([*args, ""] for args in told)]


def test_every_command_that_a_sentence_mentions_is_there_and_takes_what_is_said() -> None:
    mentioning = [path for path in MODULES if "mention(" in path.read_text(encoding="utf-8")]
    mentioned = {each for path in mentioning for each in mentioned_in(path)}
    assert len(mentioned) > 5
    for command_id, argument in mentioned:
        if command_id != "?":
            assert command_id in BY_ID
            assert not argument or BY_ID[command_id].argument
