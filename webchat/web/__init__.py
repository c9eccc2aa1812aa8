"""What every page shares: who is here, which charity, the session, the headers, and what went wrong."""

from webchat.web.here import charity, house, page, public, signed_in, static_url

__all__ = ["charity", "house", "page", "public", "signed_in", "static_url"]
