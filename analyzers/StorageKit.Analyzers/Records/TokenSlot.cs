using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>Where a call takes a cancellation token.</summary>
internal static class TokenSlot
{
    /// <summary>
    /// True for a call that could take a token and does not: an optional one is left out, none is passed, or there is
    /// an overload with one more parameter.
    /// </summary>
    public static bool IsLeftEmpty(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } parameter && IsToken(parameter))
                return argument.ArgumentKind == ArgumentKind.DefaultValue || IsNone(argument.Value);
        for (var type = call.TargetMethod.ContainingType; type is not null; type = type.BaseType)
            foreach (var other in type.GetMembers(call.TargetMethod.Name))
                if (other is IMethodSymbol { DeclaredAccessibility: Accessibility.Public } overload
                    && AddsToken(overload, call.TargetMethod))
                    return true;
        return false;
    }

    static bool AddsToken(IMethodSymbol overload, IMethodSymbol method)
    {
        var own = method.OriginalDefinition.Parameters;
        if (overload.Parameters.Length != own.Length + 1 || overload.Arity != method.Arity
            || overload.IsStatic != method.IsStatic || !IsToken(overload.Parameters[own.Length]))
            return false;
        for (var i = 0; i < own.Length; i++)
            if (!SymbolEqualityComparer.Default.Equals(own[i].Type, overload.Parameters[i].Type))
                return false;
        return true;
    }

    static bool IsNone(IOperation value) =>
        Operands.Unwrap(value) is IDefaultValueOperation or IPropertyReferenceOperation { Property: { Name: "None",
            ContainingType.Name: nameof(CancellationToken) } };

    static bool IsToken(IParameterSymbol parameter) => parameter.Type.Name == nameof(CancellationToken);
}
