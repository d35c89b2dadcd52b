"""Who controlled Al-Asad Airbase, as far as three articles tell, and what was known of it before."""

# %% The articles alone: a view of the packaged dataset, which takes the same questions.
import oirmodel

articles = oirmodel.load("inherent-resolve").only("articles")

# %% On the day of the announcement. In a notebook, the answer shows itself; here it is printed.
answer = articles.who_controlled("Al-Asad", on="2026-01-17")
print(answer.explain())

# %% Months later nobody has said anything new: the last word stands, and the answer says how old it is.
later = articles.who_controlled("عين الأسد", on="2026-06-01")
print(later.status, "since", later.last_confirmed)

# %% A year before the announcement, nobody could have known.
before = articles.as_known(on="2025-01-08")
print(before.who_controlled("Al-Asad", on="2026-01-17").status)

# %% When did US forces leave? The source has no day, and none is made up.
print(articles.when("presence", of="us-forces", at="al-asad").explain())

# %% The whole history, in stretches of days with one answer each.
print(articles.history("control", "Al-Asad").explain())
