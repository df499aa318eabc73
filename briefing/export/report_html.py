"""The report as one HTML file: inline SVG, no script, nothing from elsewhere.

Each row is a picture with a name of its own, whose words carry their times as titles; what
is unsure stands once more as a table, so it can be read without looking.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from briefing.export.report import WIDTH, clock, legend
from briefing.timeline import WORD_CONFIDENCE

if TYPE_CHECKING:
    from briefing.export.report import Look, Report, Row, Word

_HEIGHT: Final = 150
_MIDDLE: Final = 46
_WAVE: Final = 40
_TEXT: Final = 108
_LANES: Final = 3
_LANE: Final = 16
_LETTER: Final = 7.5
_MOST_UNSURE: Final = 500

_STYLE: Final = f"""
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 1.5rem; color: #1b1b1b; background: #fff; }}
figure {{ margin: 0 0 .5rem; overflow-x: auto; }}
svg {{ display: block; width: {WIDTH}px; min-width: {WIDTH}px; height: {_HEIGHT}px; background: #fafafa; }}
text {{ font: 13px system-ui, sans-serif; fill: #1b1b1b; }}
.time {{ font-size: 11px; fill: #555; }} .wave {{ fill: #767676; }} .pause {{ fill: url(#hatch); }}
table {{ border-collapse: collapse; }} td, th {{ padding: .15rem .8rem .15rem 0; text-align: left; }}
@media (prefers-color-scheme: dark) {{
body {{ color: #eee; background: #121212; }} svg {{ background: #f2f2f2; }}
}}
"""


def draw(report: Report) -> str:
    """Return the page."""
    title = escape(report.title)
    named = "".join(
        f'<li><svg style="width:60px;min-width:60px;height:12px;display:inline;background:none" '
        f'aria-hidden="true"><path d="M0 6H60" stroke-width="4" {_stroke(look)}/>'
        f"</svg> {escape(look.meaning)} {f'(marked {look.sign})' if look.sign else ''}: {count} words</li>"
        for look, count in legend(report)
    )
    rows = "".join(_figure(row) for row in report.rows)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Timings: {title}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>Timings: {title}</h1>\n"
        f"<p>{clock(report.duration_s)} long. {report.unspoken} words of the text are not spoken. "
        "Hatched stretches are pauses.</p>\n"
        f"<ul>{named}</ul>\n"
        '<svg style="position:absolute;width:0;min-width:0;height:0" aria-hidden="true"><defs>'
        '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<path d="M0 6L6 0" stroke="#9a9a9a"/></pattern></defs></svg>\n'
        f"{rows}{_unsure(report)}</body></html>\n"
    )


def _figure(row: Row) -> str:
    stop_s = row.start_s + row.length_s
    said = " ".join(word.text for word in row.words) or "no words"
    name = escape(f"{clock(row.start_s)} to {clock(stop_s)}: {said}", quote=True)
    hatched = "".join(
        f'<rect class="pause" x="{left:.1f}" y="{_MIDDLE - _WAVE}" width="{right - left:.1f}" '
        f'height="{2 * _WAVE}"/>'
        for left, right in row.pauses
    )
    above = "".join(f"L{x} {_MIDDLE - p * _WAVE:.1f}" for x, p in enumerate(row.peaks))
    below = "".join(f"L{x} {_MIDDLE + row.peaks[x] * _WAVE:.1f}" for x in reversed(range(len(row.peaks))))
    seconds = "".join(
        f'<text class="time" x="{i * WIDTH / row.length_s + 2:.0f}" y="{_HEIGHT - 3}">'
        f"{clock(row.start_s + i)[:-2]}</text>"
        for i in range(0, int(row.length_s), max(1, int(row.length_s // 10)))
    )
    return (
        f'<figure tabindex="0"><svg viewBox="0 0 {WIDTH} {_HEIGHT}" role="img" aria-label="{name}">'
        f'{hatched}<path class="wave" d="M0 {_MIDDLE}{above}{below}Z"/>{_words(row)}{seconds}'
        "</svg></figure>\n"
    )


def _words(row: Row) -> str:
    """Return the words, in as many lanes as it takes for none to stand on another."""
    free = [0.0] * _LANES
    drawn = []
    for word in row.words:
        lane = min(range(_LANES), key=lambda i: (free[i] > word.left, free[i]))
        free[lane] = word.left + (len(word.text) + len(word.look.sign)) * _LETTER + 4
        drawn.append(_word(word, _TEXT + lane * _LANE - _LANE // 2))
    return "".join(drawn)


def _word(word: Word, y: int) -> str:
    look = word.look
    hint = f"{word.text}: {word.start_s:.3f} to {word.stop_s:.3f} s, confidence {word.confidence:.2f}"
    width = max(word.right, word.left + 2)
    return (
        f"<g><title>{escape(hint)}</title>"
        f'<path d="M{word.left:.1f} {_MIDDLE - _WAVE}V{y}" stroke="{look.colour}" stroke-width=".7"/>'
        f'<path d="M{word.left:.1f} {_MIDDLE + _WAVE + 4}H{width:.1f}" stroke-width="4" '
        f"{_stroke(look)}/>"
        f'<text x="{word.left + 2:.1f}" y="{y}">{look.sign}{escape(word.text)}</text></g>'
    )


def _stroke(look: Look) -> str:
    dashes = f' stroke-dasharray="{look.dashes[0]} {look.dashes[1]}"' if look.dashes else ""
    return f'stroke="{look.colour}"{dashes}'


def _unsure(report: Report) -> str:
    words = [w for row in report.rows for w in row.words if w.confidence < WORD_CONFIDENCE]
    if not words:
        return "<p>Every word is sure.</p>\n"
    lines = "".join(
        f"<tr><td>{clock(w.start_s)}</td><td>{escape(w.text)}</td><td>{w.confidence:.2f}</td></tr>"
        for w in words[:_MOST_UNSURE]
    )
    more = len(words) - _MOST_UNSURE
    rest = f"<p>And {more} more.</p>" if more > 0 else ""
    return (
        "<h2>Unsure words</h2><table><tr><th>Time</th><th>Word</th><th>Confidence</th></tr>"
        f"{lines}</table>{rest}\n"
    )
