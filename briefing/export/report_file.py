"""A report on timings as a file: a page, or a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.export.report import lay_out

if TYPE_CHECKING:
    from briefing.model import Document, Pcm
    from briefing.timeline import Timeline


def draw(document: Document, timeline: Timeline, pcm: Pcm, title: str, extension: str) -> str | bytes:
    """Return the report as HTML text or, where `extension` is ".png", as the bytes of a picture.

    Args:
        document: the text; the timeline's cues are its words.
        timeline: when they are spoken.
        pcm: the recording, (frames, 1).
        title: what the report is about, a line.
        extension: of the file it is for.
    """
    report = lay_out(document, timeline, pcm, title)
    if extension.lower() == ".png":
        from briefing.export import report_png  # Pillow

        return report_png.draw(report)
    from briefing.export import report_html

    return report_html.draw(report)
