"""These rooms are the channels for harvesters: OAI-PMH, VoID, dumps, feed, sitemap, linksets, embedding."""
