"""The version of claimcheck, as reports and the command line state it."""

VERSION = "0.1.0"
