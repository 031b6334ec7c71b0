"""These rooms speak HTTP/1.1 over sockets, with asyncio and httptools; what is answered is no business of theirs."""
