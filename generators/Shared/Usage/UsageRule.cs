namespace StorageKit.Roslyn;

/// <summary>The rules that a parser shared by generators and analyzers can find broken.</summary>
internal enum UsageRule
{
    /// <summary>SK0001.</summary>
    ContractAndAttributeDisagree,

    /// <summary>SK0002.</summary>
    DriverNameInvalid,

    /// <summary>SK0003.</summary>
    DriverCannotBeConstructed,

    /// <summary>SK0007.</summary>
    OptionsCannotBeBound,

    /// <summary>SK0009.</summary>
    CatalogMisused,

    /// <summary>SK0010.</summary>
    SuiteCannotBeGenerated,
}
