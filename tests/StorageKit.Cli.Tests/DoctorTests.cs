using System.Text.Json;

namespace StorageKit.Cli.Tests;

[Collection(nameof(LiveServers))]
public sealed class DoctorTests(LiveServers servers) : ToolFolder
{
    [Fact]
    public async Task Every_backend_is_asked_and_what_is_to_be_known_says_what_to_do()
    {
        await WriteAsync("""
            [storage]
            policy_store = "postgres"
            audit_sink = "sqlite"
            session_store = "redis"
            credential_store = "local"
            rate_limit_counter = "redis"
            lifecycle_store = "memory"

            [storage.sqlite]
            path = "audit.db"

            [storage.local]
            path = "files"

            """ + servers.Postgres + "\n" + servers.Redis + Encryption);
        var result = await RunAsync("doctor", "storage.toml");
        Assert.Equal("", result.Error);
        Assert.Matches(@"(?m)^postgres  \(policy_store\)$", result.Output);
        Assert.Matches(@"(?m)^  good    policy_store        answered in [\d.]+ ms$", result.Output);
        Assert.Matches(@"(?m)^  good    version +PostgreSQL \d+", result.Output);
        Assert.Matches(@"(?m)^  notice  rights +the login is a superuser.*; log in as", result.Output);
        Assert.Matches(@"(?m)^  good    clock +the server's clock is at most 0\.0 s off", result.Output);
        Assert.Matches(@"(?m)^  good    version +Redis \d+", result.Output);
        Assert.Matches(@"(?m)^  good    persistence +acknowledged writes are on the server's disk", result.Output);
        Assert.Matches(@"(?m)^  good    version +SQLite 3\.", result.Output);
        Assert.Matches(@"(?m)^  notice  durability +all of it ends with the process; select another", result.Output);
        Assert.DoesNotContain(servers.Password, result.Output, StringComparison.Ordinal);
        // The suite's PostgreSQL syncs nothing, to be fast: that is found.
        var fsync = result.Output.Contains("bad     fsync", StringComparison.Ordinal);
        Assert.Equal(fsync ? 1 : 0, result.ExitCode);
    }

    [Fact]
    public async Task A_backend_that_is_away_hides_none_of_the_others()
    {
        await WriteAsync(
            Right.Replace("policy_store = \"sqlite\"", "policy_store = \"postgres\"", StringComparison.Ordinal)
            + "\n\n[storage.postgres]\nhost = \"127.0.0.1\"\nport = 1\ndatabase = \"d\"\nusername = \"u\"\n"
            + "password = \"hunter2\"\n");
        var result = await RunAsync("doctor", "storage.toml", "--json");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("hunter2", result.Output, StringComparison.Ordinal);
        var drivers = JsonDocument.Parse(result.Output).RootElement.EnumerateArray()
            .ToDictionary(driver => driver.GetProperty("driver").GetString()!, driver => driver.GetProperty("findings"));
        Assert.Equal(["memory", "postgres", "sqlite"], drivers.Keys.Order(StringComparer.Ordinal));
        var away = Assert.Single(drivers["postgres"].EnumerateArray());
        Assert.Equal("bad", away.GetProperty("level").GetString());
        Assert.StartsWith("storage.toml: ", away.GetProperty("fact").GetString(), StringComparison.Ordinal);
        Assert.True(drivers["sqlite"].GetArrayLength() > 4);
    }

    [Fact]
    public async Task What_others_may_read_is_bad()
    {
        if (OperatingSystem.IsWindows()) return;
        await WriteAsync(Right);
        await RunAsync("doctor", "storage.toml");
        File.SetUnixFileMode(PathOf("audit.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var result = await RunAsync("doctor", "storage.toml");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "bad     rights         other users may read or write it; take the rights away: chmod go-rwx", result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_not_opened()
    {
        await WriteAsync(Right.Replace("path", "pth", StringComparison.Ordinal));
        var result = await RunAsync("doctor", "storage.toml");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("did you mean \"path\"?", result.Error, StringComparison.Ordinal);
    }
}
