"""The dialogue: the Rasa project's loader, the embedded engine, understanding, the renderer."""
