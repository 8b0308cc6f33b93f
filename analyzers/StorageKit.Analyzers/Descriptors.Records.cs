using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string Records = "Records";

    /// <summary>Arguments: the contract member, what the code does.</summary>
    public static readonly DiagnosticDescriptor SK3001_RemovalMustBeIdempotent = Rule(
        DiagnosticIds.RemovalIsNotIdempotent, Records, DiagnosticSeverity.Error,
        "Delete, reset, deregister or invalidate is not idempotent",
        "'{0}' succeeds when there is nothing to remove, but this code {1} then. Ignore what the removal found.");
}
