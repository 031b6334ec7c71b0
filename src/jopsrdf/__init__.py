"""jopsrdf reads article pages of Open Journal Systems and publishes them, references included, as linked data."""

__version__ = "0.1.0"
