"""These rooms dereference: from the IRI of a thing to its data, by media type and by profile."""
