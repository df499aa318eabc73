"""PDF where it has text: read by a process of its own that may die, as web pages are.

    document (pdfium) -> words with their places -> lines -> columns -> running -> blocks -> reader

Nothing in a PDF says what is a paragraph, and mostly nothing what is a heading: all is told by where words
stand and how large they are. Only `document` knows the library, which is an extra (`briefing[pdf]`).
"""
