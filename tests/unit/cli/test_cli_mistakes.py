"""Arguments that cannot be understood: each is told with what to write instead."""

from __future__ import annotations

import pytest

from briefing.cli.main import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            "--linear off sample",
            "--linear takes no value, and 'off' was given. Its opposite is --tui.",
        ),
        ("--linear=0 sample", "The flag --linear takes no value, and '0' was given. Its opposite is --tui."),
        ("--no-follow False sample", "and 'False' was given. Its opposite is --follow."),
        ("--play on sample", "The flag --play takes no value, and 'on' was given. Leave the value out."),
        (
            "--quiet=much sample",
            "--quiet takes no value, and 'much' was given. Leave the value out.",
        ),
        ("--exit-at-end no sample", "takes no value, and 'no' was given. Leave the flag out."),
        ("--linear auto sample", "takes no value, and 'auto' was given. Leave the flag out."),
        ("morning news.md", "One source is opened at a time, and there is more: news.md."),
        ("show morning news.md", "One source is opened at a time, and there is more: news.md."),
        ("sample https://ann:s3cret@example.org/a", "there is more: https://example.org/a."),
        ("--loud sample", "Unrecognized arguments: --loud. See `briefing --help`."),
        ("--size sample", "The flag --size cannot be 'sample'."),
    ],
)
def test_a_mistake_in_arguments_is_told_with_what_to_write_instead(
    arguments: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments.split()) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_a_file_that_is_called_like_a_value_is_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--linear", "off"]) == 3
    assert "There is no file off." in capsys.readouterr().err
