"""The domain core: cases, promises and the days they are counted in. See README.md for its law."""
