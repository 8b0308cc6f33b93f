namespace StorageKit.Postgres;

public sealed partial class PostgresObjectStore : ISqlReader
{
    /// <inheritdoc/>
    public bool CanQuery => Database.Queries is not null;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SqlTable>> ListTablesAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return await Queries().ListTablesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<SqlRows> QueryAsync(
        string statement, IReadOnlyList<string?> parameters, int maxRows, int maxCharacters,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(statement);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCharacters, 1);
        ThrowIfDisposed();
        return await Queries().QueryAsync(statement, parameters, maxRows, maxCharacters, cancellationToken)
            .ConfigureAwait(false);
    }

    QueryLogin Queries() => Database.Queries ?? throw new StorageException(
        StorageErrorKind.Unauthorized, "[storage.postgres] does not allow queries; set query = true");
}
