using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// Whether a value is the number that the entry point was given, and nothing more: converted, checked, through locals
/// and arguments, but with nothing added that was stored.
/// </summary>
internal static class GivenAmount
{
    const int MaxSteps = 16;

    public static bool Is(IOperation value, Frame frame) => Is(value, frame, MaxSteps);

    static bool Is(IOperation value, Frame frame, int steps)
    {
        value = Operands.Unwrap(value);
        if (steps <= 0)
            return false;
        return value switch
        {
            IParameterReferenceOperation { Parameter: var parameter } =>
                frame.Argument(parameter) is var (argument, caller) ? Is(argument, caller, steps - 1)
                : IsNumber(parameter.Type)
                    && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, frame.EntryPoint),
            ILocalReferenceOperation local =>
                frame.Body.DefinitionsOf(local) is { Count: > 0 } definitions
                && definitions.All(definition => Is(Assigned(definition), frame, steps - 1)),
            // Convert.ToInt64(amount), checked by the framework.
            IInvocationOperation { TargetMethod.ContainingType.Name: "Convert", Arguments: [var converted, ..] } =>
                Is(converted.Value, frame, steps - 1),
            // new NpgsqlParameter { Value = amount }, new NpgsqlParameter<long>("n", amount).
            IObjectCreationOperation { Type.Name: var name } creation
                when name.EndsWith("Parameter", StringComparison.Ordinal) =>
                creation.Arguments.Any(argument => Is(argument.Value, frame, steps - 1))
                || (creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                    .Any(set => Is(set.Value, frame, steps - 1)) ?? false),
            _ => false,
        };
    }

    static IOperation Assigned(IOperation definition) =>
        definition is ISimpleAssignmentOperation assignment ? assignment.Value : definition;

    static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
