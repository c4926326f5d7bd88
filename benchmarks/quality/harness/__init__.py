# SPDX-License-Identifier: Apache-2.0
"""The parts of benchmarks/quality/run: sets, engines, figures, tables. Standard library only."""
