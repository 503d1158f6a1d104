"""Keys of this process, and what is made with them: boxes, blind indexes, keyed digests."""
