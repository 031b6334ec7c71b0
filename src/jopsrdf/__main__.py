"""This room lets `python -m jopsrdf` stand for the command `jopsrdf`."""

from jopsrdf.cli import main

main(prog_name="jopsrdf")
