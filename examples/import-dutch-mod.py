# %% [markdown]
# # Attacks counted once, and weapons each
#
# In 2023 the Netherlands released a list of every weapon that their aircraft had used in Iraq and Syria from 2014 to
# 2018. It has one row for each use. Whoever counts rows counts six attacks where there was one; whoever counts days has
# a night attack on the wrong one, since its times are Zulu.
#
# This notebook imports a small list of the same shape, with invented rows. With the released one it is the same.

# %%
from collections import Counter
from pathlib import Path

import oirmodel as oir
from oirmodel.claims import Occurrence, Tally
from oirmodel.entities import Place
from oirmodel.importers import importer

above = (Path.cwd(), *Path.cwd().parents)
samples = next(each for each in above if (each / "tests").is_dir()) / "tests" / "importers" / "samples"
rows = (samples / "dutch_mod_20230330.csv").read_text(encoding="utf-8").splitlines()
for row in rows[1:]:
    print(row)

# %% [markdown]
# ## Import
#
# Semicolons, decimal commas, years of two digits, and months in whatever case are read. Every row is placed, or kept
# with the reason why it cannot be.

# %%
imported = importer("dutch_mod").read(samples / "dutch_mod_20230330.csv")
print(imported)

# %% [markdown]
# ## Check
#
# What was doubtful was not repaired. The first two rows are alike, which in this list means two weapons; the third
# spells the province otherwise, and nobody decides here which is right.

# %%
for finding in imported.findings:
    print(finding.code, finding.message)
print(Counter(finding.code for finding in oir.check(imported.dataset)) or "the checks have nothing to report")

# %% [markdown]
# ## Ask
#
# The first attack began at 22:30 Zulu on 2 March. In Baghdad that was the 3rd.

# %%
data = imported.dataset
attack = "strike-nl-2015-03-02-2230z-38skf500500"
print(data.happened(attack, during="2015-03-03").explain())
print(data.totals("weapon-employments", of=attack, during="2015-03-03").value)

# %% [markdown]
# The list was released in 2023. Who asked in 2019 could not know:

# %%
print(data.as_known(on="2019-12-31").happened(attack, during="2015-03-03").status)

# %% [markdown]
# The list gives coordinates to eight decimals of a degree, beside a grid reference of a hundred metres. The place is no
# more exact than the reference:

# %%
square = data.entity("place-mgrs-38skf500500")
if isinstance(square, Place):
    print(square.point)

# %% [markdown]
# ## See
#
# Attacks are events. Uses of weapons are in the tallies, which add up because each is of an attack of its own.

# %%
uses = {str(tally.of): tally.quantity.number or 0 for tally in data.claims(Tally)}
days = {str(told.of): told.period.start for told in data.claims(Occurrence)}
for event, number in uses.items():
    print(f"{days[event]}  {event:42}{number:>3} {'#' * number}")
print(f"{len(uses)} attacks, {sum(uses.values())} uses of weapons, {len(rows) - 1} rows")
