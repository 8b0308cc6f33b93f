namespace StorageKit.Conformance;

/// <summary>A clause of the catalogue whose check is not written yet. It is reported as untested,
/// never as passed; or as not applicable, where no driver could be asked.</summary>
internal abstract class UnwrittenClause : Clause
{
    /// <summary>What becomes of it, and why.</summary>
    internal virtual (ClauseOutcome Outcome, string Reason) Instead =>
        (ClauseOutcome.Untested, $"this version of the kit has no check for it yet ({Info.Lane} lane)");

    public override bool HasCheck => false;

    public override ValueTask CheckAsync(ClauseContext context) =>
        throw new InvalidOperationException($"{Id} has no check; the runner reports it as untested.");
}
