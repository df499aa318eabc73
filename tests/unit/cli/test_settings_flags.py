"""Settings as flags."""

from __future__ import annotations

import argparse
import re

from briefing.cli.settings_flags import add_flags, add_some_flags, given_flags
from briefing.settings import TABLE


def test_no_two_settings_share_a_flag_or_variable() -> None:
    names = [each for row in TABLE.values() for each in (*row.flags, *row.environment)]
    assert len(set(names)) == len(names)


def test_every_flag_stands_in_help() -> None:
    parser = argparse.ArgumentParser()
    add_flags(parser)
    text = parser.format_help()
    assert all(re.search(rf"{flag}\b", text) for row in TABLE.values() for flag in row.flags)


def test_only_flags_that_were_given_are_told() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    add_some_flags(parser, "offline", "size")
    assert given_flags(parser.parse_args(["--json", "--offline"])) == {"offline": "on"}
