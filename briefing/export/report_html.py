"""The report as one HTML file: inline SVG, no script, nothing from elsewhere.

Each row is a picture with a name of its own, whose words carry their times as titles; what
is unsure or not spoken stands once more as a table, so it can be read without looking.
Colours follow the reader's light or dark scheme. Half a waveform is written down, as steps
in whole units, and mirrored; so three hours are a few megabytes.
"""

from __future__ import annotations

from html import escape
from math import ceil
from typing import TYPE_CHECKING, Final

from briefing.confidence import WORD_CONFIDENCE
from briefing.export.report import LOOKS, WIDTH, Lanes, clock, facts, legend, number_of
from briefing.export.report_sound import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.export.report import Report, ReportRow, Unspoken, Word

_HEIGHT: Final = 182
_MIDDLE: Final = 40
_WAVE: Final = 36
_FOOT: Final = 98
"""Where the bars of confidence stand."""
_BAR: Final = 18
_TEXT: Final = 115
_LANES: Final = 3
_LANE: Final = 15
_LOST_TEXT: Final = _TEXT + _LANES * _LANE
"""Words that are not spoken stand below all others."""
_LETTER: Final = 7.8
_WHOLE_HEIGHT: Final = 84
_MOST_LISTED: Final = 500
_DARK: Final = {"sure": "#7ab0ff", "near": "#f0b45a", "unsure": "#ff8095"}

_STYLE: Final = f"""
:root {{ color-scheme: light dark; --ink: #1b1b1b; --page: #fff; --row: #f6f6f6; --wave: #767676;
--pause: #c4c4c4; --other: #f3d9ff; --faint: #555;
{" ".join(f"--{look.name}: {look.colour};" for look in LOOKS.values())} }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #eee; --page: #121212; --row: #1e1e20; --wave: #9a9a9a;
--pause: #4c4c4c; --other: #47275c; --faint: #b0b0b0;
{" ".join(f"--{name}: {colour};" for name, colour in _DARK.items())} }} }}
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 1.5rem; color: var(--ink); background: var(--page);
min-width: 56rem; max-width: 110rem; }}
figure {{ margin: 0 0 .4rem; content-visibility: auto; contain-intrinsic-size: auto 9rem; }}
figure:target {{ outline: 3px solid var(--sure); }}
svg.row {{ display: block; width: 100%; background: var(--row); }}
text {{ font: 13px system-ui, sans-serif; fill: var(--ink); }}
.time {{ font-size: 11px; fill: var(--faint); }} .wave {{ fill: var(--wave); }}
.pause {{ fill: url(#hatch); }} .other {{ fill: var(--other); }} .hatch {{ stroke: var(--pause); }}
.lost {{ fill: var(--unsure); text-decoration: line-through; }} .gone {{ stroke: var(--unsure); }}
.none {{ fill: none; pointer-events: all; }}
{
    " ".join(
        f".{look.name} path, path.{look.name} {{ stroke: var(--{look.name}); fill: none; }} "
        f".{look.name} rect {{ fill: var(--{look.name}); fill-opacity: .45; }}"
        for look in LOOKS.values()
    )
}
ul {{ list-style: none; padding: 0; }} .key {{ width: 60px; height: 14px; vertical-align: middle; }}
table {{ border-collapse: collapse; }} td, th {{ padding: .15rem .8rem .15rem 0; text-align: left; }}
a {{ color: var(--sure); }}
"""


def draw(report: Report) -> str:
    """Return the page."""
    title = escape(report.title)
    rows = "".join(_figure(i, row) for i, row in enumerate(report.rows))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Timings: {title}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>Timings: {title}</h1>\n<p>{facts(report)}</p>\n{_legend(report)}"
        '<svg style="position:absolute;width:0;height:0" aria-hidden="true"><defs>'
        '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<path class="hatch" d="M0 6L6 0"/></pattern></defs></svg>\n'
        f"{_whole(report)}{rows}{_lost_words(report)}{_unsure_words(report)}</body></html>\n"
    )


