"""Where everything is kept: tables, stores and migrations. See README.md for its law."""
