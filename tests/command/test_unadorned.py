"""What a service carries for months."""

import subprocess
import sys


def test_a_service_loads_nothing_that_prints_in_colour() -> None:
    """Logs bring neither rich nor pygments; a command that prints tables has them all the same."""
    code = (
        "import sys, daemon.commands.run, daemon.service, daemon.log_output\n"
        "print(sorted({'rich', 'pygments'} & set(sys.modules)))\n"
        "from rich.console import Console\n"
        "print(Console.__name__)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]\nConsole\n" == told.stdout
