namespace StorageKit;

/// <summary>Ability of an <see cref="IObjectStore"/> whose backend is an SQL database: reading the database's own
/// tables, under a login that may only read. The statement is a stranger's; nothing it says changes anything.</summary>
public interface ISqlReader
{
    /// <summary>Whether the section allows it; the other members throw otherwise.</summary>
    bool CanQuery { get; }

    /// <summary>The tables and views that the login may read, in the ordinal order of their schemas and names.</summary>
    /// <exception cref="StorageException">The database did not answer.</exception>
    ValueTask<IReadOnlyList<SqlTable>> ListTablesAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs one statement that reads.</summary>
    /// <param name="statement">The statement's text: <c>SELECT</c>, <c>WITH</c>, <c>VALUES</c> or <c>TABLE</c>, with
    /// <c>$1</c>, <c>$2</c> … for parameters.</param>
    /// <param name="parameters">The parameters' texts, in order; null for SQL's NULL.</param>
    /// <param name="maxRows">The most rows to return; at least 1.</param>
    /// <param name="maxCharacters">The most UTF-16 code units of values to return, of all rows together.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <exception cref="ArgumentException">The database refuses the statement; the message says why, in its words.
    /// </exception>
    /// <exception cref="StorageException">It took too long (<see cref="StorageErrorKind.Timeout"/>), or the database
    /// did not answer.</exception>
    ValueTask<SqlRows> QueryAsync(
        string statement, IReadOnlyList<string?> parameters, int maxRows, int maxCharacters,
        CancellationToken cancellationToken = default);
}
