namespace StorageKit.Conformance.Clauses;

/// <summary>Reads everything at rest by the harness's <see cref="IRawScan"/>.</summary>
internal static class RawScanning
{
    internal static async ValueTask<RawBytes> ScanAsync(this ClauseContext context)
    {
        List<ReadOnlyMemory<byte>> places = [];
        await foreach (var place in context.Driver.Harness.Probe<IRawScan>()!.ScanAsync(context.CancellationToken)
            .ConfigureAwait(false))
            places.Add(place);
        return new(places);
    }
}
