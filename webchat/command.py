"""Everything the `webchat` command can do, in one place for the entry point."""

from webchat import cli, cli_house, cli_promise, cli_promises, cli_staff, cli_understand

__all__ = ["cli_house", "cli_promise", "cli_promises", "cli_staff", "cli_understand", "main"]
main = cli.main

if __name__ == "__main__":
    main()
