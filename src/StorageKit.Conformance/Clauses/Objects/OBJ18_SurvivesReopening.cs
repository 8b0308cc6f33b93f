namespace StorageKit.Conformance.Clauses;

/// <summary>What was acknowledged is there after the driver was closed and opened again.</summary>
[Clause(
    "OBJ-18", "What was acknowledged is there after the driver was closed and opened again.",
    Contract = typeof(IObjectStore), Needs = Needs.Shared)]
internal sealed class OBJ18_SurvivesReopening : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var content = context.RandomBytes(10_000);
        await store.WriteAsync("kept", content, token).ConfigureAwait(false);
        await store.WriteAsync("replaced", new byte[5], token).ConfigureAwait(false);
        await store.WriteAsync("replaced", new byte[] { 1 }, token).ConfigureAwait(false);
        await store.WriteAsync("gone", content, token).ConfigureAwait(false);
        await store.DeleteAsync("gone", token).ConfigureAwait(false);

        await context.ReopenAsync().ConfigureAwait(false);
        var reopened = context.Stores.Get<IObjectStore>();
        await reopened.ExpectAsync("kept", content, "after reopening", token).ConfigureAwait(false);
        await reopened.ExpectAsync("replaced", [1], "after reopening", token).ConfigureAwait(false);
        await reopened.ExpectAbsentAsync("gone", "after it was deleted and the driver reopened", token).ConfigureAwait(false);
        await reopened.ExpectListAsync("", [new("kept", 10_000), new("replaced", 1)], "after reopening", token)
            .ConfigureAwait(false);
    }
}
