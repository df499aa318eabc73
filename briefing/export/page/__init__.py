"""One self-contained web page that reads along: sound inside, words lit as they are heard."""
