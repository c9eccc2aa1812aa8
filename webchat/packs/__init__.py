"""Packs: each charity's published policy as data, its loader and its checks. See README.md for its law."""

from webchat.packs.charity import Charity, Packs
from webchat.packs.faults import PackFaults
from webchat.packs.load import load_packs

__all__ = ["Charity", "PackFaults", "Packs", "load_packs"]
