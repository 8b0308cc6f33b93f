using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using StorageKit.Conformance;

namespace StorageKit.Cli.Tests;

[Collection(nameof(LiveServers))]
public sealed class CertifyTests(LiveServers servers) : ToolFolder
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("local")]
    [InlineData("postgres")]
    [InlineData("redis")]
    [InlineData("memory")]
    public async Task A_live_driver_is_certified_in_a_place_of_its_own_of_which_nothing_is_left(string driver)
    {
        await WriteAsync(
            Right + "\n\n[storage.local]\npath = \"files\"\n" + servers.Postgres + "\n" + servers.Redis + Encryption);
        var before = await StateAsync();
        var result = await RunAsync("certify", "storage.toml", "--driver", driver, "--lane", "fast", "--to", "out");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"storagekit: {driver}, in ", result.Error, StringComparison.Ordinal);
        Assert.Matches($@"^{driver}: [1-9]\d+ passed, 0 failed, 0 inconclusive, ", result.Output);
        Assert.Contains("concurrent      not reached: ", result.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await ReadAsync("out/conformance.json"));
        Assert.Equal(driver, json.RootElement.GetProperty("driver").GetString());
        Assert.StartsWith("<!doctype html>", await ReadAsync("out/conformance.html"), StringComparison.OrdinalIgnoreCase);
        Directory.Delete(PathOf("out"), recursive: true);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_clause_that_fails_is_explained_and_can_be_replayed_here()
    {
        // Nothing expires unless asked for; this section asks for it after a millisecond.
        await WriteAsync(Right + "\n\n[storage.memory]\nagent_ttl = \"1ms\"\n");
        var result = await RunAsync("certify", "storage.toml", "--driver", "memory", "--lane", "fast");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("LIF-", result.Output, StringComparison.Ordinal);
        var line = result.Output.Split('\n').First(text => text.StartsWith("Replay: ", StringComparison.Ordinal));
        Assert.Matches("^Replay: storagekit replay SK1-[A-Z]{3}[0-9]{2}-[^ ]+ storage.toml --driver memory$", line);
        var replay = await RunAsync(line.Split(' ')[2..]);
        Assert.Equal(1, replay.ExitCode);
        Assert.Contains(line, replay.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The driver \"outbox\" has no place", "certify", "storage.toml", "-d", "outbox")]
    [InlineData("There is no driver \"nope\"; the tool has local, ", "certify", "storage.toml", "-d", "nope")]
    [InlineData("'nonsense' not recognized", "certify", "storage.toml", "-d", "sqlite", "--lane", "nonsense")]
    [InlineData(
        "--to: the folder storage.toml/x cannot be made", "certify", "storage.toml", "-d", "sqlite", "--to",
        "storage.toml/x")]
    [InlineData("nofolder does not exist; create it", "audit", "export", "storage.toml", "--to", "nofolder/log.csv")]
    [InlineData("has no path", "certify", "storage.toml", "-d", "local")]
    [InlineData("its checksum is wrong", "replay", "SK1-RLC05-Amn19bx")]
    [InlineData("has not these three parts", "replay", "RLC-05")]
    [InlineData("Add --driver NAME", "replay", "SK1-RLC05-Amn19bs", "storage.toml")]
    public async Task What_cannot_be_run_is_said_before_anything_is(string said, params string[] command)
    {
        await WriteAsync(Right);
        var result = await RunAsync(command);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(said.Replace("its checksum", "checksum", StringComparison.Ordinal), result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_string_is_explained()
    {
        var result = await RunAsync("replay", "SK1-RLC05-Amn19bs");
        Assert.Equal(
            """
            RLC-05 Concurrent increments tile: no two callers ever own the same unit.
            seed 1
            in a suite: STORAGEKIT_REPLAY=SK1-RLC05-Amn19bs dotnet test --filter "clause=RLC-05"
            here:       storagekit replay SK1-RLC05-Amn19bs FILE --driver NAME

            """, result.Output);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_run_and_removes_the_place()
    {
        if (OperatingSystem.IsWindows()) return;
        await WriteAsync(Right + Encryption);
        // A test run that was started in the background ignores Ctrl-C, and so would what it starts.
        using var process = Process.Start(new ProcessStartInfo(
            "env", ["--default-signal=INT", "dotnet", Tool.Path, "certify", "storage.toml", "--driver", "sqlite"])
        {
            WorkingDirectory = Folder, RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        Assert.StartsWith("storagekit: sqlite, in ", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(Folder));
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(Directory.GetDirectories(Folder));
    }

    /// <summary>What is in the folder, the schemas of the database and the keys of Redis.</summary>
    async Task<string> StateAsync()
    {
        var address = servers.PostgresAddress;
        await using var source = NpgsqlDataSource.Create(
            $"Host={address.Host};Port={address.Port};Username={address.User};Password={address.Password};"
            + $"Database={address.Database}");
        await using var schemas = source.CreateCommand("SELECT string_agg(nspname, ',' ORDER BY nspname) FROM pg_namespace");
        await using var section = await Drivers.CreateRegistry().OpenSectionAsync("redis", string.Join('\n', servers.Redis.Split('\n')[2..]));
        await using var keys = section.Resource<StorageKit.Redis.RedisServer>();
        var reply = await keys.SendAsync(["DBSIZE"u8.ToArray()], "keys", default);
        return $"{string.Join(',', Directory.GetFileSystemEntries(Folder).Order(StringComparer.Ordinal))} "
            + $"{await schemas.ExecuteScalarAsync()} {reply.Integer}";
    }
}
