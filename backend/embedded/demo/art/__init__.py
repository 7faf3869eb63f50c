"""Pictures of lots, drawn by code: the same subject, seed and traits give the same picture."""
