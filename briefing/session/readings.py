"""The readings of one document: which voices there are, what each has made, and who takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import VoiceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Document, Span
    from briefing.ports.narration import Aside, MendableTimings, Narration
    from briefing.session.arrival import Arrival
    from briefing.session.loading import Made, Timed
    from briefing.timeline import Timeline

LADDER: Final = (VoiceKind.RECORDING, VoiceKind.SPEECH, VoiceKind.NONE)
"""Who takes over when the one before cannot read."""


class VoiceTurn(NamedTuple):
    """A voice that is to read now, from the word at `offset` on."""

    kind: VoiceKind
    narration: Narration
    timeline: Timeline
    offset: int
    replaced: Narration | None = None
    """What the same voice made before; it is closed when the turn has begun."""


class Readings:
    """What was made of a document so far. Only speech depends on its language, which may be changed."""

    def __init__(self, briefing: Arrival) -> None:
        self.document = briefing.document
        self._voices = briefing.narrators.keys()
        self._narrations: dict[VoiceKind, Narration] = {}
        self._timelines: dict[VoiceKind, Timeline] = {}
        self._early: dict[VoiceKind, Timeline] = {}
        self._failed: set[VoiceKind] = set()
        self._spoken_in = briefing.document.language
        self._outdated: set[VoiceKind] = set()
        """What was made by other settings, or for another length, than there are now."""

    def __contains__(self, kind: VoiceKind) -> bool:
        """Whether `kind` has made its narration."""
        return kind in self._narrations

    def narration(self, kind: VoiceKind) -> Narration | None:
        """Return what `kind` made, None if that is still to come."""
        return self._narrations.get(kind)

    def timeline(self, kind: VoiceKind) -> Timeline | None:
        """Return the best timings of what `kind` made, None if that is still to come."""
        return self._timelines.get(kind)

    def turn(self, kind: VoiceKind, offset: int, replaced: Narration | None = None) -> VoiceTurn | None:
        """Return the turn of `kind`, from the word at `offset` on; None if its narration is still to come."""
        narration, timeline = self.narration(kind), self.timeline(kind)
        if narration is None or timeline is None:
            return None
        return VoiceTurn(kind, narration, timeline, offset, replaced)

    def aside(self, kind: VoiceKind) -> Aside | None:
        """Return what says the text beside the frames of `kind`; None where these are what is heard."""
        narration = self.narration(kind)
        return None if narration is None else narration.aside

    def is_aside(self, kind: VoiceKind) -> bool:
        """Whether `kind` is heard beside its frames."""
        return self.aside(kind) is not None

    @property
    def recorded(self) -> Timeline | None:
        """The timeline of the recording, whoever reads; None while that was not loaded."""
        return self.timeline(VoiceKind.RECORDING)

    @property
    def mendable(self) -> MendableTimings | None:
        """The timings that came with the recording, where something can be done about them."""
        narration = self.narration(VoiceKind.RECORDING)
        found = narration.mendable if narration is not None else None
        return found if found is not None and found.mends else None

    @property
    def gaps(self) -> Sequence[Span]:
        """Text that the recording ought to say, and whose sound is missing; sorted and disjoint."""
        narration = self.narration(VoiceKind.RECORDING)
        return narration.gaps if narration else ()

    # Who can read

    def can_read(self, kind: VoiceKind) -> bool:
        """Whether `kind` is there, and has not failed."""
        return kind in self._voices and kind not in self._failed

    def has_failed(self, kind: VoiceKind) -> bool:
        """Whether `kind` was tried in vain."""
        return kind in self._failed

    def is_readable(self, kind: VoiceKind) -> bool:
        """Whether `kind` has made its narration, and that can be read."""
        return kind in self and not self.has_failed(kind)

    def fail(self, kind: VoiceKind) -> VoiceKind | None:
        """Note that `kind` cannot read; return who takes over, None if nobody can."""
        self._failed.add(kind)
        return next((each for each in LADDER[LADDER.index(kind) + 1 :] if self.can_read(each)), None)

    def recover(self, kind: VoiceKind) -> bool:
        """Let `kind` read again; return whether it could not."""
        could_not = kind in self._failed
        self._failed.discard(kind)
        return could_not

    def forgive(self) -> VoiceKind:
        """Let all be tried again; return with whom to begin."""
        self._failed.clear()
        return next(kind for kind in LADDER if kind in self._voices)

    # Language

    def read_as(self, document: Document) -> None:
        """Take the same text to be in another language: what was spoken is out of date."""
        self.document = document
        self._failed.discard(VoiceKind.SPEECH)

    def outdate(self, kind: VoiceKind) -> None:
        """Take what a voice made for out of date: it is to read otherwise."""
        self._failed.discard(kind)
        self._outdated.add(kind)

    def is_current(self, kind: VoiceKind) -> bool:
        """Whether what `kind` made is there, in the language that the document has now, at its pace."""
        is_same = kind is not VoiceKind.SPEECH or self._spoken_in == self.document.language
        return kind in self and kind not in self._outdated and is_same

    def is_late(self, brought: Made | Timed) -> bool:
        """Whether it was made for the language that the document had before."""
        return brought.kind is VoiceKind.SPEECH and brought.language != self.document.language

    def length_to_fill_s(self, kind: VoiceKind, shared_s: float) -> float | None:
        """Return the length to be filled by `kind`, where all share `shared_s`; None where none is known.

        Speech anew takes the time of its own language, unless there is a recording to keep to.
        """
        if kind is not VoiceKind.SPEECH or kind not in self:
            return shared_s or None
        recorded = self.recorded
        return recorded.duration_s if recorded else self.document.media.duration_s

    # What was made

    def add(self, made: Made) -> Narration | None:
        """Take a narration, with the timings that came before it; return the one that it replaces."""
        kind, language, narration = made
        old = self._narrations.get(kind)
        self._outdated.discard(kind)
        if kind is VoiceKind.SPEECH:
            self._spoken_in = language
        clock = VoiceKind.RECORDING if VoiceKind.RECORDING in self else VoiceKind.SPEECH
        if old is not None and kind is clock:
            self._outdated.add(VoiceKind.NONE)  # the clock that all share has another length now
        self._narrations[kind] = narration
        self._timelines[kind] = self._early.pop(kind, narration.timeline)
        return old

    def let_go(self) -> None:
        """Keep nothing of what was made: sound and times go at once, and wait for nobody to look for them."""
        for kept in (self._narrations, self._timelines, self._early):
            kept.clear()

    def drop_timings(self, kind: VoiceKind) -> None:
        """Forget timings that came before a narration which is not taken."""
        self._early.pop(kind, None)

    def sharpen(self, timed: Timed) -> Timeline | None:
        """Take better timings; return those they replace, None where the narration is still to come."""
        kind, language, timeline, _ = timed
        if kind not in self or (kind is VoiceKind.SPEECH and language != self._spoken_in):
            self._early[kind] = timeline
            return None
        old = self._timelines.get(kind)
        self._timelines[kind] = timeline
        return old
