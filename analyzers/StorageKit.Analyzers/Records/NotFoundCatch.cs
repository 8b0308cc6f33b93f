using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Records;

/// <summary>What handlers do with exceptions that say that nothing was there.</summary>
internal static class NotFoundCatch
{
    /// <summary>True for a handler that runs only when nothing was there: by its type, or by 404 in its
    /// filter.</summary>
    public static bool Is(ICatchClauseOperation handler) =>
        handler.ExceptionType?.Name is "KeyNotFoundException" or "FileNotFoundException" or "DirectoryNotFoundException"
            or "ResourceNotFoundException"
        || (handler.Filter is { } filter && filter.DescendantsAndSelf().Any(IsNotFoundCode));

    /// <summary>True when the handler takes this exception and lets nothing out.</summary>
    public static bool Keeps(ICatchClauseOperation handler, ITypeSymbol? exception)
    {
        var takes = false;
        for (var type = exception; type is not null; type = type.BaseType)
            takes |= SymbolEqualityComparer.Default.Equals(type, handler.ExceptionType);
        return (takes || handler.ExceptionType is null or { SpecialType: SpecialType.System_Object })
            && !handler.Handler.Descendants().Any(operation => operation is IThrowOperation);
    }

    static bool IsNotFoundCode(IOperation operation) =>
        operation is IFieldReferenceOperation { Field.Name: "NotFound" }
        || operation.ConstantValue is { HasValue: true, Value: 404 };
}
