"""Figures of a community by week, over all jobs: sums that tell of no single person."""
