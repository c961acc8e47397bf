"""Sphinx settings of the documentation, for one language at a time (KQAWARD_DOCS_LANGUAGE)."""
import os

english = os.environ["KQAWARD_DOCS_LANGUAGE"] == "en"

project = "libkqaward"
author = "libkqaward"
version = release = os.environ["KQAWARD_DOCS_VERSION"]
language = "en" if english else "zh_CN"

extensions = ["myst_parser"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "attrs_block", "attrs_inline"]
nitpicky = True
# The few words of the theme that Sphinx has no Chinese for.
locale_dirs = ["../locale"]
templates_path = ["templates"]

html_theme = "furo"
html_title = "libkqaward"
html_use_index = False
html_sidebars = {
    "**": [f"sidebar/{part}.html" for part in
           ("brand", "search", "language", "scroll-start", "navigation", "scroll-end")]
}
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_baseurl = ""
html_last_updated_fmt = None
# Chinese words are cut by jieba, which learns the ordinance's terms from the glossary.
html_search_options = {"dict": os.environ["KQAWARD_DOCS_TERMS"]}
