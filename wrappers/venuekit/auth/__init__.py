"""The venues' auth flows, and the signers that they use. One module for each venue."""
