using System.Diagnostics.Metrics;
using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant(
    "M-GEN-19c", Kills = "GEN-19",
    Says = "the content of an object (as it is) is in a tag of the metric acme.writes")]
internal sealed class ContentInAMetric(IObjectStore inner) : ObjectMutant(inner)
{
    static readonly Meter s_meter = new("Acme");
    static readonly Counter<long> s_writes = s_meter.CreateCounter<long>("acme.writes");

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        s_writes.Add(1, new KeyValuePair<string, object?>("first", Encoding.UTF8.GetString(content.Span)));
        return Inner.WriteAsync(key, content, cancellationToken);
    }
}
