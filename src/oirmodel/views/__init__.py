"""
Pictures of answers: how a state went over time, drawn as SVG.

They need the extra ``plot``. The same timelines give the same picture, byte for byte, on every machine.
"""

from oirmodel.views.lanes import Bar, Block, Lane
from oirmodel.views.picture import Picture, timeline

__all__ = ["Bar", "Block", "Lane", "Picture", "timeline"]
