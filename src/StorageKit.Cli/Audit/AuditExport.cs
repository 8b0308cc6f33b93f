using System.Globalization;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Audit;

/// <summary>Writes records, in the memory of a page.</summary>
internal sealed class AuditExport(AuditSource source, SessionId? only, bool csv)
{
    internal async Task RunAsync(string? file, bool force, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await WriteAsync(Console.Out, csv, cancellationToken);
            return;
        }
        if (File.Exists(file) && !force)
            throw new UsageException($"{file} is there already; name another file, or add --force.");
        var isCsv = csv || file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        await OutputFile.WriteAsync(file, writer => WriteAsync(writer, isCsv, cancellationToken));
    }

    async Task WriteAsync(TextWriter writer, bool isCsv, CancellationToken cancellationToken)
    {
        var count = 0L;
        if (isCsv) writer.Write($"{string.Join(',', CsvRecord.Columns)}\r\n");
        using (var progress = ProgressLine.Create())
            await source.ForEachAsync(
                record =>
                {
                    if (only is { } session && record.Entry.SessionId != session) return;
                    writer.Write(isCsv ? $"{CsvRecord.Write(record)}\r\n" : $"{RecordLine.Write(record)}\n");
                    progress.Report(++count, "entries");
                },
                cancellationToken);
        await writer.FlushAsync(cancellationToken);
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"storagekit: {count:N0} entries exported"));
    }
}
