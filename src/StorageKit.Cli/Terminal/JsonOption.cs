namespace StorageKit.Cli.Terminal;

/// <summary>The <c>--json</c> of every command that has a result.</summary>
internal static class JsonOption
{
    internal static System.CommandLine.Option<bool> Instance { get; } = new("--json")
    {
        Description = "The result as JSON on standard output, for machines.",
    };
}
