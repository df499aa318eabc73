"""What the XHTML that we write says of its blocks beyond what their elements do: by classes.

Everybody else passes over them; our readers know them again in a file whose head says that it is ours.
"""

from __future__ import annotations

from typing import Final

from briefing.model import BlockKind

GENERATOR: Final = "briefing"
META: Final = f'<meta name="generator" content="{GENERATOR}"/>'
"""What says in a head that a file is ours."""
CLASS_OF: Final = {kind: kind.value.replace(" ", "-") for kind in BlockKind}
KIND_OF: Final = {name: kind for kind, name in CLASS_OF.items()}
LEVEL: Final = "level"
"""Before the level of a heading, where its element has another."""
SPEAKER: Final = "speaker"
"""Of an element with the name of who begins to speak, and a colon, which is no part of the text."""
GOES_ON: Final = "goes-on"
"""Of a block that is said by whom the one before is said by."""
NAMES: Final = "names-who"
"""Of a block whose text begins with the name of who says it, and a colon."""
PICTURE: Final = "picture"
"""Of what holds a picture and its caption, or one of them."""
ALT: Final = "alt"
"""Of a paragraph that stands for a picture which the file does not hold."""
ALT_LEAD: Final = "Picture: "
UNDESCRIBED: Final = "undescribed"
"""Of a picture for which there are no words."""
UNSEEN: Final = "unseen"
"""Of what is there for screen readers, and no part of the text."""
WORD: Final = "w"
"""Of a word that is lit by itself."""
