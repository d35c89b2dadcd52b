"""How the benchmarks run: their options, the datasets that they ask, and the table that they end in."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks import ours, table, tenures
from benchmarks.peers import postgresql
from oirmodel.claims import Control
from oirmodel.query import Dataset

_TIMINGS: Final = pytest.StashKey[table.Timings]()
_SERVERS: Final = pytest.StashKey[list[str]]()
_Setup = Callable[[], tuple[tuple[Any, ...], dict[str, Any]]]


def _sizes(text: str) -> list[int]:
    sizes = sorted({int(each) for each in text.split(",")})
    if not sizes or sizes[0] < tenures.PER_SUBJECT:
        raise ValueError(f"expected numbers of claims, {tenures.PER_SUBJECT} or more, such as 10000,100000")
    return sizes


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the sizes of the datasets and the number of rounds."""
    group = parser.getgroup("oirmodel benchmarks")
    group.addoption("--claims", type=_sizes, default=[100_000], help="sizes of datasets: 10000,100000,1000000")
    group.addoption("--rounds", type=int, default=7, help="rounds of which each median is taken (7)")


def pytest_configure(config: pytest.Config) -> None:
    """Leave the report to the table, and let peers use what their own dependencies mean to drop."""
    config.addinivalue_line("filterwarnings", "ignore::DeprecationWarning")
    config.stash[_TIMINGS] = table.Timings()
    config.stash[_SERVERS] = []
    if config.option.verbose <= 0:
        config.option.benchmark_quiet = True


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run everything that asks a dataset once for each size."""
    if "size" in metafunc.fixturenames:
        metafunc.parametrize(
            "size", metafunc.config.option.claims, indirect=True, scope="session", ids=lambda size: f"{size}-claims"
        )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table of ratios."""
    timings = config.stash[_TIMINGS]
    if timings:
        terminalreporter.section("ratios")
        servers: list[str] = config.stash[_SERVERS]
        for line in table.lines(timings, servers):
            terminalreporter.write_line(line)


class World:
    """The same tenures in each form, made when it is first needed."""

    def __init__(self, size: int, per_subject: int = tenures.PER_SUBJECT) -> None:
        self.size = size
        self._per_subject = per_subject

    @cached_property
    def held(self) -> list[tenures.Tenure]:
        """To the day, for the peers."""
        return tenures.plain(self.size, self._per_subject)

    @cached_property
    def exact_claims(self) -> list[Control]:
        """As claims that give both days."""
        return tenures.exact(self.held)

    @cached_property
    def exact(self) -> Dataset:
        """A dataset of those, with its indexes."""
        return self._indexed(self.exact_claims)

    @cached_property
    def reported(self) -> Dataset:
        """A dataset of the same with vague dates and corrections, with its indexes."""
        return self._indexed(tenures.as_reported(self.held))

    @cached_property
    def known_day(self) -> int:
        """The day of looking back, three quarters through the time of the dataset."""
        last = tenures.last_day(self.held)
        return tenures.FIRST_DAY + (last - tenures.FIRST_DAY) * 3 // 4

    def questions(self, count: int) -> list[tuple[str, int]]:
        """So many pairs of a subject and a day."""
        return tenures.questions(self.held, count)

    @staticmethod
    def _indexed(claims: list[Control]) -> Dataset:
        data = tenures.gathered(claims)
        ours.build(data)
        return data


@pytest.fixture(scope="session")
def size(request: pytest.FixtureRequest) -> int:
    """How many claims the dataset has."""
    asked: int = request.param
    return asked


@pytest.fixture(scope="session")
def world(size: int) -> World:
    """The dataset of this size."""
    return World(size)


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> int:
    """How many rounds are timed."""
    return int(request.config.option.rounds)


@pytest.fixture(scope="session")
def worlds() -> dict[int, World]:
    """Small datasets with 50, 500 and 5,000 claims a subject."""
    return {each: World(4 * each, each) for each in table.GROWN}


@pytest.fixture(scope="session")
def socket(request: pytest.FixtureRequest) -> Iterator[str]:
    """The socket of a PostgreSQL server that runs for the benchmarks alone."""
    try:
        with postgresql.server() as folder:
            request.config.stash[_SERVERS].append(f"PostgreSQL {postgresql.version(folder)}")
            yield folder
    except postgresql.NotInstalled as missing:
        pytest.skip(f"PostgreSQL is not compared: {missing}")


Measure = Callable[..., None]


@pytest.fixture
def measure(benchmark: BenchmarkFixture, request: pytest.FixtureRequest, rounds: int) -> Measure:
    """
    Time a call, and enter the median of what one question took in the table.

    ``questions`` is how many the call asks. With ``setup``, which gives the arguments, every round has its own.
    """

    def timed(  # noqa: PLR0913 - it is told whose work it is
        work: str,
        who: str,
        size: int,
        call: Callable[..., object],
        *,
        questions: int = 1,
        setup: _Setup | None = None,
    ) -> None:
        benchmark.group = f"{work}, {size:,} claims" if size else work
        benchmark.extra_info.update({"work": work, "who": who, "claims": size, "questions": questions})
        warmup = 0 if setup else 1
        benchmark.pedantic(call, setup=setup, rounds=rounds, iterations=1, warmup_rounds=warmup)  # type: ignore[no-untyped-call]
        if benchmark.stats is not None:
            stats: Any = benchmark.stats.stats
            seconds = stats.median / questions
            request.config.stash[_TIMINGS].add(work, who, size, table.Timing(seconds, rounds))

    return timed


@pytest.fixture
def remark(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Add a line under the table."""
    return request.config.stash[_TIMINGS].remarks.append
