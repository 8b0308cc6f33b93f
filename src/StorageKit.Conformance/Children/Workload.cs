namespace StorageKit.Conformance.Children;

/// <summary>Operations that a child process does one after another, and what a store that has seen them has to answer.
/// Parent and child know them by their numbers; they depend on nothing but the tenant. Not thread-safe.</summary>
internal abstract class Workload
{
    static readonly Dictionary<string, Func<Workload>> s_all = new(StringComparer.Ordinal)
    {
        [nameof(EmitEntries)] = () => new EmitEntries(),
        [nameof(EmitEachTwice)] = () => new EmitEachTwice(),
        [nameof(CountUp)] = () => new CountUp(),
        [nameof(RegisterAgents)] = () => new RegisterAgents(),
        [WriteKeys.Sessions] = () => new WriteKeys(WriteKeys.Sessions),
        [WriteKeys.Secrets] = () => new WriteKeys(WriteKeys.Secrets),
        [WriteKeys.Objects] = () => new WriteKeys(WriteKeys.Objects),
        [OverwriteKey.Session] = () => new OverwriteKey(OverwriteKey.Session),
        [OverwriteKey.Secret] = () => new OverwriteKey(OverwriteKey.Secret),
        [OverwriteKey.Object] = () => new OverwriteKey(OverwriteKey.Object),
        [nameof(ConcurrentCalls)] = () => new ConcurrentCalls(),
    };

    internal static Workload Create(string name) => s_all[name]();

    /// <summary>What the child is told.</summary>
    internal virtual string Name => GetType().Name;

    /// <summary>Does an operation; each is called once, in order, from 0.</summary>
    /// <returns>The result, as the child tells it.</returns>
    internal abstract ValueTask<string> StepAsync(TenantStores stores, int index, CancellationToken cancellationToken);

    /// <summary>Returns when the stores hold what the first operations have stored. One operation more may have taken
    /// place, wholly: it was under way when the process was killed.</summary>
    /// <param name="context">To read with.</param>
    /// <param name="stores">The tenant's stores, opened again.</param>
    /// <param name="acknowledged">How many operations were acknowledged.</param>
    /// <param name="when">After what; ends a message.</param>
    /// <exception cref="ClauseViolationException">They do not.</exception>
    internal abstract ValueTask VerifyAsync(
        ClauseContext context, TenantStores stores, int acknowledged, string when);
}
