"""Pages as they are copied from a browser, or written by a text browser, furniture and all.

    is it one (glance, evidence): lines (lines, dumps) -> the story (story) -> title (title) -> parts (reader)

Rules:
1. Evidence decides, never a list of publishers: repetition, lengths, sentences, dates, and words
   of furniture in many languages (furniture_words).
2. What is uncertain is kept: a sentence too much is better than one that is lost.
3. A text that is no page is never read as one (evidence).
"""
