"""Thin commands; no logic of their own."""
