# %% [markdown]
# # Strike releases, and the revisions of a table
#
# From 2014 on US Central Command published almost every day how many strikes there had been, near which places. Others
# scraped these releases into a table and later mended it by hand. Whoever adds up the table has to know what its dates
# are, which lines it merged, and what was changed when.
#
# This notebook imports a small table of the same shape, with invented rows, and a revision of it. With the published
# files it is the same, with `read("all.csv", "all-edited.csv", "all-edited-refined.csv")`.

# %%
from collections import Counter
from pathlib import Path

import oirmodel as oir
from oirmodel.claims import Tally
from oirmodel.importers import importer

above = (Path.cwd(), *Path.cwd().parents)
samples = next(each for each in above if (each / "tests").is_dir()) / "tests" / "importers" / "samples"
first, second = samples / "centcom_first.csv", samples / "centcom_second.csv"
print(first.read_text(encoding="utf-8"))

# %% [markdown]
# ## Import
#
# Every row is placed, or kept with the reason why it cannot be.

# %%
print(importer("centcom").title)
imported = importer("centcom").read(first, second)
print(imported)

# %% [markdown]
# ## Check
#
# What was doubtful was not repaired: each doubt is a finding, with its row. The table has the strikes near Aleppo under
# Iraq, and gives the day of the release; the line before them says that they were in Syria, two days earlier, and had
# not been reported. The revision agrees.

# %%
for finding in imported.findings:
    if finding.severity == "warning":
        print(finding.code, finding.message)

# %% [markdown]
# The checks of the library see what came of it:

# %%
print(Counter(finding.code for finding in oir.check(imported.dataset)) or "nothing to report")

# %% [markdown]
# ## Ask
#
# A row is one total. Its window ends with the release, and nobody knows when it began: the release does not say. So the
# number is possible for the window, never for a day in it.

# %%
data = imported.dataset
print(data.totals("strikes", at="mosul", during="2014-08-08/2015-11-23").explain().partition("\n  nearest")[0])

# %% [markdown]
# The revision calls Ar Raqqah by the name under which it is known here. That is a correction, and a correction is known
# from some day on: not before the last release in the file that makes it. Seen from the day before that, neither is
# known; seen from later, both are in doubt, since the file does not say when it was made. Without such a day, the
# correction is what counts.

# %%
[before] = data.claims(Tally, id="centcom-centcom-first-csv-1")
[after] = data.claims(Tally, id="centcom-centcom-second-csv-1")
for on in ("2015-11-22", "2016-06-01"):
    view = data.as_known(on=on)
    print(on, *(f"{each.at[0]}: {view.standing(each).truth.value}" for each in (before, after)))
print("now", *(f"{each.at[0]}: {data.standing(each).truth.value}" for each in (before, after)))

# %% [markdown]
# ## See
#
# What stands, by place. "At least" is of a summary in running text, whose first sentence alone has a number in the
# table; and two places of one strike stay together.

# %%
standing = [each for each in data.claims(Tally) if data.standing(each).truth.value == "yes"]
for claim in sorted(standing, key=lambda each: (-(each.quantity.number or 0), each.at)):
    where = " and ".join(data.label(each) for each in claim.at)
    number = claim.quantity.number or 0
    print(f"{where:28}{claim.quantity.wording.value:>9}{number:>4} {'#' * number:18}{claim.period.end}")

# %% [markdown]
# Added up, that is the number of strikes told of in these releases, each counted once: the row that stands twice is one
# claim that cites both. It is not the number of strikes: the summary said more than its columns, and two lines that
# were merged with another tell of strikes that only the revision has, or none.

# %%
print(sum(claim.quantity.number or 0 for claim in standing))
