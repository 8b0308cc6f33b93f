namespace StorageKit.Cli.Listing;

/// <summary>How far a driver is proven in a contract.</summary>
/// <param name="Level">core, concurrent, fault-tolerant, durable, or none.</param>
/// <param name="Deviating">The clauses that it breaks, as declared.</param>
internal sealed record ProvenLevel(string Level, IReadOnlyList<string> Deviating)
{
    public override string ToString() => Deviating.Count == 0 ? Level : Level + "*";
}
