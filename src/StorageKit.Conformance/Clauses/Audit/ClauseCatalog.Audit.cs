namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Audit =>
    [
    ];
}
