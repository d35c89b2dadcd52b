# %% [markdown]
# # A strike told of in several rows
#
# The strike releases of the coalition's task force say how many strikes there were near a place, and what they hit. A
# table that has a row for each sort of target repeats the strikes of a line on each of its rows. Who adds up the column
# counts them several times.
#
# This notebook imports a small table of the same shape, with invented rows. With a published one it is the same.

# %%
import csv
from collections import defaultdict
from pathlib import Path

import oirmodel as oir
from oirmodel.claims import Tally
from oirmodel.importers import importer
from oirmodel.vocab import Counted

above = (Path.cwd(), *Path.cwd().parents)
sample = next(each for each in above if (each / "tests").is_dir()) / "tests" / "importers" / "samples" / "cjtf_oir.csv"
print(*sample.read_text(encoding="utf-8").splitlines()[:10], sep="\n")

# %% [markdown]
# ## Import
#
# Every row is placed, or kept with the reason why it cannot be.

# %%
imported = importer("cjtf_oir").read(sample)
print(imported)

# %% [markdown]
# ## Check
#
# What is kept apart, and why:

# %%
for row in imported.quarantined:
    print(f"row {row.number}: {row.findings[0].message.partition(': ')[2]}")

# %% [markdown]
# The checks of the library see what came of it. One row dates strikes to the day after their release; nothing was
# repaired.

# %%
data = imported.dataset
for finding in oir.check(data):
    print(finding.code, finding.message)

# %% [markdown]
# ## Ask
#
# The strikes of a line are one claim. It cites each row that has them, and the page of the release.

# %%
answer = data.totals("strikes", at="place-iq-bayji", during="2015-02-03")
print(answer.explain().partition("\n  nearest")[0])

# %% [markdown]
# So the strikes of the sample, added up row by row and counted once:

# %%
kept = {row.number for row in imported.quarantined}
rows = list(csv.DictReader(sample.open(encoding="utf-8", newline="")))
column = [float(row["strike_count"] or 0) for number, row in enumerate(rows, 1) if number not in kept]
lines = data.claims(Tally, counted=Counted.STRIKES)
print("row by row:  ", int(sum(column)))
print("counted once:", sum(line.quantity.number or 0 for line in lines), "in", len(lines), "lines")

# %% [markdown]
# A line without a place is among them. It may be the sum of others, or one of them: nothing says so.

# %%
for line in lines:
    if not line.at:
        print(line.quantity, "strikes,", line.period.start)

# %% [markdown]
# ## See
#
# The targets, by sort and by what came of it. "At least" is where the release names a sort without a number. What is
# in no crosswalk is kept in the words of the table, and told among the findings.

# %%
table = defaultdict(list)
for claim in data.claims(Tally, counted=Counted.TARGETS):
    effect = claim.effect.value if claim.effect else "not said"
    table[claim.target or "several sorts"].append(f"{claim.quantity} {effect}")
for sort, told in sorted(table.items()):
    print(f"{sort:18} {', '.join(sorted(told))}")
