"""These rooms are HTTP as plain values: requests, replies, validators, codings, kept answers; no framework."""
