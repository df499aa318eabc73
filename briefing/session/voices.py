"""The voices of one document: who reads, who is on its way, who could not, and who comes back.

Rules:
1. They fall back in one order: recording, speech, nobody (`readings.LADDER`). Each fall says why.
2. The last choice counts: a voice that comes after another was chosen is kept for later, and does not read.
3. A recording that the network lost reads again when it can, unless another voice was chosen meanwhile.
4. There is no sound here. Whose turn it is to read is returned, and `began` told when it does; what else
   happens is returned by `take_news`; nobody is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from briefing.errors import LostError
from briefing.model import VoiceKind
from briefing.session.comeback import Comeback, Dry
from briefing.session.loading import ArrivalTold, Loader, Made, NotMade
from briefing.session.news import TimingsSharpened, VoiceBack, VoiceFailed, VoiceLoaded, VoiceWaits
from briefing.session.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.errors import BriefingError
    from briefing.model import Document
    from briefing.session.arrival import Arrival
    from briefing.session.host import Host
    from briefing.session.loading import Delivery, Timed
    from briefing.session.news import VoiceNews
    from briefing.session.readings import VoiceTurn
    from briefing.timeline import Timeline


_TOO_SLOW: Final = "It does not come fast enough."


class Voices:
    """The voices, made ready in the background. Lives in the face's thread.

    Args:
        briefing: What to read, and who can.
        host: The clock, the sound device, the background.
        deliver: Is given what was made, from any thread, and hands it to `take` or `sharpen` in the face's.
    """

    def __init__(self, briefing: Arrival, host: Host, deliver: Callable[[Delivery], None]) -> None:
        self.current = VoiceKind.NONE
        """Who reads."""
        self.readings = Readings(briefing)
        """What was made so far, for who wants to know more of it than who reads."""
        self._comeback = Comeback(host.clock)
        self._loader = Loader(briefing, host, deliver)
        self._awaited: VoiceKind | None = None
        self._awaited_at: Callable[[], int] = lambda: 0
        self._is_opened = False
        self._news: list[VoiceNews] = []

    @property
    def engine(self) -> Engine | None:
        """The engine on the open device, None until a voice was loaded."""
        return self._loader.device.engine

    @property
    def choice(self) -> VoiceKind:
        """The voice that is on its way, else the one that reads."""
        return self._awaited or self.current

    @property
    def is_awaited(self) -> bool:
        """Whether a voice is on its way that will read as soon as it is there."""
        return self._awaited is not None or not self._is_opened

    @property
    def has_reader(self) -> bool:
        """Whether a voice reads, or will."""
        return self.is_awaited or self.readings.is_readable(self.current)

    @property
    def timeline(self) -> Timeline | None:
        """The timeline of the voice that reads, None while there is none."""
        return self.readings.timeline(self.current)

    @property
    def description(self) -> str:
        """Who reads, in words."""
        narration = self.readings.narration(self.current)
        return narration.description if narration else ""

    @property
    def duration_s(self) -> float:
        """The length of the clock that all voices share, as declared before one is there; 0 while unknown."""
        timeline = self.timeline
        return timeline.duration_s if timeline else self.readings.document.media.duration_s or 0.0

    def can_read(self, kind: VoiceKind) -> bool:
        """Whether `kind` is there to be switched to."""
        return self.readings.can_read(kind)

    def is_loading(self, kind: VoiceKind) -> bool:
        """Whether `kind` is being made ready."""
        return self._loader.is_loading(kind)

    # Chosen by the listener. `offset()` names the word to begin with when the voice is there.

    def open(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Make the device and the first voice ready in the background."""
        self._is_opened = True
        self._load(kind, offset)

    def choose(self, kind: VoiceKind, offset: Callable[[], int]) -> VoiceTurn | None:
        """Have another voice read: now, where it is there, else when it was made."""
        self._comeback.end()
        return self._go_to(kind, offset)

    def make_ready(self, kind: VoiceKind) -> None:
        """Have a voice made in the background that will be wanted; another goes on reading."""
        if self.can_read(kind) and kind not in self.readings and not self._loader.is_loading(kind):
            self._make(kind)

    def read_as(self, document: Document, offset: Callable[[], int]) -> None:
        """Have the same text read in its new language; speech begins anew."""
        self.readings.read_as(document)
        if self.choice is VoiceKind.SPEECH:
            self._load(VoiceKind.SPEECH, offset)

    def read_anew(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        """Have what a voice made be out of date; it begins anew where it reads."""
        self.readings.outdate(kind)
        if self.choice is kind:
            self._load(kind, offset)

    def renew_timings(self) -> bool:
        """Measure the timings of the recording, in the background; False if none came with it."""
        narration = self.readings.narration(VoiceKind.RECORDING)
        return narration is not None and self._loader.renew(narration)

    def try_again(self) -> None:
        """Ask all voices once more, where none could be had."""
        self._load(self.readings.forgive(), self._awaited_at)

    def _go_to(self, kind: VoiceKind, offset: Callable[[], int]) -> VoiceTurn | None:
        if self.readings.is_current(kind):
            self._awaited = None
            return self.readings.turn(kind, offset())
        self._load(kind, offset)
        return None

    def _load(self, kind: VoiceKind, offset: Callable[[], int]) -> None:
        self._awaited, self._awaited_at = kind, offset
        self._comeback.ask()
        if not self._loader.is_loading(kind):
            self._make(kind)

    def _make(self, kind: VoiceKind) -> None:
        length_s = self.readings.length_to_fill_s(kind, self.duration_s)
        self._loader.load(kind, self.readings.document, length_s)

    # What comes of it

    def began(self, turn: VoiceTurn) -> None:
        """Take note that a voice reads since now."""
        self.current = turn.kind
        if turn.replaced is not None:
            self._loader.drop(turn.replaced)
        self._news.append(VoiceLoaded(turn.kind, self._loader.device.take_notice()))

    def take(self, brought: Made | NotMade | ArrivalTold, spoken: Callable[[], int]) -> VoiceTurn | None:
        """Take what was made, or could not be; return whose turn it is, None where it stays as it is.

        Args:
            brought: What the loader delivers.
            spoken: Names the word that is heard.
        """
        if self._loader.is_closed:
            return None
        match brought:
            case Made():
                return self._add(brought, spoken)
            case NotMade(kind, error):
                self._loader.delivered(kind)
                if not self._is_wanted_back(kind):
                    return self._fall(kind, error, self._awaited_at)
                if isinstance(error, LostError):
                    self._comeback.begin(is_begun=False)
                return None
            case ArrivalTold(kind, news):
                from briefing.ports.network import ArrivingNews  # loaded with what arrives

                return None if news is ArrivingNews.LOST else self._come_back(kind, spoken)
            case _:
                assert_never(brought)

    def sharpen(self, timed: Timed) -> Timeline | None:
        """Take better timings; return those they replace, where these are of the voice that reads."""
        if self._loader.is_closed or self.readings.is_late(timed):
            return None
        old = self.readings.sharpen(timed)
        self._news.append(TimingsSharpened(timed.progress))
        return old if timed.kind is self.current else None

    def fall(self, error: BriefingError, offset: int) -> VoiceTurn | None:
        """Take note that the voice that reads cannot go on; return the one that does, where it is there."""
        return self._fall(self.current, error, lambda: offset)

    def look_for_sound(self, starved_s: float) -> LostError | None:
        """Wait for a recording whose sound has not come, and say so; after a while, return why it falls.

        Args:
            starved_s: For how long nothing was there to be played, seconds.
        """
        narration = self.readings.narration(self.current)
        if narration is None or narration.watch is None or self._awaited is not None:
            return None  # nobody waits for what another voice is about to replace
        found = self._comeback.look(starved_s)
        if found is Dry.WAITS or found is Dry.IS_SLOW:
            self._news.append(VoiceWaits(self.current, found is Dry.IS_SLOW))
        return LostError(_TOO_SLOW) if found is Dry.GIVEN_UP else None

    def look_for_start(self) -> VoiceTurn | None:
        """Wait for the beginning of a recording at an address, and say so; in the end, return who reads."""
        kind = VoiceKind.RECORDING
        is_remote = "://" in (self.readings.document.media.src or "")
        if self._awaited is not kind or kind in self.readings or not is_remote:
            return None
        found = self._comeback.look_at_start()
        if found is Dry.WAITS:
            self._news.append(VoiceWaits(kind))
        return self._fall(kind, LostError(_TOO_SLOW), self._awaited_at) if found is Dry.GIVEN_UP else None

    def jumped(self) -> None:
        """Take note that it is read elsewhere now."""
        self._comeback.forget_silences()

    def ask_again(self) -> None:
        """Ask for a recording whose beginning did not come, where it is time to."""
        if self._comeback.take_due() and not self._loader.is_loading(VoiceKind.RECORDING):
            self._make(VoiceKind.RECORDING)

    def take_news(self) -> list[VoiceNews]:
        """Return what became of the voices since it was last asked, in order."""
        news, self._news = self._news, []
        return news

    def close(self) -> None:
        """Let go of the device, then of the voices and their processes. Harmless twice."""
        self._loader.close()

    def let_go(self) -> None:
        """Let go of the voices and their processes, which may block. The device stays open."""
        self._loader.let_go()
        self.readings.let_go()

    def leave(self) -> None:
        """Take nothing more that is made."""
        self._loader.is_closed = True

    def _add(self, made: Made, spoken: Callable[[], int]) -> VoiceTurn | None:
        kind = made.kind
        self._loader.delivered(kind)
        is_unwanted = kind in self.readings and self.current is kind is not self._awaited
        if self.readings.is_late(made) or is_unwanted:
            self.readings.drop_timings(kind)
            self._loader.drop(made.narration)
            if self._awaited is kind:
                self._load(kind, self._awaited_at)
            return None  # the language, or the choice, was changed meanwhile; what reads goes on
        replaced = self.readings.add(made)
        if self._awaited is kind:
            self._awaited = None
            return self.readings.turn(kind, self._awaited_at(), replaced)
        if replaced is not None:
            self._loader.drop(replaced)
        return self._come_back(kind, spoken) if self._is_wanted_back(kind) else None

    def _is_wanted_back(self, kind: VoiceKind) -> bool:
        return self._comeback.is_awaited and kind is VoiceKind.RECORDING

    def _come_back(self, kind: VoiceKind, spoken: Callable[[], int]) -> VoiceTurn | None:
        """Have a voice read again that could not, at the same word, unless another was chosen meanwhile."""
        if not self.readings.recover(kind) or not self._comeback.end():
            return None
        self._news.append(VoiceBack(kind))
        return self._go_to(kind, spoken)

    def _fall(self, kind: VoiceKind, error: BriefingError, offset: Callable[[], int]) -> VoiceTurn | None:
        fallback = self.readings.fail(kind)
        if self._awaited is kind:
            self._awaited = None
        if self.readings.is_readable(self.current) or self._awaited:
            self._news.append(VoiceFailed(kind, error, None))  # the voice that reads, or comes, goes on
            return None
        self._news.append(VoiceFailed(kind, error, fallback))
        if fallback is None:
            return None
        if isinstance(error, LostError):
            self._comeback.begin(is_begun=kind in self.readings)
        return self._go_to(fallback, offset)
