"""The wire to Microsoft: who may call us, as whom we call, and nothing of the product."""

from bot.teams.connection.activity import Activity, Attachment
from bot.teams.connection.connector import Connector, Member, Place
from bot.teams.connection.hosts import Hosts
from bot.teams.connection.inbound import Gate, LoopbackGate, NotFromTeams
from bot.teams.connection.keys import SigningKeys
from bot.teams.connection.outbound import AppTokens, NoTokens, Tokens

__all__ = [
    "Activity",
    "AppTokens",
    "Attachment",
    "Connector",
    "Gate",
    "Hosts",
    "LoopbackGate",
    "Member",
    "NoTokens",
    "NotFromTeams",
    "Place",
    "SigningKeys",
    "Tokens",
]
