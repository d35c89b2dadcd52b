# %% [markdown]
# # Import the incidents of Airwars
#
# Airwars records incidents in which civilians are alleged to have been harmed, and grades how well founded each is. An
# export of them is a table with a row for each. This notebook imports a small one, whose rows are invented and hold
# everything that makes real ones hard to read, and then asks it.

# %%
from pathlib import Path

import oirmodel as oir
from oirmodel.dataset import minimum_grade
from oirmodel.importers import importer_for

folder = next(each for each in (Path.cwd(), *Path.cwd().parents) if (each / "tests").is_dir())
table = folder / "tests" / "importers" / "samples" / "airwars.csv"

# %% [markdown]
# ## Import
#
# The header tells which importer a file is for. Every row is either placed, in claims that cite it, or kept aside with
# the reason; nothing is repaired.

# %%
airwars = importer_for(table)
imported = airwars.read(table)
print(airwars.title)
print(imported.explain())

# %%
for row in imported.quarantined:
    print(row.number, row.findings[0].message)

# %% [markdown]
# ## Check
#
# What the data say and cannot be right loads all the same, and the checks say so again.

# %%
incidents = imported.dataset
for finding in oir.check(incidents):
    print(finding)

# %% [markdown]
# ## Ask
#
# How many were killed in an incident is a range, and the grade is its basis. Those whom Airwars only suspects are
# possible at most; whoever has said so itself is definite.

# %%
print(incidents.totals("killed", of="airwars-cs9001", victims="civilians", during="2017-06-03").explain())

# %%
for event in ("airwars-cs9001", "airwars-cs9002", "airwars-cs9003-rs9103"):
    question, headline, *_ = incidents.who_was_responsible(event).explain().splitlines()
    print(f"{question}  {headline}")

# %% [markdown]
# ## See
#
# Who trusts only what Airwars grades Fair or better sees fewer figures. A blank is nobody's figure; a zero is one.

# %%
for name, view in (("all", incidents), ("fair or better", incidents.trusting(minimum_grade("airwars", "fair")))):
    print(name)
    for claim in view.claims(oir.Casualties, victims=oir.Victims.CIVILIANS):
        print(f"  {claim.period.format():46} {claim.harm.value:8} {claim.quantity!s:28} {claim.basis.value}")
