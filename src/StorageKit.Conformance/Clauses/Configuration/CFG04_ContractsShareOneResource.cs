using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>The contracts of one section share its connections.</summary>
/// <remarks>Calls one after another need no more connections for seven contracts than for one. A pool may hold a few more; one
/// for each contract it may not.</remarks>
[Clause(
    "CFG-04", "The contracts that one driver serves share its connections.", Needs = Needs.ResourceCount)]
internal sealed class CFG04_ContractsShareOneResource : Clause
{
    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var probe = context.Driver.Harness.Probe<IResourceProbe>()!;
        var before = await probe.ConnectionsAsync(token).ConfigureAwait(false);
        var section = await context.OpenInstanceAsync().ConfigureAwait(false);
        var all = ExerciseCatalog.Of(await section.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false));
        var counts = new List<int>();
        foreach (var exercises in all)
        {
            await exercises.SeedAsync(token).ConfigureAwait(false);
            foreach (var exercise in exercises.Valid) await exercise.CallAsync(token).ConfigureAwait(false);
            counts.Add(await probe.ConnectionsAsync(token).ConfigureAwait(false) - before);
        }
        Expect.That(
            all.Count < 2 || counts[^1] < all.Count || counts[^1] < counts[0] * all.Count,
            $"one section holds {counts[^1]} connections after calls of {all.Count} contracts, one after another: "
            + "each contract has connections of its own");
    }
}
