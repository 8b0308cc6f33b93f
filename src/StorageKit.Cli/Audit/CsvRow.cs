using System.Text.Json;

namespace StorageKit.Cli.Audit;

/// <summary>Reads cells; errors name the column and show no value.</summary>
internal readonly struct CsvRow(IReadOnlyList<string?> cells)
{
    internal T? Maybe<T>(int column, Func<string, T> read) where T : struct =>
        cells[column] is null ? null : Of(column, read);

    internal T Of<T>(int column, Func<string, T> read)
    {
        try
        {
            return read(cells[column] ?? throw new FormatException());
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or JsonException
            or InvalidOperationException or NullReferenceException)
        {
            throw new FormatException(
                $"column {CsvRecord.Columns[column]}: not what storagekit audit export writes there");
        }
    }
}
