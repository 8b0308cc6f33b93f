namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>A mutant whose defect is not in a store: in the registration, the options, the resource, or behind a
/// probe. Has
/// a constructor without parameters.</summary>
internal interface IMutantDriver
{
    /// <summary>The driver to run its clause against; a fresh one each time.</summary>
    DriverUnderTest Create();
}
