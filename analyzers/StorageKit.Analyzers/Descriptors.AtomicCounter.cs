using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string AtomicCounter = "AtomicCounter";

    /// <summary>Arguments: the contract member, what is read and written, the atomic step to take instead.</summary>
    public static readonly DiagnosticDescriptor SK2001_ReadModifyWriteMustBeOneStep = Rule(
        DiagnosticIds.SplitReadModifyWrite, AtomicCounter, DiagnosticSeverity.Error,
        "Read-modify-write split over two store calls",
        "'{0}' reads {1} and writes it back in a second call, so two callers can build on the same value. Use {2}.");

    /// <summary>Arguments: the store's type, the field.</summary>
    public static readonly DiagnosticDescriptor SK2007_CounterFieldMustBeUpdatedAtomically = Rule(
        DiagnosticIds.UnsynchronisedCounterField, AtomicCounter, DiagnosticSeverity.Error,
        "Counter field updated without Interlocked or lock",
        "'{0}' updates '{1}' in separate steps, so concurrent updates get lost. Use 'Interlocked.Add', "
        + "or hold one lock around every access.");
}
