# %% [markdown]
# # A table of your own
#
# Somebody has kept a table of who was at which base. No importer knows it, and none needs to be written: a *mapping*, a
# small file, says what its columns are. This notebook imports such a table, with invented rows, checks what came of it,
# and asks who was where.

# %%
from pathlib import Path

import oirmodel as oir
from oirmodel.importers import csv
from oirmodel.views import timeline

above = (Path.cwd(), *Path.cwd().parents)
samples = next(each for each in above if (each / "tests").is_dir()) / "tests" / "importers" / "samples"
table, mapping = samples / "csv_bases.csv", samples / "csv_bases.toml"
print(table.read_text(encoding="utf-8"))

# %% [markdown]
# ## The mapping
#
# A column stands in braces; all else is the same in every row. `@base` is the installation that each row names. Where
# the words of the table are not ours, the mapping says which of ours they are, and how well they fit.

# %%
print(mapping.read_text(encoding="utf-8"))

# %% [markdown]
# ## Import
#
# Every row is placed, or kept with the reason why it cannot be.

# %%
imported = csv.read(table, mapping=mapping)
print(imported)

# %%
for finding in imported.findings:
    print(finding.code, finding.message)

# %% [markdown]
# The day that does not exist was not mended, and the row without a force makes no claim. The row that stands twice is
# told once, and cited from both. How many there were keeps its words:

# %%
data = imported.dataset
for claim in data.claims(oir.Strength):
    print(claim.citations[0].locator, data.label(claim.of), "at", data.label(claim.at[0]), "-", claim.quantity)

# %% [markdown]
# ## Check
#
# The checks of the library see what came of it.

# %%
print(*oir.check(data) or ["nothing to report"], sep="\n")

# %% [markdown]
# ## Ask
#
# On a day that the table covers the answer is sure. Where it gives a year only, it is possible; where it says nothing,
# nobody is made up.

# %%
for day in ("2017-05-01", "2018-07-01", "2019-06-01", "2021-01-01"):
    question, *answers = data.who_was_at("Camp Cedar", on=day).explain().splitlines()
    print(question, *(each for each in answers if each.startswith("  candidate")), sep="\n", end="\n\n")

# %% [markdown]
# ## See

# %%
timeline(*(data.history("presence", base, during="2015/2021") for base in ("Camp Cedar", "Willow Airfield")))
