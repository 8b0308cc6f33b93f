namespace StorageKit.Conformance.Clauses;

/// <summary>An object that is not there reads as null, does not exist and is not listed.</summary>
[Clause(
    "OBJ-02", "An object that is not there reads as null, does not exist and is not listed.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ02_AbsentIsNull : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.ExpectAbsentAsync("absent", "in an empty store", token).ConfigureAwait(false);
        await store.ExpectListAsync("", [], "of an empty store", token).ConfigureAwait(false);
        await store.WriteAsync("there", new byte[] { 1 }, token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("absent", "beside another", token).ConfigureAwait(false);
        await store.ExpectAbsentAsync("ther", "with a key that another's begins with", token).ConfigureAwait(false);
        await store.ExpectListAsync("absent", [], "of a prefix that no key has", token).ConfigureAwait(false);
    }
}
