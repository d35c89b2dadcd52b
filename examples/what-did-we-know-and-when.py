# %% [markdown]
# # What did we know, and when?
#
# Every report has two times: the days of which it speaks, and the day on which it was published. Whoever judges a
# decision, or mends an old article, needs the second: what could be known then?
#
# This notebook asks the packaged dataset as it could have been written on several days, lists what was learned between
# them, and shows what a correction does. Nothing in the text depends on the answers.

# %%
import oirmodel as oir
from oirmodel.views import timeline

dataset = oir.load("inherent-resolve")
KNOWN = ("2020-12-01", "2025-01-08", "2026-12-01")

# %% [markdown]
# ## One question, by what was known on three days
#
# `as_known` is a view without anything that was reported later. The question is the same each time; only what is known
# changes.

# %%
for known in KNOWN:
    view = dataset.as_known(on=known)
    question, headline, *_ = view.who_controlled("Al-Asad", on="2026-01-17").explain().splitlines()
    print(f"{question}\n  {headline}")

# %% [markdown]
# Of days that were still to come, nothing is more than possible, however sure the last report was. Plans are not
# evidence that anything happened; they are asked for by themselves:

# %%
for known in KNOWN:
    view = dataset.as_known(on=known)
    plans = view.when("operation_status", of="operation-inherent-resolve", modality="planned")
    question, headline, *_ = plans.explain().splitlines()
    print(f"{question}\n  {headline}")

# %% [markdown]
# ## The same years, seen from three days
#
# Who was in Iraq. The line marks the day from which is looked back; what lies after it was still to come.

# %%
timeline(*(dataset.as_known(on=known).history("presence", "Iraq", during="2014/2026") for known in KNOWN))

# %% [markdown]
# ## What was learned in between
#
# `changes_between` lists what came to be known, what was corrected or taken back, and the days of which the same
# question is now answered otherwise. A claim learned in 2026 may speak of 2014.

# %%
dataset.changes_between("2025-01-08", "2026-12-01", of="Al-Asad")

# %% [markdown]
# ## A correction
#
# **From here on this is a supposition.** Suppose that on 1 February 2025 a newspaper mends the figure that it gave for
# US forces in Syria. The erratum and its figure are made up for this notebook, and stay in it: `plus` and `correct`
# give new datasets, and leave the packaged one as it is.

# %%
figure = dataset.strength("US forces", at="Syria", on="2025-01-07")
print(figure.explain())

# %%
wrong = figure.supporting[0]
print(wrong.id)
erratum = oir.Source(
    id=oir.SourceId("src-supposed-erratum"),
    title="A supposed erratum",
    published=oir.ImpreciseDate.parse("2025-02-01"),
)
corrected = dataset.plus(erratum).correct(
    wrong,
    id="strength-supposed",
    reported="2025-02-01",
    citations=[oir.Citation(source=erratum.id)],
    quantity=oir.Quantity.about(2_200),
)

# %% [markdown]
# What had been said before, and after. The day asked about is the same; the first answer is that of a reader who could
# not know of the erratum, and it was right by what was known.

# %%
for known in ("2025-01-08", "2025-02-02"):
    view = corrected.as_known(on=known)
    question, headline, *_ = view.strength("US forces", at="Syria", on="2025-01-07").explain().splitlines()
    print(f"{question}\n  {headline}")

# %% [markdown]
# Nothing was overwritten. The old claim is still there, and the change is told with both claims and their sources:

# %%
print(wrong.id in corrected)
print(corrected.changes_between("2025-01-08", "2025-02-02", of="US forces", kind="strength").explain())

# %%
before, after = (corrected.as_known(on=known) for known in ("2025-01-08", "2025-02-02"))
timeline(*(view.history("strength", "US forces", at="Syria", during="2024-12/2025-03") for view in (before, after)))

# %% [markdown]
# Had the number of troops itself changed, there would be nothing to correct. That would be one more claim, of a period
# of its own, and what was so before would stay so.

# %% [markdown]
# ## How an answer ages
#
# Back to the packaged dataset. The last word stands until there is a later one, and the answer says how old it is. A
# reader who does not want to rest on old words sets `max_age`, in days; what is older carries no presumption.

# %%
for day in ("2025-01-07", "2025-03-01", "2025-09-01", "2026-06-01"):
    print(day)
    for limit in (None, 180):
        answer = dataset.strength("US forces", at="Iraq", on=day, max_age=limit)
        print("  with every last word" if limit is None else f"  with none older than {limit} days")
        for each in answer.candidates:
            if each.holds:
                print(f"    {each.status}: {each.value} (last word {each.last_confirmed})")

# %% [markdown]
# As a picture: above with every last word, below without those that are older.

# %%
history = dataset.history("strength", "US forces", at="Iraq")
aging = dataset.history("strength", "US forces", at="Iraq", max_age=180)
timeline(history, aging)
