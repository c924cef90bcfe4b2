"""Other ways to the same plan: engines given our model whole, the textbook's model, and a local search."""
