namespace StorageKit.Conformance;

/// <summary>All clauses, the one catalogue that checks, suites, reports and documentation are made from.</summary>
public static partial class ClauseCatalog
{
    /// <summary>All clauses, by contract and number.</summary>
    public static IReadOnlyList<Clause> All { get; } =
    [
        .. General, .. Audit, .. RateLimit, .. Session, .. Credential, .. Policy, .. Lifecycle, .. Objects,
        .. Configuration,
    ];

    /// <summary>The clause of this id.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest.</exception>
    public static Clause Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(clause => string.Equals(clause.Id, id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"There is no clause \"{id}\"; the ids run from {All[0].Id} to {All[^1].Id}.", nameof(id));
    }
}
