"""This room puts the dataset on the web: pages for people, documents and an endpoint for machines.

`create_app` is the front door; `app.FACES` lists what the site has, one blueprint each.
"""

from __future__ import annotations

from jopsrdf.web.app import create_app

__all__ = ["create_app"]
