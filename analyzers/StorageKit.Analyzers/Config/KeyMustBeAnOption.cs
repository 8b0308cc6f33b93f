namespace StorageKit.Analyzers.Config;

/// <summary>SK4005: every key of a driver's section is one of its options.</summary>
internal sealed class KeyMustBeAnOption() : StorageFileRule(Descriptors.SK4005_KeyMustBeAnOption)
{
    public override IEnumerable<Finding> Find(StorageFile file) =>
        file.Findings.Where(finding => finding.Error.Fault == ConfigFault.UnknownKey);
}
