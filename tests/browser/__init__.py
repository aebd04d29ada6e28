"""The built site, measured as readers and their browsers meet it."""
