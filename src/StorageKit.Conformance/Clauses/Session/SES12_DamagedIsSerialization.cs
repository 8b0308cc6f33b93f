namespace StorageKit.Conformance.Clauses;

/// <summary>A damaged record is a Serialization error, never null and never a record.</summary>
[Clause(
    "SES-12", "A damaged record is a Serialization error, never null and never a record.",
    Contract = typeof(ISessionStore), Needs = Needs.Shared | Needs.Tamper)]
internal sealed class SES12_DamagedIsSerialization : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var (damaged, whole) = (SessionExpectations.NewSession(), SessionExpectations.NewSession());
        await store.SaveAsync(damaged, token).ConfigureAwait(false);
        await store.SaveAsync(whole, token).ConfigureAwait(false);
        var tamper = context.Driver.Harness.Probe<ITamper>()!;
        if (!await tamper.DamageSessionAsync(context.Tenant, damaged.SessionId, token).ConfigureAwait(false))
            throw new InconclusiveException("the harness's ITamper found no stored session to damage");

        await Expect.ThrowsAsync(
            StorageErrorKind.Serialization,
            async () => await store.LoadAsync(damaged.SessionId, token).ConfigureAwait(false),
            "LoadAsync of a damaged session").ConfigureAwait(false);
        await store.ExpectAsync(whole, "beside a damaged one", token).ConfigureAwait(false);
        await store.SaveAsync(damaged, token).ConfigureAwait(false);
        await store.ExpectAsync(damaged, "saved again over the damaged one", token).ConfigureAwait(false);
    }
}
