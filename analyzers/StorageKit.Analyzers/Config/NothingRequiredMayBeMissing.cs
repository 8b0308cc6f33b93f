namespace StorageKit.Analyzers.Config;

/// <summary>SK4003: the <c>[storage]</c> table, a driver for each contract, the sections and the keys that drivers
/// cannot do without.</summary>
internal sealed class NothingRequiredMayBeMissing() : StorageFileRule(Descriptors.SK4003_NothingRequiredMayBeMissing)
{
    public override IEnumerable<Finding> Find(StorageFile file) =>
        file.Findings.Where(finding => finding.Error.Fault == ConfigFault.Missing);
}
