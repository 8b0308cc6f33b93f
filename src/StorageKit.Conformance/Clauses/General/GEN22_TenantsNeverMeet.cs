using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>Two tenants never meet: the same keys in both, all operations, in any order, and each sees its own only.
/// Nor do tenants with almost the same id, or a tenant
/// and the system tenant, whose keys look like the tenant's.</summary>
[Clause("GEN-22", "Two tenants never see each other: the same keys in both, and each answers as if it were alone.")]
internal sealed class GEN22_TenantsNeverMeet : Clause
{
    const int Operations = 20;

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        TenantStores[] tenants = [context.Stores, await context.OpenOtherTenantAsync().ConfigureAwait(false)];
        foreach (var model in ContractModel.All.Where(model => model.CanAsk(context.Stores)))
        {
            Play[] plays =
            [
                model.NewSequence(context.Random, Operations).Start(),
                model.NewSequence(context.Random, Operations).Start(),
            ];
            int[] next = [0, 0];
            for (var i = 0; i < 2 * Operations; i++)
            {
                var tenant = next[0] == Operations ? 1 : next[1] == Operations ? 0 : context.Random.Next(2);
                if (await plays[tenant].StepAsync(next[tenant]++, tenants[tenant], context.CancellationToken)
                    .ConfigureAwait(false) is { } divergence)
                    throw new ClauseViolationException(
                        $"{model.Contract.Name}, while another tenant uses the same keys: {divergence}");
            }
        }
        await TenantNeighbours.CheckAsync(context).ConfigureAwait(false);
        await TenantLookalikes.CheckAsync(context).ConfigureAwait(false);
    }
}
