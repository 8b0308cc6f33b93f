namespace StorageKit.Conformance.Exercises;

/// <summary>The exercises of all seven contracts.</summary>
internal static class ExerciseCatalog
{
    /// <summary>Those of the contracts that the stores serve.</summary>
    internal static IReadOnlyList<ContractExercises> Of(TenantStores stores) =>
    [
        .. StandardContract.All.Select(contract => contract.Find(stores)).OfType<object>().Distinct()
        .SelectMany(OfStore),
    ];

    /// <summary>Those of the contracts that an object implements; none for what is no store.</summary>
    internal static IEnumerable<ContractExercises> OfStore(object store)
    {
        if (store is IPolicyStore policies) yield return new PolicyExercises(policies);
        if (store is IAuditSink sink) yield return new AuditExercises(sink);
        if (store is ISessionStore sessions) yield return new SessionExercises(sessions);
        if (store is ICredentialStore credentials) yield return new CredentialExercises(credentials);
        if (store is IRateLimitCounter counters) yield return new CounterExercises(counters);
        if (store is ILifecycleStore agents) yield return new LifecycleExercises(agents);
        if (store is IObjectStore objects) yield return new ObjectExercises(objects);
    }

    /// <summary>As <see cref="Of"/>, with something stored in each.</summary>
    internal static async ValueTask<IReadOnlyList<ContractExercises>> SeedAsync(
        TenantStores stores, CancellationToken cancellationToken)
    {
        var all = Of(stores);
        foreach (var exercises in all) await exercises.SeedAsync(cancellationToken).ConfigureAwait(false);
        return all;
    }
}
