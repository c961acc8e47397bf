"""Sphinx settings of the documentation, for one language at a time (KQAWARD_DOCS_LANGUAGE)."""
import os

english = os.environ["KQAWARD_DOCS_LANGUAGE"] == "en"

project = "libkqaward"
author = "libkqaward"
version = release = os.environ["KQAWARD_DOCS_VERSION"]
language = "en" if english else "zh_CN"

extensions = ["myst_parser", "sphinx.ext.graphviz"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "attrs_block"]
graphviz_output_format = "svg"
nitpicky = True

html_theme = "furo"
html_title = "libkqaward"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_baseurl = ""
html_last_updated_fmt = None
# Chinese words are cut by jieba, which learns the ordinance's terms from the glossary.
html_search_options = {"dict": os.environ["KQAWARD_DOCS_TERMS"]}
