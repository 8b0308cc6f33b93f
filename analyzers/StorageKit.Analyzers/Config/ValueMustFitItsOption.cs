namespace StorageKit.Analyzers.Config;

/// <summary>SK4004: every value is of its option's type and within its range.</summary>
internal sealed class ValueMustFitItsOption() : StorageFileRule(Descriptors.SK4004_ValueMustFitItsOption)
{
    public override IEnumerable<Finding> Find(StorageFile file) =>
        file.Findings.Where(finding => finding.Error.Fault == ConfigFault.WrongValue);
}
