"""The checker: whether what the database holds, and what clients were told, obeys every invariant.

``checking`` runs it all. Whatever can be judged without the engine and the recorder is judged
without them, so that a fault there does not hide itself.
"""
