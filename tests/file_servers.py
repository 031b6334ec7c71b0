"""Servers of files on loopback: Apache and nginx, with what an administrator adds for an exported site, and no more."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jopsrdf.web.channels.maps import HTTP, SERVER

MODULES = Path("/usr/lib/apache2/modules")
#: What Debian enables from the start, and the two that the `.htaccess` needs beside them.
ENABLED = ("mpm_event", "authz_core", "dir", "mime", "setenvif", "rewrite", "headers")
#: What both servers know of types by themselves.
TYPES = {
    "text/html": "html",
    "text/plain": "txt",
    "text/css": "css",
    "text/javascript": "js",
    "application/gzip": "gz",
    "application/xml": "xml",
}
_APACHE = """ServerRoot {work}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {work}/pid
ErrorLog {work}/error.log
DefaultRuntimeDir {work}
DocumentRoot {files}
DirectoryIndex index.html
TypesConfig {work}/mime.types
User {user}
Group {group}
<Directory {files}>
  AllowOverride All
  Require all granted
</Directory>
"""
_NGINX = """daemon off;
master_process off;
pid {work}/pid;
error_log {work}/error.log;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
  uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  types {{ {types} }}
  {http}
  server {{ listen 127.0.0.1:{port}; root {files}; index index.html; {server} }}
}}
"""


def apache(files: Path, htaccess: Path, work: Path, port: int) -> list[str]:
    """Write a configuration that leaves all to the `.htaccess`; return the command."""
    program = shutil.which("apache2", path="/usr/sbin:/usr/bin")
    if not program or not htaccess.is_file():
        pytest.skip("Apache is not here (setup/debian installs it)")
    modules = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in ENABLED)
    text = _APACHE.format(work=work, port=port, files=files, user=f"#{os.getuid()}", group=f"#{os.getgid()}")
    if os.getuid() == 0:
        text = text.replace("#0", "www-data")
    (work / "mime.types").write_text("".join(f"{name} {suffix}\n" for name, suffix in TYPES.items()), encoding="utf-8")
    (work / "apache.conf").write_text(modules + text, encoding="utf-8")
    return [program, "-f", str(work / "apache.conf"), "-D", "FOREGROUND"]


def nginx(files: Path, htaccess: Path, work: Path, port: int) -> list[str]:
    """Write a configuration that takes the two parts of the map in; return the command."""
    program = Path(sys.prefix) / "debian" / "nginx"
    if not program.is_file():
        pytest.skip("nginx is not here (setup/unpack fetches it)")
    text = htaccess.with_name("negotiation.nginx.conf").read_text(encoding="utf-8")
    http, server = text.removeprefix(f"# {HTTP}").split(f"# {SERVER}")
    types = " ".join(f"{name} {suffix};" for name, suffix in TYPES.items())
    text = _NGINX.format(work=work, port=port, files=files, types=types, http=http, server=server)
    (work / "nginx.conf").write_text(text, encoding="utf-8")
    return [str(program), "-p", str(work), "-e", f"{work}/error.log", "-c", str(work / "nginx.conf")]


SERVERS: dict[str, Callable[[Path, Path, Path, int], list[str]]] = {"apache": apache, "nginx": nginx}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(name: str, files: Path, htaccess: Path, work: Path) -> Iterator[str]:
    """Serve a folder of files; give the address. The server's own words are in the failure when it does not start."""
    port = free_port()
    command = SERVERS[name](files, htaccess, work, port)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            _wait(process, port, work / "error.log")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(10)


def _wait(process: subprocess.Popen[str], port: int, log: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            said = (process.stdout.read() if process.stdout else "") + (log.read_text() if log.is_file() else "")
            pytest.fail(f"the server did not start: {said}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the server does not listen")
