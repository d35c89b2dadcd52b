"""The checks of the project, each in an environment of its own: ``nox`` runs all, ``nox -s lint`` one."""

import shutil
from pathlib import Path

import nox

nox.options.sessions = ["lint", "typing", "tests", "benchmarks", "docs", "wheel"]


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the tests and every example, with branch coverage."""
    session.install("--editable", ".[test]")
    session.run("python", "-m", "pytest", "--cov", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Lint, and check the format."""
    session.install("ruff>=0.14")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def typing(session: nox.Session) -> None:
    """Check the types with both checkers, and the files that they must accept or refuse."""
    session.install("--editable", ".[dev]")
    session.run("mypy")
    session.run("pyright")
    session.run("python", "-m", "pytest", "-q", "tests/test_typing.py")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """See that the benchmarks run, and give the answers that they compare; for figures, pass arguments after ``--``."""
    session.install("--editable", ".[bench]")
    smoke = ("--claims", "2000", "--rounds", "1", "-k", "not postgresql and not 5000")
    session.run("python", "-m", "pytest", "-q", "benchmarks", *(session.posargs or smoke))


@nox.session
def docs(session: nox.Session) -> None:
    """Build the docs; a warning is an error."""
    session.install("--editable", ".[docs,test]")
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "build/docs")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build both archives, and import the wheel with the core dependencies alone."""
    session.install("build")
    out = Path(session.create_tmp()).resolve()
    shutil.rmtree(out / "dist", ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(out / "dist"), ".")
    session.run("python", "-m", "venv", "--clear", str(out / "core"), silent=True)
    python = str(out / "core" / "bin" / "python")
    archive = next((out / "dist").glob("*.whl"))
    session.run(python, "-m", "pip", "install", "--quiet", str(archive), external=True)
    session.chdir(out)
    session.run(python, "-c", "import oirmodel; print(oirmodel.load('inherent-resolve'))", external=True)
