namespace StorageKit.Conformance.Clauses;

/// <summary>An object that is there during the whole listing is listed once, whatever is written and deleted
/// meanwhile.</summary>
[Clause(
    "OBJ-12", "An object that is there during the whole listing is listed once, "
    + "whatever is written and deleted meanwhile.",
    Contract = typeof(IObjectStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class OBJ12_ListsAreStableUnderWrites : Clause<IObjectStore>
{
    const int Writers = 4;
    const int Listers = 4;
    const int Lists = 8;
    const int Steady = 300;

    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        string[] steady = [.. Enumerable.Range(0, Steady).Select(i => $"{i:0000} steady")];
        await Task.WhenAll(steady.Select(key => store.WriteAsync(key, new byte[1], token).AsTask()))
            .ConfigureAwait(false);
        var listing = Listers;
        await context.RunCallersAsync(Writers + Listers, async caller =>
        {
            if (caller < Listers)
            {
                try
                {
                    for (var i = 0; i < Lists; i++)
                        Check(steady, await store.ListOfAsync("", token).ConfigureAwait(false));
                }
                finally
                {
                    Interlocked.Decrement(ref listing);
                }
                return;
            }
            var random = context.RandomFor(caller);
            while (Volatile.Read(ref listing) > 0)
            {
                // Between the steady ones, so that what is left of the listing moves to and fro.
                var key = $"{random.Next(Steady):0000} passing {caller}";
                await store.WriteAsync(key, new byte[1], token).ConfigureAwait(false);
                await store.DeleteAsync(key, token).ConfigureAwait(false);
                await store.WriteAsync(steady[random.Next(Steady)], new byte[1], token).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    static void Check(string[] steady, IReadOnlyList<ObjectInfo> list)
    {
        var seen = list.Where(info => info.Key.EndsWith("steady", StringComparison.Ordinal))
            .Select(info => info.Key).ToArray();
        var twice = seen.GroupBy(key => key).FirstOrDefault(group => group.Count() > 1);
        Expect.That(twice is null, $"LISTED TWICE: \"{twice?.Key}\" was there during the whole listing, once");
        var missing = steady.Except(seen).FirstOrDefault();
        Expect.That(missing is null, $"NOT LISTED: \"{missing}\" was there during the whole listing");
    }
}
