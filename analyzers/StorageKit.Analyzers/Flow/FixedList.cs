using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// Asking a list that the store never changes whether an agent, a kind or another part of the entry is in it: that is a
/// setting. A list that grows may be of entries that are stored already, and so may one of hashes.
/// </summary>
internal static class FixedList
{
    public static bool IsAsked(IInvocationOperation call, Frame frame)
    {
        if (call.TargetMethod.Name is not ("Contains" or "ContainsKey")
            || frame.Body.Flow.OriginalOf(call) is not IInvocationOperation known
            || ApiCall.From(known) is not { Receiver: { } list } asked
            || MemberOf(list) is not { } member)
            return false;
        foreach (var argument in asked.Arguments)
            if (argument.Type?.Name is "AuditEntry" or "Hash256" or "ReadOnlySpan" || IsNumber(argument.Type)
                || EntryFlow.MentionsHash(argument, frame))
                return false;
        return !IsChanged(member, frame);
    }

    /// <summary>The field, property or parameter of the constructor that holds the list for good.</summary>
    static ISymbol? MemberOf(IOperation list) => Operands.Unwrap(list) switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field,
        IPropertyReferenceOperation { Property: { SetMethod: null or { IsInitOnly: true }, IsIndexer: false } property }
            => property,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol
            { MethodKind: MethodKind.Constructor } } parameter } => parameter,
        _ => null,
    };

    /// <summary>A number is what counts entries; two of them may be one.</summary>
    static bool IsNumber(ITypeSymbol? type) =>
        type is { TypeKind: not TypeKind.Enum, SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double };

    /// <summary>Some method does more with it than ask.</summary>
    static bool IsChanged(ISymbol member, Frame frame)
    {
        foreach (var entry in frame.Store.EntryPoints)
            if (entry.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
                foreach (var other in frame.Store.FramesOf(entry))
                    foreach (var operation in other.Operations)
                        if (IsReferenceTo(member, operation) && !IsOnlyRead(operation))
                            return true;
        return false;
    }

    static bool IsReferenceTo(ISymbol member, IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Member, member),
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, member),
        _ => false,
    };

    static bool IsOnlyRead(IOperation use)
    {
        while (use.Parent is IConversionOperation or IArgumentOperation { Parameter.Ordinal: 0 })
            use = use.Parent;
        return use.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "Contains" or "ContainsKey" or "Any" or "Count" or "ToArray"
                or "TryGetValue" } => true,
            IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Count" or "Length" or "IsEmpty" } } => true,
            IForEachLoopOperation => true,
            _ => false,
        };
    }
}
