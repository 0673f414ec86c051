"""SHACL: quads in, findings out.

The shapes are the Turtle files under `shapes/`; to add a rule, add it there, with a good and a
broken graph in `tests/check/test_shapes.py`. Engines are the rows of `engines.ENGINES`: pySHACL is
the reference, `shacl` (Rust) is what a collection is checked with; the tests hold them to the same findings.

What the shapes look up beside the data (which concepts there are, that a post is an
organisation) is `shapes.background`; it goes into the data graph, since pySHACL's
`ont_graph` shows an engine classes but no individuals.
"""

from cablerdf.check.batch import check_batch
from cablerdf.check.relevant import seen
from cablerdf.check.report import Finding, Report
from cablerdf.check.validate import validate

__all__ = ["Finding", "Report", "check_batch", "seen", "validate"]
