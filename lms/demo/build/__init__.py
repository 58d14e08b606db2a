"""Builds three cities through the product's own services: the same result every time, relative to today."""
