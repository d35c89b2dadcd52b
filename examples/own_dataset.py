"""Make a dataset of your own, ask it, correct it without erasing anything, and share it as JSON."""

import oirmodel as oir
from oirmodel.formats import json

# %% Identity is apart from claims: an entity says only which thing is meant.
base = oir.Installation(
    id=oir.InstallationId("k-1"),
    category=oir.InstallationCategory.AIRBASE,
    timezone="Asia/Baghdad",
    names=(oir.Name(text="K-1 Air Base", language="en"), oir.Name(text="قاعدة كيوان", language="ar")),
)
coalition = oir.Force(id=oir.ForceId("coalition"), category=oir.ForceCategory.COALITION)
report = oir.Source(
    id=oir.SourceId("src-report"), title="A report on K-1", published=oir.ImpreciseDate.parse("2020-03-30")
)
errata = oir.Source(
    id=oir.SourceId("src-errata"), title="A correction", published=oir.ImpreciseDate.parse("2020-04-02")
)

# %% A claim says who was there and when, as vaguely as the report does, and where the report says so.
presence = oir.Presence(
    of=coalition.id,
    at=base.id,
    role=oir.PresenceRole.TENANT,
    period=oir.Period.parse("2017/2020-03-29"),
    reported="2020-03-30",
    modality=oir.Modality.ASSERTED,
    citations=(oir.Citation(source=report.id, locator="paragraph 2"),),
)
dataset = oir.Dataset(
    header=oir.Header(id="my-bases", title="Bases that I look into", license="CC0-1.0"),
    entities=(base, coalition),
    sources=(report, errata),
    claims=(presence,),
)
for day in ("2016-12-31", "2017-06-30", "2019-06-01", "2022-01-01"):
    answer = dataset.who_was_at("K-1 Air Base", on=day, force="coalition")
    print(day, answer.status.name, "yes" if answer.holds else "no" if answer.holds is False else "-")

# %% The report was wrong by a day. The old claim stays, and stands in every view from before the correction.
# A correction reaches only its own days, so where the dates were wrong it also takes the old ones back.
mended = dataset.correct(
    presence,
    reported="2020-04-02",
    citations=[oir.Citation(source=errata.id)],
    period=oir.Period.parse("2017/2020-03-28"),
    retracts=(presence.id,),
)
for known in ("2020-04-01", "2020-04-02"):
    answer = mended.as_known(on=known).who_was_at("k-1", on="2020-03-29", force="coalition")
    print(f"as known on {known}:", answer.status.name, "yes" if answer.holds else "no")

# %% What is doubtful is found, never repaired; what is shared is the same everywhere.
print("findings:", [str(finding) for finding in oir.check(mended)])
document = json.dumps(mended)
print(json.loads(document) == mended, document.count("\n"), "lines")

# %% Rows for a data frame, on the first day.
print(oir.rows(mended, "presence")[0]["end_latest"])
