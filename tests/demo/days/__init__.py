"""Working days of staff, as scripts: how a client goes about them over HTTP alone."""