def _legend(report: Report) -> str:
    keys = [
        (f'<path class="{look.name}" d="M0 7H60" stroke-width="4"{_dashes(look.dashes)}/>',
         f"{look.meaning}{f' (marked {look.sign})' if look.sign else ''}: {number_of(count)}")
        for look, count in legend(report)
    ]  # fmt: skip
    keys.append(('<rect class="pause" width="60" height="14"/>', "pause"))
    if report.other_s:
        keys.append(('<rect class="other" width="60" height="14"/>', "sound that the text lacks"))
    if report.unspoken:
        keys.append(('<text class="lost" x="4" y="12">words</text>', "not spoken"))
    items = "".join(
        f'<li><svg class="key" viewBox="0 0 60 14" aria-hidden="true">{picture}</svg> {escape(words)}</li>'
        for picture, words in keys
    )
    return f"<ul>{items}</ul>\n"


def _whole(report: Report) -> str:
    """Return the strip of the whole recording, each part of which leads to its row; none for a single row."""
    if len(report.rows) == 1:
        return ""
    row, scale = report.whole, WIDTH / report.duration_s
    bars = "".join(
        f'<path class="{name}" d="{path}" stroke-width="14"/>' for name, path in _levels(row.words).items()
    )
    losses = "".join(f'<path class="gone" d="M{lost.at:.0f} 0v{_WHOLE_HEIGHT}"/>' for lost in row.unspoken)
    links = "".join(
        f'<a href="#r{i}" tabindex="-1"><title>{clock(each.start_s)}</title>'
        f'<rect class="none" x="{each.start_s * scale:.1f}" width="{each.length_s * scale:.1f}" '
        f'height="{_WHOLE_HEIGHT}"/></a>'
        for i, each in enumerate(report.rows)
    )
    return (
        f'<figure><svg class="row" viewBox="0 0 {WIDTH} {_WHOLE_HEIGHT}" role="img" '
        f'aria-label="The whole recording">{_gaps(row, 0, 60)}'
        f'{_wave("whole", row.peaks, 30, 28)}{bars}{losses}{links}</svg></figure>\n'
    )  # fmt: skip


def _levels(words: Sequence[Word]) -> dict[str, str]:
    """Return a path of strokes for each degree of confidence; what is less sure stands on what is surer."""
    paths = {look.name: "" for look in LOOKS.values()}
    for word in words:
        paths[word.look.name] += f"M{word.left:.1f} 72h{max(word.right - word.left, 1):.1f}"
    return {name: path for name, path in paths.items() if path}


