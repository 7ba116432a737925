"""``./simpul`` itself: old Pythons get a sentence, index settings are honoured, a bad wheel is not used."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from simpul.config import cli

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "simpul"
STDLIB = sys.stdlib_module_names


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, with an environment folder of its own."""
    for name in list(os.environ):
        if name.startswith(("PIP_", "UV_")) or name in {
            "REQUESTS_CA_BUNDLE",
            "SSL_CERT_FILE",
            "CURL_CA_BUNDLE",
        }:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    loader = importlib.machinery.SourceFileLoader("start_script", str(SCRIPT))
    spec = importlib.util.spec_from_loader("start_script", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    module.VENV = str(tmp_path / "venv")
    (tmp_path / "venv").mkdir()
    return module


def call(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, str(SCRIPT), *words],
        env=environment,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_it_needs_only_the_standard_library_and_stays_small() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 400
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(text))
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [])
    }
    assert imported <= STDLIB


def test_it_uses_no_syntax_that_an_old_python_cannot_read() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Nonlocal, ast.YieldFrom)
    for node in ast.walk(tree):
        assert not isinstance(node, newer), ast.dump(node)
        if isinstance(node, ast.FunctionDef):
            assert not node.args.kwonlyargs
            assert node.returns is None
            assert all(argument.annotation is None for argument in node.args.args)


def old_pythons() -> list[list[str]]:
    """This Python pretending to be old, and really old ones where there are any."""
    pretend = "import sys, runpy; sys.argv = [{0!r}, 'demo']; sys.version_info = (3, 9, 18); "
    pretend = (pretend + "runpy.run_path({0!r}, run_name='__main__')").format(str(SCRIPT))
    found = [path for path in map(shutil.which, ("python2.7", "python3.6", "python3.9")) if path]
    real = [path for path in found if subprocess.run([path, "-V"], capture_output=True).returncode == 0]
    return [[sys.executable, "-c", pretend], *([path, str(SCRIPT), "demo"] for path in real)]


