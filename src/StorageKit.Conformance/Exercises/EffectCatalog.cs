using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Exercises;

/// <summary>Every member that changes something, of the contracts that a driver serves.</summary>
internal static class EffectCatalog
{
    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    /// <summary>The members.</summary>
    /// <param name="context">The stores that are called, maybe through a proxy.</param>
    /// <param name="direct">The same tenant's stores, past the proxy.</param>
    internal static IReadOnlyList<EffectKind> Of(ClauseContext context, TenantStores direct)
    {
        var stores = context.Stores;
        return
        [
            .. Pairs<IRateLimitCounter>(stores, direct).SelectMany(pair => OfCounter(pair.Store, pair.Direct)),
            .. Pairs<ISessionStore>(stores, direct).SelectMany(pair => OfRegister(
                "ISessionStore", "SaveAsync", new SessionRegister(pair.Store), new SessionRegister(pair.Direct))),
            .. Pairs<ICredentialStore>(stores, direct).SelectMany(pair => OfRegister(
                "ICredentialStore", "PutSecretAsync", new SecretRegister(pair.Store),
                new SecretRegister(pair.Direct))),
            .. Pairs<IObjectStore>(stores, direct).SelectMany(pair => OfRegister(
                "IObjectStore", "WriteAsync", new ObjectRegister(pair.Store), new ObjectRegister(pair.Direct))),
            .. Pairs<ILifecycleStore>(stores, direct).SelectMany(pair => OfLifecycle(pair.Store, pair.Direct)),
            .. AuditEffects.Of(context, direct),
            .. Pairs<IPolicyStore>(stores, direct).SelectMany(pair => OfPolicy(pair.Store, pair.Direct)),
        ];
    }

    static IEnumerable<(T Store, T Direct)> Pairs<T>(TenantStores stores, TenantStores direct) where T : class
    {
        if (stores.Find<T>() is { } store) yield return (store, direct.Get<T>());
    }

    static IEnumerable<EffectKind> OfCounter(IRateLimitCounter store, IRateLimitCounter direct)
    {
        yield return new("IRateLimitCounter.IncrementAsync of a fresh key", () => Increment(NewKey(), 0));
        yield return new("IRateLimitCounter.IncrementAsync", () => Increment(NewKey(), 10));
        yield return new("IRateLimitCounter.ResetAsync", () =>
        {
            var key = NewKey();
            return new("total 5", "total 0", "total 3")
            {
                PrepareAsync = async token =>
                    await direct.IncrementAsync(key, 5, s_window, token).ConfigureAwait(false),
                CallAsync = token => store.ResetAsync(key, token),
                FollowAsync = async token =>
                {
                    await store.ResetAsync(key, token).ConfigureAwait(false);
                    await store.IncrementAsync(key, 3, s_window, token).ConfigureAwait(false);
                },
                ObserveAsync = token => TotalAsync(direct, key, token),
            };
        });

        Effect Increment(string key, ulong before) => new($"total {before}", $"total {before + 1}", "total 0")
        {
            PrepareAsync = async token =>
            {
                if (before > 0) await direct.IncrementAsync(key, before, s_window, token).ConfigureAwait(false);
            },
            CallAsync = async token => await store.IncrementAsync(key, 1, s_window, token).ConfigureAwait(false),
            FollowAsync = token => store.ResetAsync(key, token),
            ObserveAsync = token => TotalAsync(direct, key, token),
        };
    }

    static async ValueTask<string> TotalAsync(IRateLimitCounter counter, string key, CancellationToken token) =>
        $"total {await counter.CurrentAsync(key, token).ConfigureAwait(false)}";

    static IEnumerable<EffectKind> OfRegister(string contract, string write, IRegister store, IRegister direct)
    {
        yield return new($"{contract}.{write} of a new one", () => Write(null));
        yield return new($"{contract}.{write} over another", () => Write(1));
        yield return new($"{contract}, delete", () => For(NewKey(), "value 1", "none", 1, (key, token) =>
            store.DeleteAsync(key, token)));

        Effect Write(ulong? before) => For(
            NewKey(), before is null ? "none" : $"value {before}", "value 2", before,
            (key, token) => store.WriteAsync(key, 2, token));

        Effect For(
            string key, string before, string after, ulong? stamp, Func<string, CancellationToken, ValueTask> call) =>
            new(before, after, "value 3")
            {
                PrepareAsync = token =>
                    stamp is { } old ? direct.WriteAsync(key, old, token) : ValueTask.CompletedTask,
                CallAsync = token => call(key, token),
                FollowAsync = token => store.WriteAsync(key, 3, token),
                ObserveAsync = async token =>
                    await direct.ReadAsync(key, token).ConfigureAwait(false) is var value && value.IsNone
                        ? "none"
                        : $"value {value}",
            };
    }

    static IEnumerable<EffectKind> OfLifecycle(ILifecycleStore store, ILifecycleStore direct)
    {
        yield return new("ILifecycleStore.RegisterAsync", () =>
        {
            var agent = AgentId.New();
            return new("not registered", "registered", "not registered")
            {
                PrepareAsync = _ => ValueTask.CompletedTask,
                CallAsync = token => store.RegisterAsync(agent, token),
                FollowAsync = token => store.DeregisterAsync(agent, token),
                ObserveAsync = token => LifecycleExercises.IsRegisteredAsync(direct, agent, token),
            };
        });
        yield return new("ILifecycleStore.DeregisterAsync", () =>
        {
            var agent = AgentId.New();
            return new("registered", "not registered", "registered")
            {
                PrepareAsync = token => direct.RegisterAsync(agent, token),
                CallAsync = token => store.DeregisterAsync(agent, token),
                FollowAsync = token => store.RegisterAsync(agent, token),
                ObserveAsync = token => LifecycleExercises.IsRegisteredAsync(direct, agent, token),
            };
        });
    }

    static IEnumerable<EffectKind> OfPolicy(IPolicyStore store, IPolicyStore direct)
    {
        if (store is not IPolicyWriter writer) yield break;
        yield return new("IPolicyWriter.PutPolicyAsync", () =>
        {
            var agent = AgentId.New();
            return new("version 1", "version 2", "version 3")
            {
                PrepareAsync = token => PutAsync((IPolicyWriter)direct, 1, token),
                CallAsync = token => PutAsync(writer, 2, token),
                FollowAsync = token => PutAsync(writer, 3, token),
                ObserveAsync = async token =>
                {
                    await direct.InvalidateAsync(agent, token).ConfigureAwait(false);
                    var found = await direct.GetPolicyAsync(agent, token).ConfigureAwait(false);
                    return found is null ? "none" : $"version {found.Version}";
                },
            };

            ValueTask PutAsync(IPolicyWriter to, uint version, CancellationToken token) =>
                to.PutPolicyAsync(agent, PolicyExpectations.Document(version), token);
        });
    }

    static string NewKey() => Guid.NewGuid().ToString("N");
}
