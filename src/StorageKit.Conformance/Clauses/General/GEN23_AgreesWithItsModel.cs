using System.Globalization;
using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>Random sequences of operations give the answers of the contract's model.</summary>
/// <remarks>Each sequence has a tenant of its own, so many are played at once, which a backend that syncs in groups
/// rewards. One that fails is made shorter before it is shown.</remarks>
[Clause("GEN-23", "Random sequences of operations give the answers of the contract's model.", Stochastic = true)]
internal sealed class GEN23_AgreesWithItsModel : Clause
{
    const int Sequences = 12;
    const int Operations = 30;

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        List<(ContractModel Model, Sequence Sequence)> all =
        [
            .. from model in ContractModel.All
               where model.CanAsk(context.Stores)
               from _ in Enumerable.Range(0, Sequences)
               select (model, model.NewSequence(context.Random, Operations)),
        ];
        var divergences = await Task.WhenAll(all.Select(one => PlayAsync(one.Sequence, context).AsTask()))
            .ConfigureAwait(false);
        var failed = Array.FindIndex(divergences, divergence => divergence is not null);
        if (failed < 0) return;
        var (failedModel, sequence) = all[failed];
        var shortest = await Shrinker.ShrinkAsync(
            sequence, async shorter => await PlayAsync(shorter, context).ConfigureAwait(false) is not null)
                .ConfigureAwait(false);
        // A failure that does not come again is shown as it came.
        var shown = await PlayAsync(shortest, context).ConfigureAwait(false);
        throw new ClauseViolationException(
            shown is null
                ? Explain(failedModel, sequence, divergences[failed]!)
                : Explain(failedModel, shortest, shown));
    }

    static async ValueTask<Divergence?> PlayAsync(Sequence sequence, ClauseContext context)
    {
        var tenant = await context.OpenOtherTenantAsync().ConfigureAwait(false);
        await using var owned = tenant.ConfigureAwait(false);
        return await sequence.PlayAsync(tenant, context.CancellationToken).ConfigureAwait(false);
    }

    static string Explain(ContractModel model, Sequence sequence, Divergence divergence)
    {
        var before = divergence.Index == 0 ? "none" : string.Join("; ", sequence.Texts.Take(divergence.Index));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Contract.Name}, operation {divergence.Index + 1}, {divergence}; before it: {before}");
    }
}
