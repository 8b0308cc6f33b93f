namespace StorageKit.Conformance.Clauses;

/// <summary>Any bytes come back as they were: all 256 values, what is not UTF-8, 1 byte to 1 MiB.</summary>
/// <remarks>The contract names no greatest size. A store that has one refuses what is over it, and declares the
/// deviation.</remarks>
[Clause(
    "CRD-03", "Any bytes come back as they were: all 256 values, what is not UTF-8, 1 byte to 1 MiB.",
    Contract = typeof(ICredentialStore))]
internal sealed class CRD03_AnyBytesRoundTrip : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var secrets = AnyBytes.Samples(context.Random).ToDictionary(sample => sample.Name, sample => sample.Bytes);
        await Task.WhenAll(secrets.Select(secret => store.PutSecretAsync(secret.Key, secret.Value, token).AsTask()))
            .ConfigureAwait(false);
        foreach (var (name, bytes) in secrets)
            await store.ExpectAsync(name, bytes, "after it was put", token).ConfigureAwait(false);
    }
}
