namespace StorageKit;

/// <summary>Exempts a store from a rule or a clause, with the reason. It is printed in every conformance
/// report.</summary>
/// <param name="id">A rule (<c>SK1001</c>) or a clause (<c>AUD-20</c>).</param>
/// <example><code>
/// [ContractExempt("SK1001", Because = "Rows older than the legal retention are removed by a sealed job.")]
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ContractExemptAttribute(string id) : Attribute
{
    /// <summary>The rule or clause.</summary>
    public string Id { get; } = id;

    /// <summary>Why. A sentence for the reader of a conformance report.</summary>
    public required string Because { get; init; }
}
