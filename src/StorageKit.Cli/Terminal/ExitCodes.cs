namespace StorageKit.Cli.Terminal;

/// <summary>How the tool ends; the same for every command, and in docs/cli.md.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    internal const int Success = 0;

    /// <summary>What was asked for could not be done; standard error says why.</summary>
    internal const int Failure = 1;

    /// <summary>The command line, or a configuration file, is wrong.</summary>
    internal const int Usage = 2;

    /// <summary>Stopped from outside (Ctrl-C).</summary>
    internal const int Stopped = 130;
}
