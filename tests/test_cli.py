"""The command line: documents on standard output, messages on standard error, exit codes as documented."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jopsrdf import graph
from jopsrdf.cli import main
from jopsrdf.cli.reading import PROFILES
from places import SEED

NOT_AN_ARTICLE = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def invoke(*arguments: object, data: bytes | None = None) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=data)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of the seed."""
    location = tmp_path_factory.mktemp("cli") / "dataset"
    assert invoke("build", SEED.parent, "--dataset", location).exit_code == 0
    return location


@pytest.mark.parametrize(
    ("target", "beginning"),
    [
        ("turtle", "@base <https://w3id.org/jopsrdf/> ."),
        ("jsonld", '{\n "@context"'),
        ("schema-jsonld", '{\n "@context": "https://schema.org"'),
        ("ntriples", "<https://w3id.org/jopsrdf/work/10.46991/jops/2025.4.10.125>"),
        ("nquads", "<https://w3id.org/jopsrdf/work/10.46991/jops/2025.4.10.125>"),
        ("trig", "@base"),
        ("rdfxml", "<?xml"),
        ("record", '{\n "title"'),
        ("csl", "[\n {"),
        ("bibtex", "@article{harutyunyan2025dynamics"),
        ("ris", "TY  - JOUR"),
    ],
)
def test_convert_writes_every_target(target: str, beginning: str) -> None:
    """Each target begins as its format does, and notes do not get into the document."""
    done = invoke("convert", SEED, "--to", target)
    assert done.exit_code == 0
    assert done.stdout.startswith(beginning)
    assert "[issue-bracket]" in done.stderr


def test_a_profile_narrows_the_graph() -> None:
    """The profiles are those of the graph, and each writes less than everything."""
    whole = invoke("convert", SEED, "-q", "--to", "ntriples").stdout.count("\n")
    assert tuple(graph.PROFILES) == PROFILES
    for name in PROFILES:
        narrowed = invoke("convert", SEED, "-q", "--to", "ntriples", "--profile", name)
        assert 0 < narrowed.stdout.count("\n") < whole


def test_convert_reads_standard_input() -> None:
    """`-` is standard input, and gives the same record but for the source's name."""
    piped = json.loads(invoke("convert", "-", "--to", "record", data=SEED.read_bytes()).stdout)
    named = json.loads(invoke("convert", SEED, "--to", "record").stdout)
    assert piped["source"] == "-"
    assert piped["references"][0]["raw"] == named["references"][0]["raw"]
    assert len(piped["references"]) == 63


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """The good file is converted, the bad one is named with what it looks like, and the exit code says so."""
    bad = tmp_path / "galley.txt"
    bad.write_bytes(NOT_AN_ARTICLE)
    done = invoke("convert", bad, SEED, tmp_path / "missing.txt", "--to", "record")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["title"]["value"].startswith("Dynamics")
    assert "galley.txt" in done.stderr
    assert "PDF" in done.stderr
    assert "missing.txt: cannot be read: No such file or directory" in done.stderr


def test_an_output_file_appears_whole(tmp_path: Path) -> None:
    """`-o` writes the file; a folder that is not there is one sentence."""
    target = tmp_path / "seed.ttl"
    assert invoke("convert", SEED, "-o", target, "-q").output == ""
    assert target.read_text(encoding="utf-8").startswith("@base")
    failed = invoke("convert", SEED, "-o", tmp_path / "none" / "seed.ttl")
    assert failed.exit_code == 1
    assert "No such file or directory" in failed.stderr


def test_references_writes_an_object_per_line() -> None:
    """Each raw line gives one JSON object in its order; empty lines give none."""
    lines = "Barthes, Roland. 1987. Aula. São Paulo: Cultrix.\n\nNot a reference at all\n"
    rows = [json.loads(line) for line in invoke("references", data=lines.encode()).stdout.splitlines()]
    assert [row["n"] for row in rows] == [1, 2]
    assert rows[0]["authors"] == [{"family": "Barthes", "given": "Roland"}]
    assert 0 <= rows[0]["confidence"]["record"] <= 1


def test_check_says_what_is_doubtful() -> None:
    """A page without errors exits with 0 and prints its notes; `--json` prints one object each."""
    done = invoke("check", SEED)
    assert done.exit_code == 0, done.output
    assert "[issue-bracket]" in done.stdout
    rows = [json.loads(line) for line in invoke("check", SEED, "--json").stdout.splitlines()]
    assert "issue-bracket" in {row["code"] for row in rows}


def test_check_fails_on_broken_rdf(tmp_path: Path) -> None:
    """RDF that breaks a rule of ours is told in words, and the exit code is 1; RDF that cannot be read is 4."""
    broken = tmp_path / "seed.nq"
    lines = invoke("convert", SEED, "--to", "nquads", "-q").stdout.splitlines(keepends=True)
    broken.write_text("".join(line for line in lines if "/index>" not in line), encoding="utf-8")
    done = invoke("check", broken)
    assert done.exit_code == 1
    assert "error:" in done.stdout
    broken.write_text("<a:a> <a:b> .\n", encoding="utf-8")
    assert invoke("check", broken).exit_code == 4


