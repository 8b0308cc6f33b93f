using System.Runtime.CompilerServices;
using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>Keeps the payload as a comment beside the metadata, in Base64.</summary>
[Mutant("M-AUD-27", Kills = "AUD-27", Says = "PAYLOAD KEPT")]
internal sealed class MetadataOnlyMarksThePayload : IMutantDriver
{
    public DriverUnderTest Create() =>
        DriverWithOption.Create(typeof(Sink), static section => section.Boolean("metadata_only"), new Rows());

    internal sealed class Sink(Rows rows) : IAuditSink
    {
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            var comment = Convert.ToBase64String(Encoding.UTF8.GetBytes(entry.Payload));
            lock (rows) rows.All.Add(Encoding.UTF8.GetBytes($"{entry.EntryHash} {comment}"));
            return default;
        }
    }

    internal sealed class Rows : IRawScan
    {
        internal List<byte[]> All { get; } = [];

        public async IAsyncEnumerable<ReadOnlyMemory<byte>> ScanAsync(
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            byte[][] rows;
            lock (this) rows = [.. All];
            foreach (var row in rows) yield return row;
        }
    }
}
