namespace StorageKit.Conformance.Clauses;

/// <summary>After the master key was rotated, secrets that were put before are still read, and new ones as
/// well.</summary>
[Clause(
    "CRD-18", "After the master key was rotated, secrets that were put before are still read, and new ones as well.",
    Contract = typeof(ICredentialStore), Needs = Needs.Shared | Needs.KeyRotation)]
internal sealed class CRD18_OldSecretsSurviveRotation : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        byte[] old = CanaryBytes.New("sk-old"), young = CanaryBytes.New("sk-new");
        await store.PutSecretAsync("old", old, token).ConfigureAwait(false);
        await store.PutSecretAsync("replaced", old, token).ConfigureAwait(false);
        var section = context.Driver.Harness.Probe<IKeyRotation>()!.RotatedSection;
        var rotated = await context.Driver.Registry
            .OpenSectionAsync(context.Driver.Name, section, StorageServices.Default, token).ConfigureAwait(false);
        await using (rotated.ConfigureAwait(false))
        {
            var stores = await rotated.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
            var after = stores.Get<ICredentialStore>();
            await ExpectReadableAsync(after, old, token).ConfigureAwait(false);
            await after.PutSecretAsync("replaced", young, token).ConfigureAwait(false);
            await after.ExpectAsync("replaced", young, "put after the master key was rotated", token)
                .ConfigureAwait(false);
        }
    }

    static async ValueTask ExpectReadableAsync(ICredentialStore store, byte[] secret, CancellationToken token)
    {
        try
        {
            await store.ExpectAsync("old", secret, "put before the master key was rotated", token)
                .ConfigureAwait(false);
        }
        catch (StorageException error)
        {
            throw new ClauseViolationException(
                $"UNREADABLE: GetSecretAsync of a secret put before the master key was rotated failed ({error.Kind}); "
                + "keep the "
                + "old keys for reading");
        }
    }
}
