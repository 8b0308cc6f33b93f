namespace StorageKit.Analyzers.Config;

/// <summary>SK4007: secrets stand in the environment or in files of their own, and the configuration says
/// where.</summary>
internal sealed class SecretMustStandElsewhere() : StorageFileRule(Descriptors.SK4007_SecretMustStandElsewhere)
{
    public override IEnumerable<Finding> Find(StorageFile file) =>
        file.Secrets;
}
