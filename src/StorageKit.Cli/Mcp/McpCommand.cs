using System.CommandLine;
using Microsoft.Extensions.Logging;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Mcp;

/// <summary><c>storagekit mcp</c>: the command line of <see cref="McpService"/>.</summary>
internal static class McpCommand
{
    internal static Command Create()
    {
        var config = new System.CommandLine.Option<string>("--config", "-c")
        {
            Description = "The file with the [[component]] and [[agent]] tables: TOML, or JSON when it ends in .json. "
                + "It is read again when it changes.",
            HelpName = "FILE",
            Required = true,
        };
        var agent = new System.CommandLine.Option<string>("--agent", "-a")
        {
            Description = "The agent that is served: it sees the components in its \"storage\" list, and no others.",
            HelpName = "NAME",
            Required = true,
        };
        var audit = new System.CommandLine.Option<string?>("--audit")
        {
            Description = "A storage.toml; its audit_sink records every call: who, which tool, which key, how it "
                + "ended, never a value. A call that cannot be recorded fails.",
            HelpName = "FILE",
        };
        var level = new System.CommandLine.Option<LogLevel>("--log-level")
        {
            Description = "The least that is logged, to standard error.",
            DefaultValueFactory = _ => LogLevel.Warning,
        };
        var command = new Command(
            "mcp",
            "Serves an agent's stores over the Model Context Protocol, on standard input and output.\n\n"
            + "Exit codes: 0 the client has ended the connection, 1 a store cannot be opened, 2 the command line or a "
            + "file is wrong, 130 stopped.")
        {
            config, agent, audit, level,
        };
        command.SetAction((given, cancellationToken) => new McpService(
            given.GetRequiredValue(config), given.GetRequiredValue(agent), given.GetValue(audit),
            given.GetValue(level)).RunAsync(cancellationToken));
        return command;
    }
}
