using System.Data.Common;
using StorageKit;

namespace BrokenDriver;

/// <summary>Each upsert stores the caller's amount instead of adding it.</summary>
[StorageDriver("latest-amount")]
public sealed class LatestAmountCounter(CounterDatabase database) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await using var command = database.Connection.CreateCommand();
        command.CommandText =
            "INSERT INTO counters (key, n) VALUES (@key, @n) ON CONFLICT (key) DO UPDATE SET n = EXCLUDED.n"; // SK2014
        Add(command, "key", key);
        Add(command, "n", checked((long)amount));
        await command.ExecuteNonQueryAsync(cancellationToken);
        return amount;
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => new(0ul);

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}

/// <summary>The connection of a <c>[storage.latest-amount]</c> section.</summary>
[StorageResource]
public sealed class CounterDatabase : IAsyncDisposable
{
    /// <summary>Whatever database the application registered.</summary>
    public DbConnection Connection { get; } = DbProviderFactories.GetFactory("Acme").CreateConnection()!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
