"""Sound, and later large print, Braille and plain text, of what a guest reads."""
