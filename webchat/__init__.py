"""Welcome Desk: the front door of a small charity, and the clock behind it."""
