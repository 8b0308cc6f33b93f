namespace StorageKit.Conformance.Clauses;

/// <summary>A listing that is left before its end holds nothing up and leaks nothing.</summary>
[Clause(
    "OBJ-13", "A listing that is left before its end holds nothing up and leaks nothing.",
    Contract = typeof(IObjectStore))]
internal sealed class OBJ13_ListsCanBeAbandoned : Clause<IObjectStore>
{
    protected override async ValueTask CheckAsync(IObjectStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        const int Objects = 20, Times = 100;
        await Task.WhenAll(Enumerable.Range(0, Objects).Select(i => store.WriteAsync($"{i:00}", new byte[1], token).AsTask()))
            .ConfigureAwait(false);
        for (var i = 0; i < Times; i++)
        {
            await foreach (var first in store.ListAsync("", token).ConfigureAwait(false))
            {
                Expect.Equal("00", first.Key, "the first key of a listing");
                break;
            }
        }
        var open = store.ListAsync("", token).GetAsyncEnumerator(token);
        await using (open.ConfigureAwait(false))
        {
            await open.MoveNextAsync().ConfigureAwait(false);
            var write = store.WriteAsync("during", new byte[1], token).AsTask();
            Expect.That(
                await Task.WhenAny(write, Task.Delay(s_patience, token)).ConfigureAwait(false) == write,
                $"BLOCKED: WriteAsync did not end within {s_patience.TotalSeconds} s while a listing was half read");
            await write.ConfigureAwait(false);
        }
    }

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
}
