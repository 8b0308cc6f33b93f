using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>Two instances share one store, unless it declares ProcessLocal: they answer as one.</summary>
/// <remarks>The instances share the backend and nothing else, as two services do; one of them is another process where
/// <see cref="DriverUnderTest.Register"/> lets one be had. Concurrent ones are for the contracts' own clauses. Policies
/// are left out: a cache may take its time (POL-06).</remarks>
[Clause(
    "GEN-21", "Two instances of the driver share one store, unless it declares ProcessLocal.",
    Lane = Lane.Concurrent, Needs = Needs.Shared)]
internal sealed class GEN21_InstancesShareOneStore : Clause
{
    const int Operations = 30;

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var other = await context.OpenInstanceAsync().ConfigureAwait(false);
        TenantStores[] instances =
            [context.Stores, await other.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false)];
        foreach (var model in ContractModel.All.Where(model => IsShared(model, context)))
        {
            var sequence = model.NewSequence(context.Random, Operations);
            var play = sequence.Start();
            for (var i = 0; i < Operations; i++)
            {
                var instance = context.Random.Next(instances.Length);
                if (await play.StepAsync(i, instances[instance], token).ConfigureAwait(false) is { } divergence)
                    throw new ClauseViolationException(
                        $"{model.Contract.Name} of instance {instance + 1}, while another one writes too: "
                        + $"{divergence}");
            }
        }
        if (SecondProcess.CanBeHad(context)) await context.ExpectSeenAsync().ConfigureAwait(false);
    }

    static bool IsShared(ContractModel model, ClauseContext context) =>
        model.CanAsk(context.Stores) && model.IsSeenElsewhereAtOnce
        && context.Driver.StoreOf(model.Contract) is { ProcessLocal: false };
}
