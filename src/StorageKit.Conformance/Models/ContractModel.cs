namespace StorageKit.Conformance.Models;

/// <summary>A contract as a plain data structure that answers one caller; and random operations on it.</summary>
internal abstract class ContractModel
{
    /// <summary>The models of all seven contracts. A replay string names one by its place here.</summary>
    internal static IReadOnlyList<ContractModel> All { get; } = Create(isTimed: false);

    /// <summary>The same, and between their operations time goes by.</summary>
    internal static IReadOnlyList<ContractModel> Timed { get; } = Create(isTimed: true);

    /// <summary>The contract.</summary>
    internal abstract Type Contract { get; }

    /// <summary>Whether time goes by between operations.</summary>
    internal bool IsTimed { get; init; }

    /// <summary>Whether what one instance of a driver writes is seen by another at once;
    /// a cache may take its time.</summary>
    internal virtual bool IsSeenElsewhereAtOnce => true;

    /// <summary>Whether the stores have what it takes to be asked.</summary>
    internal abstract bool CanAsk(TenantStores stores);

    /// <summary>Random operations.</summary>
    internal abstract Sequence NewSequence(Random random, int length);

    /// <summary>The operations that these choices make, one list for each.</summary>
    internal abstract Sequence SequenceOf(IEnumerable<IReadOnlyList<int>> operations);

    /// <summary>The operations that these choices make, one after the other, until none are left.</summary>
    internal abstract Sequence SequenceOf(IReadOnlyList<int> choices);

    static ContractModel[] Create(bool isTimed) =>
    [
        new PolicyModel { IsTimed = isTimed }, new AuditModel { IsTimed = isTimed },
        new SessionModel { IsTimed = isTimed }, new CredentialModel { IsTimed = isTimed },
        new CounterModel { IsTimed = isTimed }, new AgentModel { IsTimed = isTimed },
        new ObjectModel { IsTimed = isTimed },
    ];
}
