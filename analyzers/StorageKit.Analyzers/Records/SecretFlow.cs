using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// Follows a value back to a secret: a <c>[Secret]</c> parameter of a contract, a <c>[Secret]</c> option, or what a
/// cipher opened. A length, a hash and what an unknown method answers are no secrets.
/// </summary>
internal sealed class SecretFlow(Store store)
{
    const int MaxSteps = 32;

    /// <summary>The name of the secret behind the value, or null.</summary>
    public string? SourceOf(IOperation value, Frame frame) => Find(value, frame, MaxSteps);

    string? Find(IOperation operation, Frame frame, int steps)
    {
        store.CancellationToken.ThrowIfCancellationRequested();
        operation = Operands.Unwrap(operation);
        if (steps <= 0 || operation.ConstantValue.HasValue)
            return null;
        switch (operation)
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                return IsSecret(parameter, frame) ? parameter.Name
                    : frame.Argument(parameter) is var (passed, caller) ? Find(passed, caller, steps - 1)
                    : null;
            case ILocalReferenceOperation local:
                return OfLocal(local, frame, steps);
            case IPropertyReferenceOperation { Property: var property } reference:
                return SecretMarks.Has(property) ? property.Name
                    : property.Name is "Span" or "Memory" or "Value" && reference.Instance is { } instance
                        && property.ContainingType.ContainingNamespace.Name is "System"
                        ? Find(instance, frame, steps - 1)
                    : null;
            case IFieldReferenceOperation { Field: var field }:
                return SecretMarks.Has(field) ? field.Name : null;
            case IInvocationOperation call:
                return OfCall(call, frame, steps);
            case IInterpolatedStringOperation text:
                return First(text.Parts.OfType<IInterpolationOperation>().Select(part =>
                    part.Expression), frame, steps);
            case IBinaryOperation { Type.SpecialType: SpecialType.System_String } sum:
                return Find(sum.LeftOperand, frame, steps - 1) ?? Find(sum.RightOperand, frame, steps - 1);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Find(choice.WhenTrue, frame, steps - 1) ?? Find(otherwise, frame, steps - 1);
            case ICoalesceOperation choice:
                return Find(choice.Value, frame, steps - 1) ?? Find(choice.WhenNull, frame, steps - 1);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return First(initializer.ElementValues, frame, steps);
            case IObjectCreationOperation { Type: { SpecialType: SpecialType.System_String }
                or { IsRecord: true } } creation:
                return First(creation.Arguments.Select(argument =>
                    argument.Value).Where(SecretMarks.Prints), frame, steps);
            case IRangeOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation:
                return First(operation.ChildOperations.Take(1), frame, steps);
            default:
                return null;
        }
    }

    string? OfLocal(ILocalReferenceOperation local, Frame frame, int steps)
    {
        foreach (var definition in frame.Body.DefinitionsOf(local))
            if (Find(definition is ISimpleAssignmentOperation { Value: var value }
                ? value : definition, frame, steps - 1)
                is { } found)
                return found;

        // Ciphers and copies write into a buffer that they are given.
        foreach (var operation in frame.OwnOperations)
            if (operation is IInvocationOperation call && SecretMarks.BufferThatGetsPlainText(call) is { } buffer
                && Operands.RootOf(buffer) is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
                return local.Local.Name;
        return null;
    }

    string? OfCall(IInvocationOperation call, Frame frame, int steps)
    {
        if (frame.CalleeAt(call) is { } callee)
            return First(callee.Body.Returns, callee, steps);
        if (SecretMarks.Opens(call.TargetMethod))
            return call.TargetMethod.Name;
        if (!SecretMarks.KeepsContent(call.TargetMethod))
            return null;
        return First(
            (call.Instance is { } instance ? [instance] : Enumerable.Empty<IOperation>())
            .Concat(call.Arguments.Select(argument => argument.Value)), frame, steps);
    }

    string? First(IEnumerable<IOperation> operands, Frame frame, int steps)
    {
        foreach (var operand in operands)
            if (Find(operand, frame, steps - 1) is { } found)
                return found;
        return null;
    }

    /// <summary>The contract says which parameter is a secret; the store's own parameter may be called otherwise.
    /// </summary>
    bool IsSecret(IParameterSymbol parameter, Frame frame)
    {
        if (SecretMarks.Has(parameter))
            return true;
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        foreach (var member in store.Members)
            if (SymbolEqualityComparer.Default.Equals(member.Implementation.OriginalDefinition,
                method.OriginalDefinition)
                && parameter.Ordinal < member.Contract.Parameters.Length
                && SecretMarks.Has(member.Contract.Parameters[parameter.Ordinal]))
                return true;
        return false;
    }
}
