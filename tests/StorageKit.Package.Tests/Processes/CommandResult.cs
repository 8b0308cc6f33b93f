namespace StorageKit.Package.Tests.Processes;

/// <summary>How a command ended and what it printed.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    internal void AssertSucceeded() => Assert.True(ExitCode == 0, $"'{Command}' ended with {ExitCode}:\n{Output}");

    internal void AssertFailedWith(string text)
    {
        Assert.True(ExitCode != 0, $"'{Command}' succeeded, and should not have:\n{Output}");
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"'{Command}' did not print '{text}':\n{Output}");
    }
}