def test_build_reports_and_repeats_nothing(dataset: Path) -> None:
    """The report counts what is there; the same inputs again are the same generation."""
    report = json.loads(invoke("build", SEED.parent, "--dataset", dataset, "--json").stdout)
    assert (report["articles"], report["references"], report["unchanged"]) == (1, 63, True)


def test_build_goes_on_past_a_bad_file(tmp_path: Path) -> None:
    """One bad file is left out by name and the exit code is 3; the dataset has the good one."""
    (tmp_path / "bad.txt").write_bytes(NOT_AN_ARTICLE)
    (tmp_path / "seed.txt").write_bytes(SEED.read_bytes())
    done = invoke("build", tmp_path, "--dataset", tmp_path / ".dataset")
    assert done.exit_code == 3
    assert "left out:" in done.stderr
    assert "1 articles, 63 references" in done.stdout


def test_build_tells_what_is_gone(tmp_path: Path) -> None:
    """A page that cannot be read any more takes its article with it, and the editor is told what that means."""
    page, dataset = tmp_path / "page.txt", tmp_path / "dataset"
    page.write_bytes(SEED.read_bytes())
    assert "gone" not in invoke("build", page, "--dataset", dataset).stderr
    page.write_bytes(NOT_AN_ARTICLE)
    told = invoke("build", page, "--dataset", dataset).stderr
    assert "1 article of the last generation is gone; it is published as deleted since 20" in told
    assert "https://w3id.org/jopsrdf/work/10.46991/jops/2025.4.10.125" in told
    assert "gone" not in invoke("build", page, "--dataset", dataset).stderr


def test_rollback_tells_what_is_gone(tmp_path: Path) -> None:
    """Going back to a generation that lacks an article tells of it too; going back to one that has it tells nothing."""
    page, dataset = tmp_path / "page.txt", tmp_path / "dataset"
    page.write_bytes(NOT_AN_ARTICLE)
    invoke("build", page, "--dataset", dataset)
    page.write_bytes(SEED.read_bytes())
    newer = json.loads(invoke("build", page, "--dataset", dataset, "--json").stdout)["generation"]
    assert "work/10.46991/jops/2025.4.10.125" in invoke("rollback", "--dataset", dataset).stderr
    assert invoke("rollback", newer, "--dataset", dataset).stderr == ""


@pytest.mark.parametrize(
    ("query", "name", "shown"),
    [
        ("ASK { ?s ?p ?o }", "table", "true"),
        ("SELECT (COUNT(*) AS ?n) { ?a <http://purl.org/spar/cito/cites> ?w }", "table", "?n\n--\n63"),
        ("SELECT (COUNT(*) AS ?n) { ?a <http://purl.org/spar/cito/cites> ?w }", "csv", "n\n63"),
        (
            "DESCRIBE <https://w3id.org/jopsrdf/place/wiesbaden>",
            "ntriples",
            "<https://w3id.org/jopsrdf/place/wiesbaden>",
        ),
    ],
)
def test_query_answers(dataset: Path, query: str, name: str, shown: str) -> None:
    """A query is answered as a table for people or in a format for programs."""
    done = invoke("query", query, "--dataset", dataset, "--format", name)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith(shown)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("query", "SELECT ?s {", "--dataset", "DATASET"), 6, "line 1"),
        (("query", "DROP ALL", "--dataset", "DATASET"), 6, "only answers queries"),
        (("query", "ASK {}", "--dataset", "nowhere"), 6, "no dataset here yet"),
        (("convert", "missing.txt"), 3, "cannot be read"),
        (("convert", SEED, "--journal", "missing.toml"), 2, "cannot be read"),
        (("build", "nowhere.txt"), 3, "cannot be read"),
        (("rollback", "--dataset", "DATASET"), 6, "no generation older"),
    ],
)
def test_failures_are_sentences(
    dataset: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[object, ...],
    code: int,
    message: str,
) -> None:
    """What a user can mend is one sentence and an exit code, never a traceback."""
    monkeypatch.chdir(tmp_path)
    done = invoke(*(dataset if argument == "DATASET" else argument for argument in arguments))
    assert (done.exit_code, message in done.output) == (code, True), done.output


def test_generations_are_listed(dataset: Path) -> None:
    """The list marks the generation that serves."""
    assert [row["current"] for row in json.loads(invoke("generations", "--dataset", dataset, "--json").stdout)] == [
        True
    ]
    assert "*" in invoke("generations", "--dataset", dataset).stdout


def test_completion_prints_a_script() -> None:
    """Shells can complete commands and options."""
    assert "_JOPSRDF_COMPLETE" in invoke("completion", "bash").stdout


def test_a_closed_pipe_is_no_traceback() -> None:
    """`jopsrdf convert … | head -1` ends quietly."""
    command = f"{sys.executable} -m jopsrdf convert {SEED} --to nquads -q | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_help_imports_nothing_heavy() -> None:
    """`--help` loads neither rdflib nor Oxigraph nor Flask; a generous bound on its time guards against the rest."""
    code = (
        "import sys; from click.testing import CliRunner; from jopsrdf.cli import main; "
        "CliRunner().invoke(main, ['--help']); "
        "print({'rdflib', 'pyoxigraph', 'flask', 'pyld', 'pyshacl', 'cattrs'} & set(sys.modules))"
    )
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "set()"
    assert time.perf_counter() - started < 5
