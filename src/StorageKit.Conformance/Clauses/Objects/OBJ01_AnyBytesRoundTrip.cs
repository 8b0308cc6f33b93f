namespace StorageKit.Conformance.Clauses;

/// <summary>What was written is read as it was: all 256 values, what is not UTF-8, 1 byte to 1 MiB.</summary>
[Clause(
    "OBJ-01", "What was written is read as it was: all 256 values, what is not UTF-8, 1 byte to 1 MiB.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ01_AnyBytesRoundTrip : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var contents = AnyBytes.Samples(context.Random).ToDictionary(sample => sample.Name, sample => sample.Bytes);
        await Task.WhenAll(contents.Select(content => store.WriteAsync(content.Key, content.Value, token).AsTask()))
            .ConfigureAwait(false);
        foreach (var (name, bytes) in contents)
            await store.ExpectAsync(name, bytes, "after it was written", token).ConfigureAwait(false);
    }
}
