# %% [markdown]
# # One base in three registers
#
# Public registers of airports give each base a name, codes, coordinates and runways, and they do not agree: one still
# has the name of the years of the US, one lacks a code, one puts an airport in another province. Whoever joins the
# tables by name loses some and merges others.
#
# This notebook imports small tables of the same shapes, with mostly invented rows. With the published files it is the
# same: each is recognised by its first row.

# %%
from collections import Counter
from pathlib import Path

import oirmodel as oir
from oirmodel.claims import Attribute
from oirmodel.importers import importer
from oirmodel.vocab import Aspect

above = (Path.cwd(), *Path.cwd().parents)
samples = next(each for each in above if (each / "tests").is_dir()) / "tests" / "importers" / "samples"
files = sorted(samples.glob("airports_*"))
for file in files:
    print(f"{file.name:28}{file.read_text(encoding='utf-8').splitlines()[0][:80]}")

# %% [markdown]
# ## Import

# %%
imported = importer("airports").read(*files)
print(imported)

# %% [markdown]
# ## Check
#
# A position with four digits can be that of one with ten. One that differs by more is told, and both are kept.

# %%
for finding in imported.findings:
    if finding.severity == "warning":
        print(finding.code, finding.message)
print(Counter(finding.code for finding in oir.check(imported.dataset)) or "the checks have nothing to report")

# %% [markdown]
# ## Ask
#
# Al-Asad is known already, by its codes. What the registers say of it are claims, each by who says it. Where a row of
# OpenFlights passes on what OurAirports has, OurAirports speaks first: these are not two witnesses.

# %%
data = imported.dataset
for claim in data.claims(Attribute):
    if claim.of == "al-asad" and claim.aspect in {Aspect.NAME, Aspect.POSITION, Aspect.RUNWAY}:
        chain = " -> ".join(data.label(each.who) for each in claim.asserted_by)
        print(f"{claim.aspect.value:10}{claim.value:56}{chain}")

# %% [markdown]
# A name that only one register still has finds the base:

# %%
base = data.entity("Joint Base Example")
print(base.id, [each.format() for each in base.external_ids], [each.text for each in base.names])

# %% [markdown]
# ## See
#
# Each airport, the registers that have it, and the region in which it lies, according to them. A region that is not
# known under the very name stays a place of its own.

# %%
for an_id in sorted(each for each in data.entities if each.startswith("airport-")):
    said = [claim for claim in data.claims(Attribute) if claim.of == an_id]
    who = sorted({str(claim.asserted_by[-1].who) for claim in said})
    where = sorted({claim.entity for claim in said if claim.aspect is Aspect.PLACE and claim.entity})
    print(f"{an_id:26}{', '.join(who):28}{', '.join(where)}")
