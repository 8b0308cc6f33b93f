using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>A driver resolves from the registry by its name for each contract it serves; a tenant has stores of its
/// own.</summary>
/// <remarks>By the section alone, as suites do it, and by a whole configuration file, as applications do.</remarks>
[Clause("GEN-01",
    "A driver resolves from the registry by its name for each contract it serves; a tenant has stores of its own.")]
internal sealed class GEN01_ResolvesByName : Clause
{
    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var other = await context.OpenOtherTenantAsync().ConfigureAwait(false);
        foreach (var contract in StandardContract.ServedBy(context.Driver))
        {
            var store = contract.Find(context.Stores);
            var name = contract.Contract.Name;
            Expect.That(store is not null,
                $"the driver is registered for {contract.Kind}, but none of its stores is an {name}");
            Expect.That(
                !ReferenceEquals(store, contract.Find(other)), $"two tenants were given one and the same {name}");
        }
        var harness = context.Driver.Harness;
        if (WholeConfiguration.TryCreate(context.Driver.Registration, harness.Section, harness.Behind) is { } whole)
            await ResolvesFromAFileAsync(whole, context).ConfigureAwait(false);
    }

    static async ValueTask ResolvesFromAFileAsync(WholeConfiguration whole, ClauseContext context)
    {
        var storage = await whole.OpenAsync(context.Services, context.CancellationToken).ConfigureAwait(false);
        await using var owned = storage.ConfigureAwait(false);
        var stores = await storage.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
        foreach (var contract in StandardContract.ServedBy(context.Driver))
        {
            var store = contract.Get(stores);
            Expect.That(
                ReferenceEquals(store, contract.Get(stores)),
                $"{contract.Kind} of one tenant resolved to two different stores");
        }
    }
}
