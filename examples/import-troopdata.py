# %% [markdown]
# # Troops and bases, and the zeros that nobody counted
#
# How many US troops were in which country is published by quarter, gathered back to 1950 in the R package troopdata.
# Its tables are easy to read and easy to misread: a zero may be a country that no report lists, a year may be three
# quarters added up, and some figures were worked out and never counted.
#
# This notebook imports small tables of the same shape, with invented numbers. With the published files it is the same.

# %%
from pathlib import Path

import oirmodel as oir
from oirmodel.importers import importer_for
from oirmodel.views import timeline

above = (Path.cwd(), *Path.cwd().parents)
samples = next(each for each in above if (each / "tests").is_dir()) / "tests" / "importers" / "samples"
quarters, years, bases = (samples / f"troopdata_{each}.csv" for each in ("quarters", "years", "bases"))

# %% [markdown]
# ## Import
#
# The three tables are read together, since a year is compared with its quarters. Every row is placed, or kept aside
# with the reason.

# %%
troopdata = importer_for(quarters)
imported = troopdata.read(quarters, years, bases)
print(troopdata.title)
print(imported.explain())

# %%
for row in imported.quarantined:
    print(f"{row.file:24}{row.number:3}  {row.findings[0].code}  {row.findings[0].message.partition(': ')[2]}")

# %% [markdown]
# ## Check
#
# What is placed and doubtful all the same is a finding too: imputed figures, figures without a source, figures that
# leave out those who are deployed.

# %%
aside = {id(finding) for row in imported.quarantined for finding in row.findings}
for finding in imported.findings:
    if finding.severity == "warning" and id(finding) not in aside:
        print(finding.code, finding.message)
print(len(oir.check(imported.dataset)), "findings of the checks")

# %% [markdown]
# ## Ask
#
# A figure has a basis, and figures on different bases do not conflict. Where a report leaves out those who are
# deployed, its zero was kept aside, so there is nobody who says that there were none.

# %%
data = imported.dataset
for during in ("2006-09", "2016-06", "2021-09", "2022-06"):
    question, headline, *_ = data.strength("us-forces", at="iraq", during=during, basis="dmdc").explain().splitlines()
    print(f"{question}  {headline}")

# %% [markdown]
# An imputed figure is a judgement, so an answer that rests on it is possible at most.

# %%
print(data.strength("us-forces", at="Sampleland", during="1951-06").explain().partition("\n  nearest")[0])

# %% [markdown]
# ## See
#
# All figures for Iraq over time. Each is a sighting in its month; what is drawn between two is presumed, not counted.

# %%
timeline(data.history("strength", "us-forces", at="iraq"))

# %% [markdown]
# The bases: what sort they are, and where. The table dates none of them, so that US forces were there some time by
# 2018, and nobody says on which day.

# %%
for base in data.entities.values():
    if isinstance(base, oir.Installation):
        where = "no coordinates" if base.point is None else f"{base.point.latitude}, {base.point.longitude}"
        who = data.who_was_at(base.id, during="2018").status.value
        print(f"{data.label(base.id):34}{base.category.value:10}{where:16}{who}")
