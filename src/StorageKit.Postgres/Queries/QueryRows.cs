using System.Data;
using System.Globalization;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Reads what the cursor of a stranger's statement gives, up to limits that hold while it is read: one value
/// can be a gigabyte.</summary>
internal static class QueryRows
{
    internal static async Task<SqlRows> FetchAsync(
        NpgsqlConnection connection, int maxRows, int maxCharacters, CancellationToken cancellationToken)
    {
        var fetch = new NpgsqlCommand(
            string.Create(CultureInfo.InvariantCulture, $"FETCH FORWARD {maxRows + 1} FROM query"), connection)
        {
            // As text, whatever the type is.
            AllResultTypesAreUnknown = true,
        };
        await using var ownedFetch = fetch.ConfigureAwait(false);
        var reader = await fetch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken)
            .ConfigureAwait(false);
        await using var ownedReader = reader.ConfigureAwait(false);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        List<IReadOnlyList<string?>> rows = [];
        var left = maxCharacters;
        var buffer = new char[maxCharacters];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (rows.Count == maxRows) return Cut(fetch, columns, rows);
            var row = new string?[columns.Count];
            rows.Add(row);
            for (var i = 0; i < row.Length; i++)
            {
                if (await reader.IsDBNullAsync(i, cancellationToken).ConfigureAwait(false)) continue;
                row[i] = await ReadAsync(reader, i, buffer.AsMemory(0, left), cancellationToken).ConfigureAwait(false);
                left -= row[i]!.Length;
                if (left <= 1) return Cut(fetch, columns, rows);
            }
        }
        return new(columns, rows, IsCut: false);
    }

    // Closing the reader takes in what is still sent; the server is told to stop.
    static SqlRows Cut(NpgsqlCommand fetch, List<string> columns, List<IReadOnlyList<string?>> rows)
    {
        fetch.Cancel();
        return new(columns, rows, IsCut: true);
    }

    static async Task<string> ReadAsync(
        NpgsqlDataReader reader, int column, Memory<char> buffer, CancellationToken cancellationToken)
    {
        using var text = await reader.GetTextReaderAsync(column, cancellationToken).ConfigureAwait(false);
        var length = await text.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        // Not between the halves of a character.
        if (length == buffer.Length && char.IsHighSurrogate(buffer.Span[length - 1])) length--;
        return buffer.Span[..length].ToString();
    }
}
