"""The ways to assign places: each reads a market and a draw, and returns who gets what and what it claims about it."""
