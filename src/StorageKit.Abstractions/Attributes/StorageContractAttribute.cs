namespace StorageKit;

/// <summary>Marks an interface as a storage contract. Generators register drivers of it, analyzers guard it; a contract
/// of your own is guarded like ours.</summary>
/// <param name="kind">Its key in the <c>[storage]</c> table, snake case.</param>
/// <example><code>
/// [StorageContract("quota_ledger")]
/// public interface IQuotaLedger { [AtomicReadModifyWrite] ValueTask&lt;long&gt; TakeAsync(string key, long units); }
/// </code></example>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class StorageContractAttribute(string kind) : Attribute
{
    /// <summary>The contract's key in the <c>[storage]</c> table.</summary>
    public string Kind { get; } = kind;
}
