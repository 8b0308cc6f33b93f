using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string Usage = "Usage";

    // What can be wrong is manifold, so the parsers write subject, fact and remedy themselves.
    const string FactAndRemedy = "'{0}' {1}. {2}.";

    public static readonly DiagnosticDescriptor SK0001_ContractAndAttributeMustAgree = Rule(
        DiagnosticIds.ContractAndAttributeDisagree, Usage, DiagnosticSeverity.Error,
        "Store contract and driver attribute disagree", FactAndRemedy);

    public static readonly DiagnosticDescriptor SK0002_DriverNameMustBeValidAndUnique = Rule(
        DiagnosticIds.DriverNameInvalid, Usage, DiagnosticSeverity.Error,
        "Driver name invalid or registered twice", FactAndRemedy);

    public static readonly DiagnosticDescriptor SK0003_RegistryMustConstructDriver = Rule(
        DiagnosticIds.DriverCannotBeConstructed, Usage, DiagnosticSeverity.Error,
        "Registry cannot construct the driver", FactAndRemedy);

    /// <summary>Arguments: the contract member, what its body does.</summary>
    public static readonly DiagnosticDescriptor SK0004_MemberMustNotBeAStub = Rule(
        DiagnosticIds.MemberIsAStub, Usage, DiagnosticSeverity.Warning,
        "Contract member is a stub",
        "'{0}' {1}, so nothing of its promise is kept. Implement it, or say [NotADriver] on the class.");

    /// <summary>Argument: the contract member.</summary>
    public static readonly DiagnosticDescriptor SK0005_SqlMustBeKnown = Rule(
        DiagnosticIds.SqlIsUnknown, Usage, DiagnosticSeverity.Info,
        "SQL that cannot be known",
        "'{0}' runs SQL that is known only at run time, so no rule looks at what it does to stored data. "
        + "Write a constant text with parameters, or wrap the call in a method that says [StorageEffect].");

    /// <summary>Arguments: the class, the field.</summary>
    public static readonly DiagnosticDescriptor SK0006_StateMustMatchItsLifetime = Rule(
        DiagnosticIds.StateInWrongScope, Usage, DiagnosticSeverity.Warning,
        "State lives in the wrong scope for its lifetime",
        "'{0}' keeps what it is given in the static field '{1}', which all its instances and tenants share. "
        + "Make it an instance field, or a [StorageResource] that is opened once for each section.");

    public static readonly DiagnosticDescriptor SK0007_OptionsMustBeBindable = Rule(
        DiagnosticIds.OptionsCannotBeBound, Usage, DiagnosticSeverity.Error,
        "Options class cannot be bound", FactAndRemedy);

    /// <summary>Argument: the record.</summary>
    public static readonly DiagnosticDescriptor SK0008_RecordMustNotPrintSecret = Rule(
        DiagnosticIds.RecordPrintsSecret, Usage, DiagnosticSeverity.Info,
        "Options record prints its secret",
        "'{0}' is a record, so its ToString prints a [Secret] option. Make it partial and not nested, "
        + "and a ToString without secrets is generated.");

    public static readonly DiagnosticDescriptor SK0009_CatalogMustBeExtendable = Rule(
        DiagnosticIds.CatalogMisused, Usage, DiagnosticSeverity.Error,
        "Catalog of drivers cannot be generated", FactAndRemedy);

    public static readonly DiagnosticDescriptor SK0010_SuiteMustNameADriver = Rule(
        DiagnosticIds.SuiteCannotBeGenerated, Usage, DiagnosticSeverity.Error,
        "Conformance suite cannot be generated", FactAndRemedy);

    /// <summary>The diagnostic of what was found; of the rule's own severity if none is given.</summary>
    public static Diagnostic Of(UsageProblem problem, DiagnosticSeverity? severity = null)
    {
        var rule = RuleOf(problem);
        return Diagnostic.Create(
            rule, problem.Place, severity ?? rule.DefaultSeverity, additionalLocations: null, properties: null,
            problem.Subject, problem.Fact, problem.Remedy);
    }

    static DiagnosticDescriptor RuleOf(UsageProblem problem) =>
        problem.Rule switch
        {
            UsageRule.ContractAndAttributeDisagree => SK0001_ContractAndAttributeMustAgree,
            UsageRule.DriverNameInvalid => SK0002_DriverNameMustBeValidAndUnique,
            UsageRule.DriverCannotBeConstructed => SK0003_RegistryMustConstructDriver,
            UsageRule.OptionsCannotBeBound => SK0007_OptionsMustBeBindable,
            UsageRule.CatalogMisused => SK0009_CatalogMustBeExtendable,
            UsageRule.SuiteCannotBeGenerated => SK0010_SuiteMustNameADriver,
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem.Rule, "No descriptor yet."),
        };
}
