"""Proves layers right: find → drive → probe → judge → report."""
