"""`make bench`."""

from tests.bench import finding, promises, turns, understanding, weight
from tests.bench.table import drawn

if __name__ == "__main__":  # the servers' own processes read this file again
    print(drawn([*promises.rows(), *turns.rows(), *weight.rows(), *finding.rows(), *understanding.rows()]))
