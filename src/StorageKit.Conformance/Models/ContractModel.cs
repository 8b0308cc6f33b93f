namespace StorageKit.Conformance.Models;

/// <summary>A contract as a plain data structure that answers one caller; and random operations on it.</summary>
internal abstract class ContractModel
{
    /// <summary>The models of all seven contracts.</summary>
    internal static IReadOnlyList<ContractModel> All { get; } =
    [
        new PolicyModel(), new AuditModel(), new SessionModel(), new CredentialModel(), new CounterModel(),
        new AgentModel(),
        new ObjectModel(),
    ];

    /// <summary>The contract.</summary>
    internal abstract Type Contract { get; }

    /// <summary>Whether what one instance of a driver writes is seen by another at once;
    /// a cache may take its time.</summary>
    internal virtual bool IsSeenElsewhereAtOnce => true;

    /// <summary>Whether the stores have what it takes to be asked.</summary>
    internal abstract bool CanAsk(TenantStores stores);

    /// <summary>Random operations.</summary>
    internal abstract Sequence NewSequence(Random random, int length);
}

/// <inheritdoc/>
/// <typeparam name="TStore">The contract.</typeparam>
/// <typeparam name="TState">What the model keeps; a new one is empty.</typeparam>
internal abstract class ContractModel<TStore, TState> : ContractModel
    where TStore : class
    where TState : new()
{
    internal override Type Contract => typeof(TStore);

    internal override bool CanAsk(TenantStores stores) => stores.Find<TStore>() is not null;

    internal override Sequence NewSequence(Random random, int length) =>
        new Sequence<TStore, TState>([.. Enumerable.Range(0, length).Select(_ => Next(random))]);

    /// <summary>A random operation. All randomness is here: the same step can be done again.</summary>
    protected abstract Step<TStore, TState> Next(Random random);

    protected static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
