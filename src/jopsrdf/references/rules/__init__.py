"""The rules that settle labels: a room for each matter, one sheet that they write on, one table of all."""
