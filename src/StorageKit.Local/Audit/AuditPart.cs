namespace StorageKit.Local;

/// <summary>Consecutive records of one file of the log.</summary>
/// <param name="Path">The file.</param>
/// <param name="First">The position of the file's first record.</param>
/// <param name="Skip">How many records stand before these.</param>
/// <param name="Count">How many these are.</param>
/// <param name="Start">Where they begin.</param>
/// <param name="End">Where they end.</param>
internal sealed record AuditPart(string Path, ulong First, int Skip, int Count, long Start, long End)
{
    /// <summary>Reads and checks the records.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: one is damaged.</exception>
    internal void ReadInto(List<AuditRecord> records)
    {
        using var file = PrivateFile.OpenExisting(Path, FileAccess.Read);
        if (file.Length < End) throw AuditDamage.Cut(Path, file.Length, End);
        var bytes = AuditSegment.Read(file, Start, End);
        var from = 0;
        for (var i = 0; i < Count; i++)
        {
            var number = Skip + i + 1;
            var length = bytes.AsSpan(from).IndexOf((byte)'\n');
            if (length < 0 || !AuditLine.TryRead(bytes.AsSpan(from, length), out var line, out var json)
                || line!.Position != First + (ulong)(number - 1)) throw AuditDamage.At(Path, number);
            records.Add(new(line.Position, Decode(json.ToArray(), number), line.Digest));
            from += length + 1;
        }
    }

    AuditEntry Decode(byte[] json, int number)
    {
        try
        {
            return AuditEntry.FromJson(Utf8.Text(json));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw AuditDamage.At(Path, number);
        }
    }
}
