using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>The contracts of one section share its connections.</summary>
/// <remarks>Measured with one of the driver's stores and with all, each called by one caller. All may need some
/// connections more than one; as many for each they may not.</remarks>
[Clause("CFG-04", "The contracts that one driver serves share its connections.", Needs = Needs.ResourceCount)]
internal sealed class CFG04_ContractsShareOneResource : Clause
{
    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var stores = context.Driver.Registration.Stores;
        var forOne = await ConnectionsAsync(context, stores.Take(1)).ConfigureAwait(false);
        var forAll = await ConnectionsAsync(context, stores).ConfigureAwait(false);
        Expect.That(
            stores.Count == 1 || forAll == 0 || forAll < forOne * stores.Count,
            $"a section of {stores.Count} stores holds {forAll} connections, of one store {forOne}: each has its own");
    }

    /// <summary>How many a section with these stores has after one caller called every member.</summary>
    static async ValueTask<int> ConnectionsAsync(ClauseContext context, IEnumerable<StoreRegistration> stores)
    {
        var token = context.CancellationToken;
        var probe = context.Driver.Harness.Probe<IResourceProbe>()!;
        var before = await probe.ConnectionsAsync(token).ConfigureAwait(false);
        var driver = context.Driver.Registration;
        var registry = context.Driver.RegistryOf(new DriverRegistration(driver.Name)
        {
            BindOptions = driver.BindOptions,
            RequiresSection = driver.RequiresSection,
            UsesTimeProvider = driver.UsesTimeProvider,
            Resources = driver.Resources,
            Stores = [.. stores],
        });
        var section = await registry
            .OpenSectionAsync(driver.Name, context.Driver.Harness.Section, context.Services, token)
            .ConfigureAwait(false);
        await using var owned = section.ConfigureAwait(false);
        var opened = await section.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
        foreach (var exercises in await ExerciseCatalog.SeedAsync(opened, token).ConfigureAwait(false))
            foreach (var exercise in exercises.Valid)
                await exercise.CallAsync(token).ConfigureAwait(false);
        return await probe.ConnectionsAsync(token).ConfigureAwait(false) - before;
    }
}
