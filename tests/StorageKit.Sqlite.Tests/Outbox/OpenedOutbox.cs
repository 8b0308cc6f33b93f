using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace StorageKit.Sqlite.Tests;

/// <summary>An outbox in front of a database of the driver "sqlite", each in a file of one folder.</summary>
internal sealed class OpenedOutbox : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly DriverSection _section;
    readonly string _folder;

    OpenedOutbox(DriverSection section, TenantStores stores, string folder)
    {
        _section = section;
        Sink = stores.Get<IAuditSink>();
        _folder = folder;
    }

    internal static Registry Registry() => new Registry().AddOutbox().AddSqlite();

    internal static async Task<OpenedOutbox> OpenAsync(string folder, string outbox = "", string target = "")
    {
        var section = await Registry().OpenSectionAsync(
            OutboxDriver.Name,
            OutboxSections.Sqlite(folder, $"retry_interval = '200ms'\n{outbox}") + $"\nbusy_timeout = '20ms'\n{target}");
        return new(section, await section.OpenTenantAsync(TenantId.System), folder);
    }

    internal IAuditSink Sink { get; }

    internal ValueTask CheckHealthAsync() => ((IHealthCheckable)Sink).CheckHealthAsync();

    internal async Task EmitAsync(params IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries) await Sink.EmitAsync(entry);
    }

    /// <summary>What the target holds.</summary>
    internal async Task<List<AuditEntry>> ArrivedAsync() =>
        [.. await new TargetLog(_folder).ReadAllAsync(TenantId.System)];

    /// <summary>Returns when that many rows are left in the outbox.</summary>
    internal async Task HoldsAsync(long count)
    {
        var started = Stopwatch.GetTimestamp();
        while (Held(_folder) != count)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{Held(_folder)} are held, not {count}");
            await Task.Delay(20);
        }
    }

    internal static long Held(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={folder}/outbox.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM entries";
        return (long)command.ExecuteScalar()!;
    }

    public ValueTask DisposeAsync() => _section.DisposeAsync();
}
