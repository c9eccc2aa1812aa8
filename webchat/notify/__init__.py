"""How words leave the house: emails, texts and the outbox that carries them. See README.md for its law."""
