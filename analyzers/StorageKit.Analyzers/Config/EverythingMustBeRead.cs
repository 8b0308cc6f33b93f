namespace StorageKit.Analyzers.Config;

/// <summary>SK4006: every section and key under <c>[storage]</c> is read by somebody.</summary>
internal sealed class EverythingMustBeRead() : StorageFileRule(Descriptors.SK4006_EverythingMustBeRead)
{
    public override IEnumerable<Finding> Find(StorageFile file) =>
        file.Findings.Where(finding => finding.Error.Kind == ConfigErrorKind.Unused);
}
