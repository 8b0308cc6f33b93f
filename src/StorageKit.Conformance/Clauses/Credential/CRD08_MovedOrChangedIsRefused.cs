namespace StorageKit.Conformance.Clauses;

/// <summary>A stored secret that was changed, or moved to another key, is a Serialization error.</summary>
[Clause(
    "CRD-08", "A stored secret that was changed, or moved to another key, is a Serialization error.",
    Contract = typeof(ICredentialStore), Needs = Needs.Shared | Needs.Tamper)]
internal sealed class CRD08_MovedOrChangedIsRefused : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        byte[] secret = CanaryBytes.New("sk-moved"), other = CanaryBytes.New("sk-other");
        foreach (var key in new[] { "flipped", "source", "whole" })
            await store.PutSecretAsync(key, secret, token).ConfigureAwait(false);
        await store.PutSecretAsync("target", other, token).ConfigureAwait(false);
        var tamper = context.Driver.Harness.Probe<ITamper>()!;
        if (!await tamper.FlipSecretAsync(context.Tenant, "flipped", token).ConfigureAwait(false)
            || !await tamper.MoveSecretAsync(context.Tenant, "source", "target", token).ConfigureAwait(false))
            throw new InconclusiveException("the harness's ITamper found no stored secret to change or to move");

        foreach (var (key, what) in new[] { ("flipped", "with one bit flipped"), ("target", "moved from another key") })
            await Expect.ThrowsAsync(
                StorageErrorKind.Serialization,
                async () => await store.GetSecretAsync(key, token).ConfigureAwait(false),
                $"GetSecretAsync of a stored secret {what}").ConfigureAwait(false);
        await store.ExpectAsync("whole", secret, "beside damaged ones", token).ConfigureAwait(false);
        await store.PutSecretAsync("flipped", other, token).ConfigureAwait(false);
        await store.ExpectAsync("flipped", other, "put again over a damaged one", token).ConfigureAwait(false);
    }
}
