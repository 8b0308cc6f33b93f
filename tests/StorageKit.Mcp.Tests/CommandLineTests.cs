using System.Diagnostics;
using StorageKit.Mcp.Tests.Setup;

namespace StorageKit.Mcp.Tests;

/// <summary><c>storagekit mcp</c> as a shell sees it.</summary>
public sealed class CommandLineTests : IDisposable
{
    readonly Workplace _workplace = new();

    [Fact]
    public async Task Without_its_options_the_command_says_which_and_leaves_standard_output_alone()
    {
        var (code, output, error) = await RunAsync(["dotnet", Workplace.Tool, "mcp"]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("'--config' is required", error, StringComparison.Ordinal);
        Assert.Contains("'--agent' is required", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_the_file_does_not_have_is_refused_with_those_it_has()
    {
        var (code, output, error) = await RunAsync(_workplace.Serve("wrter"));
        Assert.Equal((2, ""), (code, output));
        Assert.Equal(
            $"{_workplace.Config}: there is no agent \"wrter\"; the file has: writer, reader, nobody.", error.Trim());
    }

    [Fact]
    public async Task A_file_that_is_wrong_is_refused_with_every_error_and_its_place()
    {
        _workplace.Change("storage_type = \"memory\"", "storage_type = \"memry\"");
        _workplace.Change("[\"docs:read\"]", "[\"dogs:read\"]");
        var (code, output, error) = await RunAsync(_workplace.Serve("writer"));
        Assert.Equal((2, ""), (code, output));
        Assert.Matches(@"storage\.toml:\d+:\d+: .*""memry"".*did you mean ""memory""", error);
        Assert.Matches(@"storage\.toml:\d+:\d+: .*""dogs"".*did you mean ""docs""", error);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_ends_the_command_with_its_name()
    {
        _workplace.Change("docs'", "absent/docs'");
        var (code, output, error) = await RunAsync(_workplace.Serve("writer"));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("component \"docs\"", error, StringComparison.Ordinal);
        Assert.Contains("create it", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_command_with_success()
    {
        var (code, output, _) = await RunAsync(_workplace.Serve("writer"));
        Assert.Equal((0, ""), (code, output));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_command_at_once_with_130()
    {
        // A test run that was started in the background ignores Ctrl-C, and so would what it starts.
        using var server = Start(["env", "--default-signal=INT", .. _workplace.Serve("writer")]);
        await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"ping"}""");
        Assert.NotNull(await server.StandardOutput.ReadLineAsync());
        Process.Start("kill", ["-INT", $"{server.Id}"]).WaitForExit();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await server.WaitForExitAsync(patience.Token);
        Assert.Equal(130, server.ExitCode);
    }

    [Fact]
    public async Task Help_names_the_options_and_the_exit_codes()
    {
        var (code, output, error) = await RunAsync(["dotnet", Workplace.Tool, "mcp", "--help"]);
        Assert.Equal((0, ""), (code, error));
        Assert.All(
            ["--config", "--agent", "--audit", "--log-level", "130"],
            word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    static Process Start(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    static async Task<(int Code, string Output, string Error)> RunAsync(string[] command)
    {
        using var process = Start(command);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => _workplace.Dispose();
}
