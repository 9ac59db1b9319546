"""Quotes as people and spreadsheets read them."""
