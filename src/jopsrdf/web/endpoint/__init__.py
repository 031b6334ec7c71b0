"""These rooms are the SPARQL endpoint: the protocol, the answers, the log, and how the endpoint describes itself."""
