namespace StorageKit.Conformance;

/// <summary>A clause of the catalogue whose check is not written yet. It is reported as untested,
/// never as passed.</summary>
internal abstract class UnwrittenClause : Clause
{
    public override bool HasCheck => false;

    public override ValueTask CheckAsync(ClauseContext context) =>
        throw new InvalidOperationException($"{Id} has no check; the runner reports it as untested.");
}
