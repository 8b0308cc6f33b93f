using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Asks what a value was computed from: through locals, arguments and helpers' results, down to what is given.
/// </summary>
internal static class Sources
{
    /// <summary>True when anything that the value depends on is a source.</summary>
    public static bool Any(IOperation value, Frame frame, Func<IOperation, Frame, bool> isSource) =>
        Any(value, frame, isSource, []);

    /// <summary>True when the value depends on a number that the entry point was given: the amount.</summary>
    public static bool CarriesGivenNumber(IOperation value, Frame frame) =>
        Any(value, frame, static (operation, _) => operation is IParameterReferenceOperation
        {
            Parameter.Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double,
        });

    /// <summary>True when the value depends on a TimeSpan that the entry point was given: the window.</summary>
    public static bool CarriesGivenTimeSpan(IOperation value, Frame frame) =>
        Any(value, frame, static (operation, at) =>
            operation is IParameterReferenceOperation { Parameter: { Type.Name: nameof(TimeSpan) } parameter }
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, at.EntryPoint));

    static bool Any(
        IOperation operation, Frame frame, Func<IOperation, Frame, bool> isSource, HashSet<(IOperation, Frame)> seen)
    {
        frame.Store.CancellationToken.ThrowIfCancellationRequested();
        if (!seen.Add((operation, frame)))
            return false;
        switch (operation)
        {
            case ILocalReferenceOperation local:
                foreach (var definition in frame.Body.DefinitionsOf(local))
                    if (Any(definition, frame, isSource, seen))
                        return true;
                return false;
            case IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (argument, caller):
                return Any(argument, caller, isSource, seen);
            case IInvocationOperation or IPropertyReferenceOperation when frame.CalleeAt(operation) is { } callee:
                foreach (var returned in callee.Body.Returns)
                    if (Any(returned, callee, isSource, seen))
                        return true;
                return false;
            case ISimpleAssignmentOperation assignment:
                return Any(assignment.Value, frame, isSource, seen);
            case INameOfOperation or ITypeOfOperation:
                return false;
        }

        if (isSource(operation, frame))
            return true;
        foreach (var child in operation.ChildOperations)
            if (Any(child, frame, isSource, seen))
                return true;
        return false;
    }
}
