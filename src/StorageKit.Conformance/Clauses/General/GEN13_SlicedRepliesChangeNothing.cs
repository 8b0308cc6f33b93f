using StorageKit.Conformance.Faults;
using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>A slow network changes nothing.</summary>
[Clause(
    "GEN-13", "Replies in slices of one byte and delays of 50 ms change nothing.",
    Lane = Lane.Network, Needs = Needs.Endpoint)]
internal sealed class GEN13_SlicedRepliesChangeNothing : Clause
{
    const int Sequences = 2;
    const int Operations = 12;
    static readonly NetworkConditions s_slow = new() { Latency = TimeSpan.FromMilliseconds(50), SliceBytes = 1 };

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        (ContractModel Model, Sequence Sequence)[] all =
        [
            .. from model in ContractModel.All
               where model.CanAsk(context.Stores)
               from _ in Enumerable.Range(0, Sequences)
               select (model, model.NewSequence(context.Random, Operations)),
        ];
        context.Proxy.Conditions = s_slow;
        // The sequences of a single tenant would meet each other's data.
        if (context.OnlyTenant is null) await Task.WhenAll(all.Select(PlayAsync)).ConfigureAwait(false);
        else
            foreach (var one in all)
                await PlayAsync(one).ConfigureAwait(false);
        context.RequireProxied();

        async Task PlayAsync((ContractModel Model, Sequence Sequence) one)
        {
            var tenant = await context.OpenFreshTenantAsync().ConfigureAwait(false);
            await using var owned = tenant.ConfigureAwait(false);
            var wrong = await one.Sequence.PlayAsync(tenant, letPass: null, context.CancellationToken)
                .ConfigureAwait(false);
            Expect.That(
                wrong is null, $"{one.Model.Contract.Name} over a slow network that sends byte by byte: {wrong}");
        }
    }
}
