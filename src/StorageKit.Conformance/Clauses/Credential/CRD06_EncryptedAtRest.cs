namespace StorageKit.Conformance.Clauses;

/// <summary>A secret is nowhere at rest in a form that can be read: not as it is, in Base64, hexadecimal or
/// UTF-16.</summary>
[Clause(
    "CRD-06", "A secret is nowhere at rest in a form that can be read: not as it is, in Base64, hexadecimal or UTF-16.",
    Contract = typeof(ICredentialStore), Needs = Needs.Shared | Needs.RawScan)]
internal sealed class CRD06_EncryptedAtRest : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var secret = CanaryBytes.New("sk-secret");
        var before = ByteWindows.Of(await context.ScanAsync().ConfigureAwait(false));
        await store.PutSecretAsync("canary", secret, token).ConfigureAwait(false);
        await store.PutSecretAsync("canary/2", secret, token).ConfigureAwait(false);

        var atRest = await context.ScanAsync().ConfigureAwait(false);
        if (RawPattern.OfSecret(secret).FirstOrDefault(form => atRest.Contains(form.Bytes)) is { } found)
            throw new ClauseViolationException(
                $"NOT ENCRYPTED: a secret is at rest {found.Name}; encrypt it before it leaves the process");
        if (ByteWindows.Of(atRest).Except(before).Count == 0)
            throw new InconclusiveException(
                "the harness's IRawScan shows the same bytes before and after a secret was put");
    }
}
