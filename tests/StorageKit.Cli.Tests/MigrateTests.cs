using System.Diagnostics;
using System.Text.Json;

namespace StorageKit.Cli.Tests;

/// <summary><c>storagekit migrate</c>, from one file to real servers.</summary>
[Collection(nameof(LiveServers))]
public sealed class MigrateTests(LiveServers servers) : ToolFolder
{
    const int Things = 30;

    static readonly TenantId s_tenant = TenantId.Parse("018f3c5e-0000-7000-8000-000000000001");

    [Fact]
    public async Task All_that_a_tenant_keeps_moves_from_sqlite_to_postgres_and_redis()
    {
        await WriteAsync(Selecting("sqlite", "sqlite", "sqlite") + Encryption, "old.toml");
        await WriteAsync(Selecting("postgres", "redis", "postgres") + NewPlace() + Encryption, "new.toml");
        await FillAsync("old.toml", s_tenant);
        await FillAsync("old.toml", TenantId.System);

        var result = await RunAsync("migrate", "--from", "old.toml", "--to", "new.toml", "--tenant", $"{s_tenant}");
        Assert.Equal(
            (0, ""), (result.ExitCode, string.Join('\n', result.Error.Split('\n').Where(line => !line.Contains(" of "))).Trim()));
        foreach (var kind in new[]
            { "policy_store", "session_store", "credential_store", "lifecycle_store", "object_store", "rate_limit_counter" })
            Assert.Matches($@"(?m)^{kind} +sqlite +(postgres|redis) +{Things} +the same on both sides$", result.Output);
        Assert.Matches($@"(?m)^audit_sink +sqlite +postgres +{Things} +the same on both sides$", result.Output);

        var again = await RunAsync("migrate", "--from", "old.toml", "--to", "new.toml", "--tenant", $"{s_tenant}");
        Assert.Equal((2, ""), (again.ExitCode, again.Output));
        Assert.Contains("is not empty for tenant", again.Error, StringComparison.Ordinal);
        Assert.Equal(
            $"OK: {Things} entries in 1 session, 0 broken\n",
            (await RunAsync("audit", "verify", "new.toml", "--tenant", $"{s_tenant}")).Output);
        Assert.Equal(
            "OK: 0 entries in 0 sessions, 0 broken\n", (await RunAsync("audit", "verify", "new.toml")).Output);
        await using var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load(PathOf("new.toml")));
        await using var stores = await storage.OpenTenantAsync(s_tenant);
        Assert.Equal(
            "secret 7"u8.ToArray(), await stores.Get<ICredentialStore>().GetSecretAsync("key/7"));
        Assert.Equal(7ul + 1, await stores.Get<IRateLimitCounter>().CurrentAsync("counter 7"));
    }

    [Fact]
    public async Task A_killed_migration_goes_on_where_it_was()
    {
        const int Entries = 20_000;
        await WriteAsync(Selecting("sqlite", "sqlite", "sqlite") + Encryption, "old.toml");
        await WriteAsync(
            Selecting("sqlite", "sqlite", "sqlite").Replace("audit.db", "new.db", StringComparison.Ordinal) + Encryption, "new.toml");
        await FillAsync("old.toml", s_tenant, Entries);
        string[] command = ["migrate", "--from", "old.toml", "--to", "new.toml", "-t", $"{s_tenant}", "--only", "audit_sink"];
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [Tool.Path, .. command])
            { WorkingDirectory = Folder, RedirectStandardError = true, RedirectStandardOutput = true })!)
        {
            // Looked at from outside, and often: opening the log here would take longer than the whole copy.
            var log = new FileInfo(PathOf("new.db-wal"));
            for (; !(log.Exists && log.Length > 2 * 1024 * 1024) && !process.HasExited; log.Refresh()) Thread.Yield();
            process.Kill();
            await process.WaitForExitAsync();
        }
        Assert.InRange(await CountAsync(), 1, Entries - 1);
        Assert.True(File.Exists(PathOf("new.toml.migration")));

        await WriteAsync(await ReadAsync("old.toml"), "other.toml");
        var foreign = await RunAsync("migrate", "--from", "other.toml", "--to", "new.toml", "-t", $"{s_tenant}");
        Assert.Contains("is of another migration", foreign.Error, StringComparison.Ordinal);

        var resumed = await RunAsync(command);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Matches($@"(?m)^audit_sink +sqlite +sqlite +20,000 +the same on both sides$", resumed.Output);
        Assert.False(File.Exists(PathOf("new.toml.migration")));
        Assert.Equal(Entries, await CountAsync());

        async Task<int> CountAsync()
        {
            if (!File.Exists(PathOf("new.db"))) return 0;
            await using var storage = await Drivers.CreateRegistry().OpenAsync(
                StorageConfig.Load(PathOf("new.toml")), kind => kind == "audit_sink");
            await using var stores = await storage.OpenTenantAsync(s_tenant);
            var log = (IAuditLog)stores.Get<IAuditSink>();
            var count = 0;
            await foreach (var _ in log.ReadAllAsync()) count++;
            return count;
        }
    }

    [Fact]
    public async Task What_cannot_be_moved_is_told_and_the_rest_moves()
    {
        await WriteAsync(Selecting("sqlite", "memory", "sqlite") + Encryption, "old.toml");
        await WriteAsync(Selecting("sqlite", "memory", "sqlite") + Encryption, "new.toml");
        var same = await RunAsync("migrate", "--from", "old.toml", "--to", "new.toml", "--json");
        Assert.Equal(0, same.ExitCode);
        Assert.Equal(
            ["nothing of it outlives its process", "the same store"],
            JsonDocument.Parse(same.Output).RootElement.EnumerateArray()
                .Select(row => row.GetProperty("skipped").GetString()!).Distinct().Order(StringComparer.Ordinal));
        var unknown = await RunAsync("migrate", "--from", "old.toml", "--to", "new.toml", "--only", "audit");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("--only audit: expected one of policy_store, ", unknown.Error, StringComparison.Ordinal);
    }

    string Selecting(string most, string counters, string credentials) => $"""
        [storage]
        policy_store = "{most}"
        audit_sink = "{most}"
        session_store = "{counters}"
        credential_store = "{credentials}"
        rate_limit_counter = "{counters}"
        lifecycle_store = "{most}"
        object_store = "{most}"

        [storage.sqlite]
        path = "{PathOf("audit.db")}"
        """;

    /// <summary>The servers' sections, with a place of this test's own.</summary>
    string NewPlace() => "\n" + (servers.Postgres + "\nschema = \"migrate_test\"\n" + servers.Redis
        + "\nkey_prefix = \"migrate-test\"\n");

    async Task FillAsync(string file, TenantId tenant, int entries = Things)
    {
        await using var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load(PathOf(file)));
        await using var stores = await storage.OpenTenantAsync(tenant);
        var (agent, session) = (AgentId.New(), SessionId.New());
        List<AuditEntry> log = [];
        for (var i = 0; i < entries; i++)
            log.Add(new(
                (ulong)i, (ulong)i, AuditEventType.ToolCallIntercepted, agent, session, "{}",
                i == 0 ? Hash256.Genesis : log[^1].EntryHash));
        foreach (var chunk in log.Chunk(1000))
            await ((IAuditBatchSink)stores.Get<IAuditSink>()).EmitBatchAsync(chunk);
        if (entries != Things) return;
        for (var i = 0; i < Things; i++)
        {
            await ((IPolicyWriter)stores.Get<IPolicyStore>()).PutPolicyAsync(
                AgentId.New(), new PolicyDocument((uint)i + 1, $"policy {i}", [], EnforcementMode.Enforce));
            await stores.Get<ISessionStore>().SaveAsync(new(SessionId.New(), agent, (ulong)i));
            await stores.Get<ICredentialStore>().PutSecretAsync($"key/{i}", System.Text.Encoding.UTF8.GetBytes($"secret {i}"));
            await stores.Get<ILifecycleStore>().RegisterAsync(AgentId.New());
            await stores.Get<IObjectStore>().WriteAsync($"object/{i}", new byte[i]);
            await stores.Get<IRateLimitCounter>().IncrementAsync($"counter {i}", (ulong)i + 1, TimeSpan.FromHours(1));
        }
    }
}
