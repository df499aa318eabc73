"""One self-contained web page that reads along: sound inside, words lit as they are heard.

`page` puts it together of the text, its sound, and a style and a script of our own. It asks nothing of
anybody: no address is named in it but those that the text itself leads to.
"""
