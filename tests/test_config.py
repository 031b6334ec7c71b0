"""Settings: every key is documented, and a mistake is answered with the key, the file and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from jopsrdf import config
from jopsrdf.errors import ConfigError
from places import ROOT


def written(folder: Path, text: str) -> Path:
    """Write a settings file and return its path."""
    path = folder / "journal.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[journal]\ntitel = "x"', r"journal\.toml: journal\.titel: .* did you mean journal\.title\?"),
        ('[jurnal]\ntitle = "x"', r"did you mean journal\.title\?"),
        ('publisher = "x"', r"publisher: is not a key"),
        ("[server]\nworkers = 'two'", r"server\.workers: must be a whole number, not 'two'"),
        ("[server]\nworkers = true", r"must be a whole number, not True"),
        ("[server]\ndeadline = -1", r"server\.deadline: must not be negative"),
        ("[journal]\nissn = [1829]", r"journal\.issn: must be a list of texts"),
        ('[journal]\nissn = ["1829-4481"]', r"journal\.issn: .*check digit"),
        ('[site]\nbase = "https://example.org"', r"site\.base: .*end with a slash"),
        ('[site]\ncontact = "editor@example.org"', r"site\.contact: is mailto: and an address"),
        ('[site]\ncontact = "mailto:the editor"', r"site\.contact: is mailto: and an address"),
        ('[site]\ncite_as = "handle"', r"site\.cite_as: is local or doi"),
        ("[journal", r"is not valid TOML"),
    ],
)
def test_a_mistake_names_its_key(tmp_path: Path, text: str, complaint: str) -> None:
    """The message holds the file, the key, and the nearest known key or the type that was wanted."""
    with pytest.raises(ConfigError, match=complaint):
        config.load(written(tmp_path, text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """A settings file that is not there is an error, not a silent default."""
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path / "journal.toml")


def test_the_owner_s_statements_become_a_journal(tmp_path: Path) -> None:
    """ISSN-L stands first among the identifiers, and whole numbers are taken for seconds."""
    text = '[journal]\ntitle = "T"\nissn = ["0317-8471"]\nissn_l = "1050-124X"\n[server]\ndeadline = 3\n'
    settings = config.load(written(tmp_path, text))
    assert settings.journal is not None
    assert [i.value for i in settings.journal.identifiers] == ["1050-124X", "0317-8471"]
    assert settings.server["deadline"] == 3.0
    assert settings.linking_issns == {"T": "1050-124X"}


def test_the_environment_overrides_the_file(tmp_path: Path) -> None:
    """A container can change a setting without a file; a wrong value is refused like one in the file."""
    path = written(tmp_path, '[site]\ntitle = "file"\n')
    assert config.load(path, {"JOPSRDF_SITE_TITLE": "environment"})["site.title"] == "environment"
    with pytest.raises(ConfigError, match="JOPSRDF_SERVER_ROWS"):
        config.load(path, {"JOPSRDF_SERVER_ROWS": "many"})


def test_the_journal_s_own_file_is_valid() -> None:
    """The settings that come with the seed load and name the journal."""
    journal = config.load(ROOT / "data" / "journal.toml").journal
    assert journal is not None
    assert journal.title == "Journal of Political Science: Bulletin of Yerevan University"
