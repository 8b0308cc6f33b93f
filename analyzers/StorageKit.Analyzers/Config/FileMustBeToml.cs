namespace StorageKit.Analyzers.Config;

/// <summary>SK4001: the file is TOML. Asked of every file of the name, whoever reads it.</summary>
internal sealed class FileMustBeToml() : StorageFileRule(Descriptors.SK4001_FileMustBeToml)
{
    public override IEnumerable<Finding> Find(StorageFile file) =>
        file.SyntaxErrors;
}
