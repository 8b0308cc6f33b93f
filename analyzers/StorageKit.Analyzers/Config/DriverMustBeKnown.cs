namespace StorageKit.Analyzers.Config;

/// <summary>SK4002: every driver that the file names is one that the project has, and serves what it is named
/// for.</summary>
internal sealed class DriverMustBeKnown() : StorageFileRule(Descriptors.SK4002_DriverMustBeKnown)
{
    public override IEnumerable<Finding> Find(StorageFile file) =>
        file.Findings.Where(finding => finding.Error.Kind == ConfigErrorKind.UnknownDriver);
}
