using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>Random sequences of operations and steps of time give the answers of the contract's model: windows end when
/// they should, and nothing else changes because time goes by.</summary>
/// <remarks>Steps end a tick before and after windows do: where the backend has its own clock, which goes on besides,
/// they would tell nothing. Sessions and agents of a section that lets them expire are left to their own
/// clauses.</remarks>
[Clause(
    "GEN-25", "Random sequences of operations and steps of time give the answers of the contract's model.",
    Lane = Lane.Time, Needs = Needs.Clock | Needs.WallClock, Stochastic = true)]
internal sealed class GEN25_AgreesWithItsModelOverTime : Clause
{
    const int MostEach = 300;
    static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    public override ValueTask CheckAsync(ClauseContext context) =>
        new RandomSequences(context, ContractModel.Timed, context.AdvanceAsync)
            .CheckAsync(MostEach, s_patience, model => model.CanAsk(context.Stores) && !Expires(model, context));

    static bool Expires(ContractModel model, ClauseContext context) =>
        (model.Contract == typeof(ISessionStore) && Says("session_ttl", context))
        || (model.Contract == typeof(ILifecycleStore) && Says("agent_ttl", context));

    static bool Says(string option, ClauseContext context) =>
        context.Driver.Harness.Section.Contains(option, StringComparison.Ordinal);
}
