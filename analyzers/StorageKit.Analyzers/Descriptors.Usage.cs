using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string Usage = "Usage";

    // What can be wrong is manifold, so the parsers write fact and remedy themselves.
    const string FactAndRemedy = "{0}. {1}.";

    public static DiagnosticDescriptor SK0001_AttributeNeedsContract { get; } = Rule(
        DiagnosticIds.ContractAndAttributeDisagree, Usage, DiagnosticSeverity.Error,
        "Store contract and driver attribute disagree", FactAndRemedy);

    /// <summary>Argument: the class.</summary>
    public static DiagnosticDescriptor SK0001_ContractNeedsAttribute { get; } = Rule(
        DiagnosticIds.ContractAndAttributeDisagree, Usage, DiagnosticSeverity.Warning,
        "Store contract and driver attribute disagree",
        "'{0}' implements a storage contract, but no driver has it, so nothing registers or certifies it. Add [StorageDriver], or say [NotADriver].");

    public static DiagnosticDescriptor SK0002_DriverNameMustBeValidAndUnique { get; } = Rule(
        DiagnosticIds.DriverNameInvalid, Usage, DiagnosticSeverity.Error,
        "Driver name invalid or registered twice", FactAndRemedy);

    public static DiagnosticDescriptor SK0003_RegistryMustConstructDriver { get; } = Rule(
        DiagnosticIds.DriverCannotBeConstructed, Usage, DiagnosticSeverity.Error,
        "Registry cannot construct the driver", FactAndRemedy);

    public static DiagnosticDescriptor SK0007_OptionsMustBeBindable { get; } = Rule(
        DiagnosticIds.OptionsCannotBeBound, Usage, DiagnosticSeverity.Error,
        "Options class cannot be bound", FactAndRemedy);

    /// <summary>Argument: the record.</summary>
    public static DiagnosticDescriptor SK0008_RecordMustNotPrintSecret { get; } = Rule(
        DiagnosticIds.RecordPrintsSecret, Usage, DiagnosticSeverity.Info,
        "Options record prints its secret",
        "'{0}' is a record, so its ToString prints a [Secret] option. Make it partial and not nested, and a ToString without secrets is generated.");

    public static DiagnosticDescriptor SK0009_CatalogMustBeExtendable { get; } = Rule(
        DiagnosticIds.CatalogMisused, Usage, DiagnosticSeverity.Error,
        "Catalog of drivers cannot be generated", FactAndRemedy);

    /// <summary>The diagnostic of what a parser found.</summary>
    public static Diagnostic Of(UsageProblem problem) => Diagnostic.Create(
        problem.Rule switch
        {
            UsageRule.ContractAndAttributeDisagree => SK0001_AttributeNeedsContract,
            UsageRule.DriverNameInvalid => SK0002_DriverNameMustBeValidAndUnique,
            UsageRule.DriverCannotBeConstructed => SK0003_RegistryMustConstructDriver,
            UsageRule.OptionsCannotBeBound => SK0007_OptionsMustBeBindable,
            _ => SK0009_CatalogMustBeExtendable,
        },
        problem.Place, problem.Fact, problem.Remedy);
}
