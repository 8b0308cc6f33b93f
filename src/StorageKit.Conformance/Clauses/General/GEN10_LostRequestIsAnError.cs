using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>A lost request is an error without half an effect.</summary>
/// <remarks>The connection is cut once, at each border of what the driver says and between. A driver may send the same
/// again; when it then reports success, the operation has to be there.</remarks>
[Clause(
    "GEN-10", "A lost request is an error, and its operation is never applied in part.",
    Lane = Lane.Network, Needs = Needs.Endpoint)]
internal sealed class GEN10_LostRequestIsAnError : Clause
{
    const int Spread = 8;

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var direct = await context.OpenDirectAsync().ConfigureAwait(false);
        foreach (var kind in EffectCatalog.Of(context, direct))
            await context.CutEverywhereAsync(kind, Direction.Requests, Spread, context.ExpectWholeAsync)
                .ConfigureAwait(false);
    }
}
