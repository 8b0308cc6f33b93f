using System.Buffers.Binary;

namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>Totals in a table of files. Windows do not end: no clause that it is made for waits so long.</summary>
/// <typeparam name="TTable">The table; a mutant's has the defect.</typeparam>
internal sealed class FileCounter<TTable>(string folder) : FileStore<TTable>(folder), IRateLimitCounter
    where TTable : FileTable
{
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
        Alone(table =>
        {
            var bytes = new byte[8];
            var total = Total(table, key) + amount;
            BinaryPrimitives.WriteUInt64BigEndian(bytes, total);
            table.Write(key, bytes);
            return total;
        });

    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        Alone(table => Total(table, key));

    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
        Alone(table => table.Delete(key));

    static ulong Total(FileTable table, string key) =>
        table.Read(key) is { } bytes ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : 0;
}
