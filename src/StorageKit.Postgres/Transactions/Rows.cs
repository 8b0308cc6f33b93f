using Npgsql;

namespace StorageKit.Postgres;

/// <summary>What is read from a statement's result.</summary>
internal static class Rows
{
    internal static Func<NpgsqlDataReader, CancellationToken, Task<T?>> FirstOf<T>(Func<NpgsqlDataReader, T?> decode) =>
        async (row, cancellationToken) =>
            await row.ReadAsync(cancellationToken).ConfigureAwait(false) ? decode(row) : default;

    internal static Func<NpgsqlDataReader, CancellationToken, Task<List<T>>> AllOf<T>(
        Func<NpgsqlDataReader, T> decode) => async (row, cancellationToken) =>
    {
        List<T> rows = [];
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(decode(row));
        return rows;
    };

    /// <summary>How many rows the statements changed.</summary>
    internal static async Task<int> Changed(NpgsqlDataReader result, CancellationToken cancellationToken)
    {
        while (await result.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
            // The number is whole when all results have passed.
        }
        return Math.Max(0, result.RecordsAffected);
    }
}
