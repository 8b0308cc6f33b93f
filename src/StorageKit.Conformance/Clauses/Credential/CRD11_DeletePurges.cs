namespace StorageKit.Conformance.Clauses;

/// <summary>A deleted secret leaves what is at rest within seconds, logs and temporary files included.</summary>
/// <remarks>The ciphertext has to go as well: who has the key, now or later, reads it. It is known by being new when
/// the secret was put.</remarks>
[Clause(
    "CRD-11", "A deleted secret leaves what is at rest within seconds, logs and temporary files included.",
    Contract = typeof(ICredentialStore), Needs = Needs.Shared | Needs.RawScan)]
internal sealed class CRD11_DeletePurges : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const int SecretLength = 4096;
        var before = ByteWindows.Of(await context.ScanAsync().ConfigureAwait(false));
        await store.PutSecretAsync("purged", context.RandomBytes(SecretLength), token).ConfigureAwait(false);
        var stored = ByteWindows.Of(await context.ScanAsync().ConfigureAwait(false)).Except(before);
        if (stored.Count < SecretLength / 2)
            throw new InconclusiveException($"the harness's IRawScan shows no secret: {stored.Count} new bytes for one of {SecretLength}");

        await store.DeleteSecretAsync("purged", token).ConfigureAwait(false);
        await Expect.EventuallyAsync(
            IsGone, s_bound,
            $"NOT PURGED: {s_bound.TotalSeconds} s after the delete of a secret of {SecretLength} bytes, most of what was stored for "
            + "it is still at rest; overwrite it, and empty the logs it went through", token).ConfigureAwait(false);

        async ValueTask<bool> IsGone()
        {
            var left = ByteWindows.Of(await context.ScanAsync().ConfigureAwait(false)).Intersect(stored).Count;
            return left < SecretLength / 4;
        }
    }

    static readonly TimeSpan s_bound = TimeSpan.FromSeconds(3);
}