def _figure(number: int, row: ReportRow) -> str:
    seconds = "".join(
        f'<text class="time" x="{i * WIDTH / row.length_s + 2:.0f}" y="{_HEIGHT - 4}">'
        f"{clock(row.start_s + i)[:-2]}</text>"
        for i in range(0, ceil(row.length_s), max(1, int(row.length_s // 10)))
    )
    return (
        f'<figure id="r{number}"><svg class="row" viewBox="0 0 {WIDTH} {_HEIGHT}" role="img" '
        f'aria-label="{escape(_name(row), quote=True)}">{_gaps(row, _MIDDLE - _WAVE, 2 * _WAVE)}'
        f"{_wave(f'w{number}', row.peaks, _MIDDLE, _WAVE)}{_texts(row)}{seconds}</svg></figure>\n"
    )


def _name(row: ReportRow) -> str:
    """Return what a row shows, in words."""
    said = " ".join(word.text for word in row.words) or "no words"
    lost = "".join(f" Not spoken: {lost.quoted.rstrip('.')}." for lost in row.unspoken)
    other = " Sound that the text lacks." if any(gap.is_loud for gap in row.gaps) else ""
    return f"{clock(row.start_s)} to {clock(row.start_s + row.length_s)}: {said}.{lost}{other}"


def _gaps(row: ReportRow, y: int, height: int) -> str:
    return "".join(
        f'<rect class="{"other" if gap.is_loud else "pause"}" x="{gap.left:.1f}" y="{y}" '
        f'width="{gap.right - gap.left:.1f}" height="{height}"/>'
        for gap in row.gaps
    )


def _wave(name: str, peaks: Sequence[float], middle: int, most: int) -> str:
    """Return the waveform: its upper half, and the same mirrored."""
    wide, steps, height, flat = WIDTH // COLUMNS, [], 0, 0
    for peak in peaks:
        own = round(peak * most)
        if own == height:
            flat += wide
            continue
        steps.append(f"{f'h{flat}' if flat else ''}l{wide} {height - own}")
        height, flat = own, 0
    path = f'<path id="{name}" class="wave" d="M0 -.5{"".join(steps)}h{flat}V0H0z"/>'
    return (
        f'<g transform="translate(0 {middle})">{path}'
        f'<use href="#{name}" transform="scale(1 -1)"/></g>'
    )  # fmt: skip


def _texts(row: ReportRow) -> str:
    """Return the words, in lanes so that none stands on another, and below them those not spoken."""
    lanes, drawn = Lanes(_LANES), []
    for word in row.words:
        text = word.look.sign + word.text
        lane = lanes.take(word.left, len(text) * _LETTER + 6)
        drawn.append(_word(word, text, _TEXT + lane * _LANE))
    free = 0.0
    for lost in row.unspoken:
        left = max(free, min(lost.at, WIDTH - len(lost.quoted) * _LETTER))
        drawn.append(_lost(lost, left))
        free = left + len(lost.quoted) * _LETTER + 6
    return "".join(drawn)


def _word(word: Word, text: str, y: int) -> str:
    look = word.look
    hint = f"{word.text}: {word.start_s:.3f} to {word.stop_s:.3f} s, confidence {word.confidence:.2f}"
    width = max(word.right - word.left, 2)
    tall = max(1.0, word.confidence * _BAR)
    return (
        f'<g class="{look.name}"><title>{escape(hint)}</title>'
        f'<path d="M{word.left:.1f} {_MIDDLE - _WAVE}V{y}" stroke-width=".7"/>'
        f'<rect x="{word.left:.1f}" y="{_FOOT - tall:.1f}" width="{width:.1f}" height="{tall:.1f}"/>'
        f'<path d="M{word.left:.1f} {_FOOT}h{width:.1f}" stroke-width="3"{_dashes(look.dashes)}/>'
        f'<text x="{word.left + 3:.1f}" y="{y}">{escape(text)}</text></g>'
    )


def _lost(lost: Unspoken, left: float) -> str:
    hint = f"Not spoken, {number_of(lost.count)}: {lost.quoted}"
    return (
        f'<g><title>{escape(hint)}</title><path class="gone" stroke-dasharray="2 2" '
        f'd="M{lost.at:.1f} {_FOOT}V{_LOST_TEXT}"/>'
        f'<text class="lost" x="{left + 3:.1f}" y="{_LOST_TEXT}">{escape(lost.quoted)}</text></g>'
    )


def _dashes(dashes: tuple[int, int] | None) -> str:
    return f' stroke-dasharray="{dashes[0]} {dashes[1]}"' if dashes else ""


def _lost_words(report: Report) -> str:
    rows = [
        (number, lost.at_s, lost.quoted, number_of(lost.count))
        for number, row in enumerate(report.rows)
        for lost in row.unspoken
    ]
    return _table("Words that are not spoken", ("After", "Words", "How many"), rows) if rows else ""


def _unsure_words(report: Report) -> str:
    rows = [
        (number, word.start_s, word.text, f"{word.confidence:.2f}")
        for number, row in enumerate(report.rows)
        for word in row.words
        if word.confidence < WORD_CONFIDENCE
    ]
    if not rows:
        return "<p>Every word that is spoken is sure.</p>\n" if any(report.counts.values()) else ""
    return _table("Unsure words", ("Time", "Word", "Confidence"), rows)


def _table(title: str, heads: Sequence[str], rows: Sequence[tuple[int, float, str, str]]) -> str:
    lines = "".join(
        f'<tr><td><a href="#r{number}">{clock(at_s)}</a></td><td>{escape(what)}</td><td>{how}</td></tr>'
        for number, at_s, what, how in rows[:_MOST_LISTED]
    )
    more = len(rows) - _MOST_LISTED
    rest = f"<p>And {more} more.</p>" if more > 0 else ""
    named = "".join(f"<th>{head}</th>" for head in heads)
    return f"<h2>{title}</h2><table><tr>{named}</tr>{lines}</table>{rest}\n"
