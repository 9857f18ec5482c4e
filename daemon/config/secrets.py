"""Where passwords come from: systemd credentials, files, environment or a command.

Write one of ``{credential = "imap"}``, ``{file = "/run/secrets/imap"}``,
``{env = "IMAP_PASSWORD"}`` or ``{command = ["pass", "show", "imap"]}``. A password as
plain text in the configuration works too, for a file that only its owner can read. What is read
is kept out of every message.
"""

import os
import subprocess
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    SecretStr,
    WithJsonSchema,
    model_validator,
)

#: Where systemd puts a unit's credentials.
_CREDENTIALS: Final = "CREDENTIALS_DIRECTORY"
#: What stands before a credential's name: nothing, or the id of the folder that the unit loads it
#: from (systemd.exec(5), LoadCredential= of a directory).
_SOURCES: Final = ("", "secrets_", "encrypted_")


#: The folder that the units load credentials from; it is root's.
KEPT: Final = Path("/etc/triaged/secrets")


class SecretError(Exception):
    """The sentence says which source failed and what to do; it never holds the secret."""


class SecretSource(BaseModel):
    """One of the places a secret can come from."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    credential: str | None = None
    file: Path | None = None
    env: str | None = None
    command: tuple[str, ...] | None = None
    plain: SecretStr | None = None

    @model_validator(mode="after")
    def _one(self) -> "SecretSource":
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(
                'give exactly one of credential, file, env or command, e.g. {file = "…"}'
            )
        if self.plain is not None and not self.plain.get_secret_value():
            raise ValueError('is empty; name a source, e.g. {file = "…"}')
        return self

    def read(self) -> str:
        """Return the secret, without a final line break; raise ``SecretError``."""
        secret = self._read()
        if not secret:
            raise SecretError("the secret that was read is empty; write it where it is kept")
        return secret

    def _read(self) -> str:
        if self.plain is not None:
            return self.plain.get_secret_value()
        if self.env is not None:
            if self.env not in os.environ:
                raise SecretError(
                    f"the environment has no {self.env}; set it or name another source"
                )
            return os.environ[self.env]
        if self.command is not None:
            return _run(self.command)
        return _read_file(self._path())

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is a systemd credential and this is not its unit."""
        return self.credential is not None and _CREDENTIALS not in os.environ

    def _path(self) -> Path:
        if self.file is not None:
            return self.file
        folder = os.environ.get(_CREDENTIALS)
        if folder is None:
            return self._kept()
        names = [f"{source}{self.credential}" for source in _SOURCES]
        found = (Path(folder) / name for name in names)
        return next((path for path in found if path.exists()), Path(folder) / names[0])

    def _kept(self) -> Path:
        """Return the file that the unit loads the credential from; only root may read it."""
        path = KEPT / str(self.credential)
        if not os.access(path, os.R_OK):
            raise SecretError(
                f"credential {self.credential!r} is for the unit, and {path} cannot be read; "
                "run this with sudo, or name {file = …} or {env = …}"
            )
        return path


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise SecretError(
            f"cannot read the secret in {path}: {reason}; it stands there as one line, in a file "
            "that whoever runs this may read"
        ) from error


def _run(command: tuple[str, ...]) -> str:
    try:
        # The operator's own configuration names this command; nothing from a mail reaches it.
        done = subprocess.run(command, capture_output=True, check=True, timeout=30, text=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError) as error:
        raise SecretError(f"the command {command[0]!r} did not give the secret") from error
    return done.stdout.rstrip("\r\n")


def _from_text(value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    return {"plain": value} if isinstance(value, str) else value


#: A pydantic field that takes a source table or plain text.
Secret = Annotated[
    SecretSource,
    BeforeValidator(_from_text),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {
                        "credential": {"type": "string"},
                        "file": {"type": "string"},
                        "env": {"type": "string"},
                        "command": {"type": "array", "items": {"type": "string"}},
                    },
                    "additionalProperties": False,
                    "minProperties": 1,
                    "maxProperties": 1,
                },
            ]
        }
    ),
]
