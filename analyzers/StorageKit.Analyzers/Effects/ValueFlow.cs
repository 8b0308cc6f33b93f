using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Follows a value back to the reads that it was computed from: through locals, arguments and helpers' results.
/// </summary>
internal static class ValueFlow
{
    /// <summary>The reads that the operand's value depends on.</summary>
    public static IReadOnlyCollection<Effect> ReadsBehind(IOperation operand, Frame frame) =>
        Behind(operand, frame, EffectKind.Read);

    /// <summary>What was taken out of its place to compute the operand's value.</summary>
    public static IReadOnlyCollection<Effect> RemovalsBehind(IOperation operand, Frame frame) =>
        Behind(operand, frame, EffectKind.Delete);

    static HashSet<Effect> Behind(IOperation operand, Frame frame, EffectKind kind)
    {
        var found = new HashSet<Effect>();
        foreach (var (part, at) in Behind(operand, frame))
            foreach (var effect in at.EffectsAt(part))
                if (effect.Kind == kind)
                    found.Add(effect);
        return found;
    }

    /// <summary>Everything that the operand's value depends on, each with the method that it stands in.</summary>
    public static IReadOnlyCollection<(IOperation Part, Frame Frame)> Behind(IOperation operand, Frame frame)
    {
        var seen = new HashSet<(IOperation, Frame)>();
        Visit(operand, frame, seen);
        return seen;
    }

    static void Visit(IOperation operation, Frame frame, HashSet<(IOperation, Frame)> seen)
    {
        frame.Store.CancellationToken.ThrowIfCancellationRequested();
        if (!seen.Add((operation, frame)))
            return;
        switch (operation)
        {
            case ILocalReferenceOperation local:
                foreach (var definition in frame.Body.DefinitionsOf(local))
                    Visit(definition, frame, seen);
                return;
            case IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (value, caller):
                Visit(value, caller, seen);
                return;
            // What an atomic call answers is not a stale read of what it was given.
            case IInvocationOperation call
                when frame.EffectsAt(call).Any(effect => effect.Kind is EffectKind.AtomicUpdate):
                return;
            // The result of a helper is what it returns; what it was given counts where it returns that.
            case IInvocationOperation call when frame.CalleeAt(call) is { } callee:
                foreach (var returned in callee.Body.Returns)
                    Visit(returned, callee, seen);
                return;
            case IPropertyReferenceOperation property when frame.CalleeAt(property) is { } getter:
                foreach (var returned in getter.Body.Returns)
                    Visit(returned, getter, seen);
                return;
            // Assigning to a member of an object: the value counts, and so does the object that is addressed.
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value, frame, seen);
                return;
            case INameOfOperation or ITypeOfOperation:
                return;
        }

        foreach (var child in operation.ChildOperations)
            Visit(child, frame, seen);
    }
}