def test_an_old_python_gets_a_sentence_in_both_languages() -> None:
    for command in old_pythons():
        environment = {**os.environ, "SIMPUL_REEXEC": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 2, done.stderr
        assert "memerlukan Python 3.11" in done.stderr
        assert "needs Python 3.11" in done.stderr
        assert "Traceback" not in done.stderr


def test_an_old_python_hands_over_to_a_fitting_one(tmp_path: Path) -> None:
    (tmp_path / "python3.14").write_text("#!/bin/sh\nexit 127\n")  # one that is there and does not run
    (tmp_path / "python3.14").chmod(0o755)
    name = f"python3.{sys.version_info[1]}"
    (tmp_path / name).symlink_to(sys.executable)
    code = "import sys; sys.argv = [{0!r}, '--help']; sys.version_info = (3, 9); __file__ = {0!r}; "
    code = (code + "exec(open({0!r}).read())").format(str(SCRIPT))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "usage: ./simpul" in done.stdout


@pytest.mark.parametrize("verb", sorted(cli.VERBS))
def test_help_of_every_verb_needs_no_environment(verb: str) -> None:
    done = call(verb, "--help", SIMPUL_VENV="/nonexistent/venv")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: simpul {verb}")
    assert len(done.stdout.splitlines()) > 4


def test_the_verbs_are_listed_and_an_unknown_one_is_named() -> None:
    done = call("--help", SIMPUL_VENV="/nonexistent/venv")
    assert all(re.search(rf"^  {verb} ", done.stdout, re.MULTILINE) for verb in cli.VERBS)
    assert cli.main(["fly"]) == 2


@pytest.mark.parametrize(
    ("words", "variables", "groups"),
    [
        (["demo"], {}, ["run"]),
        (["serve"], {"DATABASE_URL": "postgresql://h/n"}, ["run", "postgres"]),
        (["test"], {"PATH": ""}, ["run", "test"]),
        (["test", "--browser"], {"PATH": ""}, ["run", "test", "browser"]),
        (["check"], {}, ["run", "postgres", "test", "browser", "lint"]),
    ],
)
def test_each_call_installs_only_what_it_needs(
    start: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    variables: dict[str, str],
    groups: list[str],
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("SIMPUL_KEYSTORE_URL", raising=False)
    monkeypatch.setattr(start, "MAC_CHROME", "/nonexistent")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert start.groups_for(words) == groups


def test_pip_settings_come_from_variables_before_files(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    config = tmp_path / "pip.conf"
    config.write_text("[global]\nindex-url = https://file.example/simple\nproxy = http://p.example:3128\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(config))
    assert start.pip_settings()["index-url"] == "https://file.example/simple"
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example/simple")
    monkeypatch.setenv("PIP_CERT", "/etc/ssl/own.pem")
    settings = start.pip_settings()
    assert settings["index-url"] == "https://variable.example/simple"
    assert settings["proxy"] == "http://p.example:3128"
    assert settings["cert"] == "/etc/ssl/own.pem"


def test_the_wheel_comes_with_the_checkout_and_is_the_pinned_one(start: ModuleType) -> None:
    assert Path(start.pinned_pip()).name == start.PIP


def test_an_altered_wheel_is_not_used(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bootstrap").mkdir()
    (tmp_path / "bootstrap" / start.PIP).write_bytes(b"altered")
    monkeypatch.setattr(start, "ROOT", str(tmp_path))
    with pytest.raises(OSError, match="another SHA-256 than pinned"):
        start.pinned_pip()


def test_a_folder_that_is_no_environment_is_left_alone(start: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "venv" / "thesis.doc").write_text("years of work")
    with pytest.raises(SystemExit):
        start.make_environment()
    assert (tmp_path / "venv" / "thesis.doc").exists()


def test_the_stamp_changes_with_lock_and_python(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    before = start.stamp_of("run")
    assert before == start.stamp_of("run")
    monkeypatch.setattr(start.sys, "version", "3.14.0 other")
    assert start.stamp_of("run") != before


def test_what_pip_was_told_reaches_uv(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shared = tmp_path / "shared" / "pip" / "pip.conf"
    shared.parent.mkdir(parents=True)
    lines = ["[global]", "proxy = http://p.example:3128", "find-links = /a", "    /b", "no-index = true"]
    shared.write_text("\n".join([*lines, "[install]", "extra-index-url = https://more.example/simple"]))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "shared"))
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example/simple")
    monkeypatch.setenv("PIP_TRUSTED_HOST", "variable.example")
    said = start.uv_settings(start.pip_settings())
    said.pop("SSL_CERT_FILE", None)  # this machine's own /etc/pip.conf may name one
    assert said == {
        "UV_DEFAULT_INDEX": "https://variable.example/simple",
        "UV_INDEX": "https://more.example/simple",
        "UV_FIND_LINKS": "/a,/b",
        "UV_INSECURE_HOST": "variable.example",
        "UV_NO_INDEX": "1",
        "HTTP_PROXY": "http://p.example:3128",
        "HTTPS_PROXY": "http://p.example:3128",
    }


@pytest.fixture
def remade(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which steps a call of ``prepare`` took, with an environment that is there and fits its stamps."""
    (Path(start.VENV) / "bin").mkdir()
    (Path(start.VENV) / "bin" / "python").symlink_to(sys.executable)
    (Path(start.VENV) / "pyvenv.cfg").touch()
    start.write_stamps({"run": start.stamp_of("run")})
    steps: list[str] = []
    monkeypatch.setattr(start, "make_environment", lambda: steps.append("environment"))
    monkeypatch.setattr(start, "install", lambda groups: not steps.extend(groups))
    return steps


def test_a_group_is_added_to_a_whole_environment(start: ModuleType, remade: list[str]) -> None:
    start.prepare(["run", "test"])
    assert remade == ["test"]
    start.prepare(["run", "test"])
    assert remade == ["test"]


def test_what_an_interrupted_install_left_is_made_anew(start: ModuleType, remade: list[str]) -> None:
    Path(start.unfinished()).touch()
    start.prepare(["run"])
    assert remade == [], "what was whole before stays in use without the network"
    start.prepare(["run", "test"])
    assert remade == ["environment", "run", "test"]
    assert not Path(start.unfinished()).exists()


def test_no_installer_outlives_us(start: ModuleType) -> None:
    endless = "import time; print('Installing collected packages', flush=True); time.sleep(60)"
    started: list[subprocess.Popen[str]] = []
    popen = subprocess.Popen

    def remembered(*words: Any, **options: Any) -> subprocess.Popen[str]:
        started.append(popen(*words, **options))
        return started[0]

    start.subprocess = SimpleNamespace(Popen=remembered, PIPE=subprocess.PIPE, STDOUT=subprocess.STDOUT)

    def stop_once_it_writes() -> None:
        deadline = time.monotonic() + 60
        while not Path(start.unfinished()).exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGALRM)

    before = signal.signal(signal.SIGALRM, start.leave)
    threading.Thread(target=stop_once_it_writes, daemon=True).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            start.follow([sys.executable, "-c", endless], dict(os.environ), 1)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert started[0].poll() is not None
    assert Path(start.unfinished()).exists()
