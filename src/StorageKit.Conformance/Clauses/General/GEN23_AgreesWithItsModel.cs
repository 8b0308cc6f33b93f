using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>Random sequences of operations give the answers of the contract's model.</summary>
/// <remarks>Each sequence has a tenant of its own. Some of every contract are always played, and on a driver that is
/// quick some two thousand.</remarks>
[Clause("GEN-23", "Random sequences of operations give the answers of the contract's model.", Stochastic = true)]
internal sealed class GEN23_AgreesWithItsModel : Clause
{
    const int MostEach = 300;
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public override ValueTask CheckAsync(ClauseContext context) =>
        new RandomSequences(context, ContractModel.All)
            .CheckAsync(MostEach, s_patience, model => model.CanAsk(context.Stores));
}
