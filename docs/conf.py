"""How Sphinx builds the documentation."""

from importlib.metadata import version as installed_version

project = "oirmodel"
author = "The oirmodel contributors"
copyright = author
release = installed_version("oirmodel")
version = ".".join(release.split(".")[:2])

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
nitpicky = False
suppress_warnings = ["ref.python"]  # a field such as `of` belongs to many claims: no link is better than a guess

autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_class_signature = "mixed"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"oirmodel {release}"
