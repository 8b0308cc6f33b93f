namespace StorageKit.Conformance;

/// <summary>Makes a class a clause of the catalogue: one promise of one contract. The generator emits a test for each.
/// </summary>
/// <param name="id">Its id, never reused: <c>RLC-05</c>.</param>
/// <param name="sentence">What a driver has to do, in one sentence.</param>
/// <example><code>
/// [Clause("RLC-01", "A fresh key reads 0.", Contract = typeof(IRateLimitCounter))]
/// internal sealed class RLC01_FreshKeyReadsZero : Clause&lt;IRateLimitCounter&gt; { … }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClauseAttribute(string id, string sentence) : Attribute
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>What a driver has to do.</summary>
    public string Sentence { get; } = sentence;

    /// <summary>The contract it belongs to; null for a clause of all contracts or of the configuration.</summary>
    public Type? Contract { get; init; }

    /// <summary>What it takes to run it.</summary>
    public Lane Lane { get; init; }

    /// <summary>What it cannot do without.</summary>
    public Needs Needs { get; init; }

    /// <summary>A line of TOML that the clause's section has besides what the harness says: <c>enforce_chain =
    /// true</c>. A driver without this option has not promised anything here,
    /// so the clause is not applicable to it.</summary>
    public string? Option { get; init; }

    /// <summary>A green result is evidence, not proof.</summary>
    public bool Stochastic { get; init; }
}
