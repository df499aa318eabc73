"""Going from one briefing to another: the items of a queue, and what is opened by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.mentions import mention
from briefing.commands.table import MANUAL
from briefing.errors import UsageError
from briefing.session.commands.shelving import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.session.session import Session


def step_item(session: Session, step: int) -> None:
    """Go to the item so many further on; `undo` comes back.

    Raises:
        BriefingError: if there is none, or it cannot be opened.
    """
    queue = session.queue
    if not queue.has_several:
        raise UsageError(
            "There is only one item.", f"Press {mention('open')} and type today for those not heard yet."
        )
    if queue.moved(step) is None:
        raise UsageError("This is the last item." if step > 0 else "This is the first item.")
    session.go_to_item(queue.at + step)
    session.remember_item(queue)


def _mark_heard(session: Session, argument: str) -> None:
    here = session.queue.here
    if argument and (here is None or argument != str(here.number)):
        mark(session, argument)
        return
    heard = session.heard
    if not heard.is_kept:
        raise UsageError("Only items of the library can be marked as heard.")
    before = heard.is_heard
    heard.mark(is_heard=not before)
    session.catalogue.tell_changed()

    def take_back() -> None:
        heard.mark(is_heard=before)
        session.catalogue.tell_changed()

    session.undo.remember(take_back)
    session.say("Marked as not heard." if before else "Marked as heard.")


def _open(session: Session, argument: str) -> None:
    if not argument:
        raise UsageError("Type what to open.", "Give a file, an address, the number of an item, or today.")
    before, queue = session.document, session.queue
    source = queue.here.source if queue.here else before.source
    is_lost = session.is_opening or source in ("", "-")
    session.go_to_source(argument)

    def come_back() -> None:
        if session.document.id != before.id:
            session.go_to_source(source, queue)

    if not is_lost:
        session.undo.remember(come_back, f"Back to {before.title.rstrip('.')}.")


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "item-next": lambda session, _: step_item(session, 1),
    "item-back": lambda session, _: step_item(session, -1),
    "item-heard": _mark_heard,
    "open": _open,
    "manual": lambda session, _: _open(session, MANUAL),
}
