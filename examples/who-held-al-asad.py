# %% [markdown]
# # Who held Al-Asad?
#
# Al-Asad is an airbase in the west of Iraq. Iraqi, American and other forces have been there, at different times and
# on different terms, and what was written of it does not always agree. A reporter who writes "the Americans held the
# base until ..." needs to know what is known, how well, and from whom.
#
# This notebook asks the packaged dataset. What it prints is worked out when it is run; nothing in the text depends on
# the answers, so that it stays right as the dataset grows.

# %%
import oirmodel as oir
from oirmodel.views import timeline

dataset = oir.load("inherent-resolve")
print(dataset)

# %% [markdown]
# ## Which base is meant
#
# A base has many names, and a name may be that of several things. Any name finds it, in any script; one that fits two
# things is an error that lists both. The identity of the base says nothing that anybody could dispute. All that can be
# disputed is a claim.

# %%
base = dataset.entity("عين الأسد")
print(base.id)
for name in base.names:
    print(" ", name.text, f"({name.language}, {name.category.value})")

# %% [markdown]
# ## One day
#
# An answer is never a bare value. It has a status, and under it every claim that speaks for it or against it, with who
# said so and where it stands. *Definite* is what standing evidence says of that very day; *presumed*, that the last
# word before it still holds; *possible*, that the evidence leaves it open; *contested*, that it disagrees.
#
# "Assumed" lists what an encoder had to fill in, such as a year that an article does not give. It belongs to the
# answer: who doubts it doubts the answer.

# %%
answer = dataset.who_controlled("Al-Asad", on="2026-01-17")
print(answer.explain())

# %% [markdown]
# ## Other days
#
# The same question on other days. A blank is not a no: where nothing speaks to a day, the answer says just that.

# %%
for day in ("2004-07-01", "2013-07-01", "2017-07-01", "2020-01-08", "2025-01-07", "2026-01-17", "2026-06-01"):
    question, headline, *_ = dataset.who_controlled("Al-Asad", on=day).explain().splitlines()
    print(f"{question}  {headline}")

# %% [markdown]
# ## The whole history
#
# `history` grades every day. Days in a row with one answer are one line.

# %%
control = dataset.history("control", "Al-Asad")
print(control.explain())

# %% [markdown]
# The same as a picture. A lane is a value. Where the start or the end of a stay is vague, its bar is *possible* on the
# days in between; a line is a no, and a blank says that there is no evidence.

# %%
timeline(control)

# %% [markdown]
# ## To be there is not to control
#
# A force can be at a base that another controls, and one can own a base that others use. These are different claims,
# and no question about the one is answered from the other. Below each other, over the same days:

# %%
presence = dataset.history("presence", "Al-Asad")
ownership = dataset.history("ownership", "Al-Asad")
timeline(control, presence, ownership)

# %% [markdown]
# ## When did US forces leave?
#
# "Left by 17 January" is not "left on 17 January". `when` gives the bounds that the sources leave, and no day is made
# up where they give none.

# %%
print(dataset.when("presence", of="us-forces", at="al-asad").explain())

# %% [markdown]
# ## What it rests on
#
# Whoever prints an answer should know how many sources carry it, and what would be left without one of them.

# %%
told = {claim.id: claim for segment in control.segments for each in segment.candidates for claim in each.claims}
cited = sorted({citation.source for claim in told.values() for citation in claim.citations})
for source in cited:
    question, headline, *_ = dataset.without(source).who_controlled("Al-Asad", on="2026-01-17").explain().splitlines()
    print(f"{dataset.label(source)}\n  without it: {headline}")

# %% [markdown]
# And which dates, if somebody found them out, would settle a day that is open:

# %%
open_day = dataset.who_controlled("Al-Asad", on="2026-01-16")
print(open_day.status)
for bound in open_day.settled_by() or ("no date alone would",):
    print(" ", bound)

# %% [markdown]
# ## What may be written
#
# The status says which verb is fair. *Definite*: "X controlled the base on that day, according to ...". *Presumed*: "X
# was last reported in control in ...". *Possible*: "it is not clear whether ...". *Contested*: "... says that it was
# X, ... that it was Y". And where there is no evidence in this dataset, that is what can be said, not that nobody held
# the base.
