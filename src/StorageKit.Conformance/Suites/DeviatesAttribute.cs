namespace StorageKit.Conformance;

/// <summary>Declares that a driver breaks a clause, and why. The clause is still run: while it fails the suite reports
/// the deviation; when it passes the suite fails, because the declaration is no longer true.</summary>
/// <param name="clause">The clause's id.</param>
/// <param name="because">Why; printed in every report.</param>
/// <example><code>[Deviates("RLC-26", "Counters live in a cache that forgets them on a restart.")]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DeviatesAttribute(string clause, string because) : Attribute
{
    /// <summary>The clause's id.</summary>
    public string Clause { get; } = clause;

    /// <summary>Why.</summary>
    public string Because { get; } = because;
}
