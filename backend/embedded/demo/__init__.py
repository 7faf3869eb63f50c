"""The demo market: its pictures (art), its words (catalogue) and what sets them going."""
