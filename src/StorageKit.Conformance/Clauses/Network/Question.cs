namespace StorageKit.Conformance.Clauses;

/// <summary>A call whose right answer is another one for every number, so that the reply of another call is known by
/// its content.</summary>
/// <param name="Name">The member.</param>
/// <param name="PrepareAsync">Stores what the question of a number is about.</param>
/// <param name="AskAsync">Asks it.</param>
/// <param name="Expected">The right answer.</param>
internal sealed record Question(
    string Name, Func<ulong, CancellationToken, ValueTask> PrepareAsync,
    Func<ulong, CancellationToken, ValueTask<string>> AskAsync, Func<ulong, string> Expected)
{
    /// <summary>The one that changes something.</summary>
    internal const string Increment = "IRateLimitCounter.IncrementAsync";

    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    /// <summary>The questions that a driver's stores can be asked.</summary>
    /// <param name="stores">Who is asked.</param>
    /// <param name="direct">Where it is prepared: the same tenant past the proxy.</param>
    internal static IReadOnlyList<Question> Of(TenantStores stores, TenantStores direct) =>
    [
        .. stores.Find<IRateLimitCounter>() is { } counter
            ? OfCounter(counter, direct.Get<IRateLimitCounter>())
            : [],
        .. stores.Find<ISessionStore>() is { } sessions
            ? OfRegister("ISessionStore.LoadAsync", new SessionRegister(sessions),
                new SessionRegister(direct.Get<ISessionStore>()))
            : [],
        .. stores.Find<ICredentialStore>() is { } secrets
            ? OfRegister("ICredentialStore.GetSecretAsync", new SecretRegister(secrets),
                new SecretRegister(direct.Get<ICredentialStore>()))
            : [],
        .. stores.Find<IObjectStore>() is { } objects
            ? OfRegister("IObjectStore.ReadAsync", new ObjectRegister(objects),
                new ObjectRegister(direct.Get<IObjectStore>()))
            : [],
        .. stores.Find<IPolicyStore>() is { } policies && direct.Get<IPolicyStore>() is IPolicyWriter writer
            ? OfPolicy(policies, writer)
            : [],
        .. stores.Find<ILifecycleStore>() is { } agents ? OfLifecycle(agents, direct.Get<ILifecycleStore>()) : [],
    ];

    static IEnumerable<Question> OfCounter(IRateLimitCounter store, IRateLimitCounter direct)
    {
        yield return new(
            "IRateLimitCounter.CurrentAsync",
            async (number, token) =>
                await direct.IncrementAsync($"of {number}", number, s_window, token).ConfigureAwait(false),
            async (number, token) =>
                $"total {await store.CurrentAsync($"of {number}", token).ConfigureAwait(false)}",
            number => $"total {number}");
        yield return new(
            Increment, (_, _) => ValueTask.CompletedTask,
            async (number, token) =>
            {
                var total = await store.IncrementAsync($"new {number}", number, s_window, token).ConfigureAwait(false);
                return $"total {total}";
            },
            number => $"total {number}");
    }

    static IEnumerable<Question> OfRegister(string name, IRegister store, IRegister direct)
    {
        yield return new(
            name, (number, token) => direct.WriteAsync($"of {number}", number, token),
            async (number, token) => $"value {await store.ReadAsync($"of {number}", token).ConfigureAwait(false)}",
            number => $"value {number}");
    }

    static IEnumerable<Question> OfPolicy(IPolicyStore store, IPolicyWriter direct)
    {
        yield return new(
            "IPolicyStore.GetPolicyAsync",
            (number, token) => direct.PutPolicyAsync(
                Agent(number), PolicyExpectations.Document((uint)number), token),
            async (number, token) =>
                $"version {(await store.GetPolicyAsync(Agent(number), token).ConfigureAwait(false))?.Version}",
            number => $"version {number}");
    }

    static IEnumerable<Question> OfLifecycle(ILifecycleStore store, ILifecycleStore direct)
    {
        yield return new(
            "ILifecycleStore.HeartbeatAsync",
            (number, token) => number % 2 == 0
                ? direct.RegisterAsync(Agent(number), token)
                : ValueTask.CompletedTask,
            async (number, token) =>
            {
                try
                {
                    await store.HeartbeatAsync(Agent(number), token).ConfigureAwait(false);
                    return "registered";
                }
                catch (StorageException e) when (e.Kind == StorageErrorKind.NotFound)
                {
                    return "not registered";
                }
            },
            number => number % 2 == 0 ? "registered" : "not registered");
    }

    static AgentId Agent(ulong number) => AgentId.FromBytes(StampedBytes.Of(number, 16));
}
