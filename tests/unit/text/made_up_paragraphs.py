"""Documents of short paragraphs in several scripts, for what must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.builders import make_document

paragraphs = st.lists(
    st.text(st.sampled_from("aéßİ漢か.!?’“” 1-\u0301U"), min_size=1).filter(str.strip), min_size=1, max_size=5
).map(lambda texts: make_document(*(" ".join(text.split()) for text in texts)))
