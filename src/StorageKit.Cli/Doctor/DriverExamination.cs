namespace StorageKit.Cli.Doctor;

/// <summary>What was found about a driver.</summary>
/// <param name="Driver">Its name.</param>
/// <param name="Kinds">The contracts that it is selected for.</param>
/// <param name="Findings">What was found.</param>
internal sealed record DriverExamination(
    string Driver, IReadOnlyList<string> Kinds, IReadOnlyList<BackendFinding> Findings)
{
    internal bool IsBad => Findings.Any(finding => finding.Level == BackendFindingLevel.Bad);
}
