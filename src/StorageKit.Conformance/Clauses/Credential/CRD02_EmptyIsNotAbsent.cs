namespace StorageKit.Conformance.Clauses;

/// <summary>A secret of 0 bytes is stored, and is not the same as none.</summary>
[Clause("CRD-02", "A secret of 0 bytes is stored, and is not the same as none.", Contract = typeof(ICredentialStore))]
internal sealed class CRD02_EmptyIsNotAbsent : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.PutSecretAsync("empty", ReadOnlyMemory<byte>.Empty, token).ConfigureAwait(false);
        await store.ExpectAsync("empty", [], "after an empty one was put", token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("absent", "beside an empty one", token).ConfigureAwait(false);

        await store.PutSecretAsync("emptied", new byte[] { 1 }, token).ConfigureAwait(false);
        await store.PutSecretAsync("emptied", ReadOnlyMemory<byte>.Empty, token).ConfigureAwait(false);
        await store.ExpectAsync("emptied", [], "after another was replaced by an empty one", token).ConfigureAwait(false);
        await store.DeleteSecretAsync("empty", token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("empty", "after an empty one was deleted", token).ConfigureAwait(false);
    }
}
