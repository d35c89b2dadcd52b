"""A recipe refuses the id of another thing, a number for a date, and a text for a member."""

from oirmodel import recipes
from oirmodel.ids import PersonId, PostId

recipes.appointment(
    person=PostId("cjtf-oir-commander"),  # refused
    post=PostId("cjtf-oir-commander"),
    predecessor=PersonId("stephen-j-townsend"),
    when=2017,  # refused
    reported="2017-09-05",
    modality="asserted",  # refused
    citations=(),
)
