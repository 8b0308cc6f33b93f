using System.Text;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Audit;

/// <summary>Where records come from: the audit sink of a configuration, or a file that was exported from one.</summary>
internal sealed class AuditSource(string file, TenantId tenant)
{
    const int PageSize = 10_000;

    internal bool IsExport => file == "-" || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || IsCsv;

    bool IsCsv => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Shows every record, oldest first, in the memory of a page.</summary>
    /// <exception cref="UsageException">The file is no source; the message says what is.</exception>
    /// <exception cref="IOException">A record cannot be read; the message says which.</exception>
    internal async Task ForEachAsync(Action<AuditRecord> look, CancellationToken cancellationToken)
    {
        if (IsExport) ReadExport(look, cancellationToken);
        else
            await WithLogAsync(
                async log =>
                {
                    await foreach (var record in log.ReadAllAsync(0, PageSize, cancellationToken)) look(record);
                    return true;
                },
                cancellationToken);
    }

    /// <summary>Opens the audit sink of the configuration and nothing else.</summary>
    internal async Task<T> WithLogAsync<T>(Func<IAuditLog, Task<T>> use, CancellationToken cancellationToken)
    {
        var services = new StorageServices
        {
            LoggerFactory = new StandardErrorLog(
                Console.Error, Microsoft.Extensions.Logging.LogLevel.Warning, TimeProvider.System),
        };
        await using var storage = await Drivers.CreateRegistry().OpenAsync(
            StorageConfig.Load(file), kind => kind == "audit_sink", services, cancellationToken);
        await using var stores = await storage.OpenTenantAsync(tenant, cancellationToken);
        return await use(stores.Get<IAuditSink>() as IAuditLog ?? throw new UsageException(
            $"{file}: the driver of audit_sink cannot be read back (it is no IAuditLog); name another one"));
    }

    void ReadExport(Action<AuditRecord> look, CancellationToken cancellationToken)
    {
        using var text = OpenText();
        var (csv, lines, number) = (IsCsv ? new CsvReader(text) : null, new LineReader(text), 0ul);
        if (csv is not null && !(csv.Read() ?? []).SequenceEqual(CsvRecord.Columns))
            throw new UsageException(
                $"{file}:1: expected the columns that storagekit audit export writes: "
                + string.Join(',', CsvRecord.Columns));
        while (Next(csv, lines, ++number) is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            look(record);
        }
    }

    AuditRecord? Next(CsvReader? csv, LineReader lines, ulong number)
    {
        try
        {
            if (csv is not null) return csv.Read() is { } cells ? CsvRecord.Read(cells) : null;
            return lines.Read() is { } line ? RecordLine.Read(line, number) : null;
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new IOException(
                $"{file}:{(csv is null ? (long)number : csv.Line)}: "
                + (e is FormatException ? e.Message : "the text is not UTF-8"));
        }
    }

    StreamReader OpenText()
    {
        // Text that is not UTF-8 would be verified as something that nobody has written.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        if (file == "-") return new(Console.OpenStandardInput(), utf8, true, 1 << 16);
        try
        {
            return new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16), utf8);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{file}: does not exist");
        }
    }
}
