"""Speeds, as ratios measured in one run: `make bench`. Never a test; never a figure without its neighbour."""
