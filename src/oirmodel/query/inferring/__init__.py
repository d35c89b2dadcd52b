"""Claims that the library infers, when it is asked to, with their lineage."""

from oirmodel.query.inferring.inferences import inferences, with_inferences

__all__ = ["inferences", "with_inferences"]
