namespace StorageKit.Conformance.Clauses;

/// <summary>The same secret is stored as other bytes each time.</summary>
/// <remarks>How a driver lays its data out does not matter: counted are different runs of bytes at rest, and a page
/// that is stored twice does not add any.</remarks>
[Clause(
    "CRD-07", "The same secret is stored as other bytes each time.",
    Contract = typeof(ICredentialStore), Needs = Needs.Shared | Needs.RawScan, Stochastic = true)]
internal sealed class CRD07_SameSecretLooksDifferent : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const int Secrets = 12, SecretLength = 4096;
        var secret = context.RandomBytes(SecretLength);
        var before = ByteWindows.Of(await context.ScanAsync().ConfigureAwait(false));
        for (var i = 0; i < Secrets; i++)
            await store.PutSecretAsync($"same/{i}", secret, token).ConfigureAwait(false);

        // Each ciphertext of its own brings 4 KiB that were never seen; equal ones bring 4 KiB in all, and a little around.
        var added = ByteWindows.Of(await context.ScanAsync().ConfigureAwait(false)).Except(before).Count;
        if (added < SecretLength / 2)
            throw new InconclusiveException($"the harness's IRawScan shows no secret: {added} new bytes for one of {SecretLength}");
        Expect.That(
            added > Secrets * SecretLength / 2,
            $"SAME CIPHERTEXT: {Secrets} puts of one secret of {SecretLength} bytes added only about {added} different bytes "
            + "at rest; take a new random nonce for each put");
    }
}
