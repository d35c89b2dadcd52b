"""A recipe refuses the id of another thing, a number for a date, a text for a member, and a field that it has not."""

from oirmodel import recipes
from oirmodel.ids import PersonId, PostId
from oirmodel.vocab import Modality

recipes.appointment(
    person=PostId("cjtf-oir-commander"),  # refused
    post=PostId("cjtf-oir-commander"),
    predecessor=PersonId("stephen-j-townsend"),
    when=2017,  # refused
    reported="2017-09-05",
    modality="asserted",  # refused
    citations=(),
)
recipes.appointment(
    person=PersonId("paul-e-funk-ii"),
    post=PostId("cjtf-oir-commander"),
    when="2017-09-05",
    reported="2017-09-05",
    modality=Modality.ASSERTED,
    citations=(),
    ranks="Lt. Gen.",  # refused
)
