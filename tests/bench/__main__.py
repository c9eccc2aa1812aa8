"""`make bench`."""

from tests.bench import promises
from tests.bench.table import drawn

print(drawn(promises.rows()))
