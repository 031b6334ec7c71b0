"""These rooms are the pages that people read: things, lists, search, pictures, networks, and the query page."""
