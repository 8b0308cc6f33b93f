using System.Data.Common;
using System.Globalization;
using StorageKit;

namespace BrokenDriver;

/// <summary>At the server's own level the transaction lets another one write between the SELECT and the UPDATE.</summary>
[StorageDriver("weak-transaction")]
public sealed class WeakTransactionCounter(WeakDatabase database) : IRateLimitCounter
{
    /// <inheritdoc/>
    public async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        await using var transaction = await database.Connection.BeginTransactionAsync(cancellationToken);
        await using var select = database.Connection.CreateCommand();
        select.CommandText = "SELECT n FROM counters WHERE key = @key";
        Add(select, "key", key);
        var stored = await select.ExecuteScalarAsync(cancellationToken);
        var total = Convert.ToInt64(stored, CultureInfo.InvariantCulture) + checked((long)amount);
        await using var update = database.Connection.CreateCommand();
        update.CommandText = "UPDATE counters SET n = @n WHERE key = @key"; // SK2013
        Add(update, "key", key);
        Add(update, "n", total);
        await update.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (ulong)total;
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

/// <summary>The connection of a <c>[storage.weak-transaction]</c> section.</summary>
[StorageResource]
public sealed class WeakDatabase : IAsyncDisposable
{
    /// <summary>Whatever database the application registered.</summary>
    public DbConnection Connection { get; } = DbProviderFactories.GetFactory("Acme").CreateConnection()!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
