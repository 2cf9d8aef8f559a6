"""What is done with an account that is there: connect it, rotate and revoke its credentials, reset its password, check it.

These recipes get the credentials that an earlier run has kept (`Facts.held`), beside the dossier. Their clients are made
without the means to log in or to renew a token by themselves: all of that are steps here, so that nothing that a venue
gives is lost.
"""
