"""Run by a Python of its own that has the two public reply parsers: texts in, new texts out.

Reads a JSON list of texts, writes a JSON object of lists, one a parser. Every language that a
parser knows is switched on.
"""

import json
import sys

import email_reply_parser  # type: ignore[import-not-found]  # stands in its own environment
import mailparser_reply  # type: ignore[import-not-found]  # likewise
from mailparser_reply import constants


def answer() -> None:
    """Answer on standard output."""
    texts: list[str] = json.load(sys.stdin)
    known = [name for name in constants.MAIL_LANGUAGES if name != "default"]
    several = mailparser_reply.EmailReplyParser(languages=known)
    json.dump(
        {
            "mail-parser-reply": [several.parse_reply(text) or "" for text in texts],
            "email-reply-parser": [
                email_reply_parser.EmailReplyParser.parse_reply(text) for text in texts
            ],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    answer()
