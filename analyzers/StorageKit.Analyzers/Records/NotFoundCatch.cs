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
    public static bool Keeps(ICatchClauseOperation handler, ITypeSymbol? exception) =>
        Takes(handler, exception)
        && !handler.Handler.Descendants().Any(operation => operation is IThrowOperation);

    /// <summary>True when some handler around the throw, in any method on the way, takes it.</summary>
    public static bool TakesAround(ThrowSite site)
    {
        var operation = site.Operation;
        for (var frame = site.Frame; frame is not null; frame = frame.Caller)
        {
            for (var (child, parent) = (operation, operation.Parent); parent is not null;
                (child, parent) = (parent, parent.Parent))
                if (parent is ITryOperation attempt && attempt.Body == child
                    && attempt.Catches.Any(handler => handler.Filter is null && Takes(handler, site.Type)))
                    return true;
            if (frame.CallSite is not { } call)
                break;
            operation = call;
        }

        return false;
    }

    static bool Takes(ICatchClauseOperation handler, ITypeSymbol? exception)
    {
        for (var type = exception; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type, handler.ExceptionType))
                return true;
        return handler.ExceptionType is null or { SpecialType: SpecialType.System_Object };
    }

    static bool IsNotFoundCode(IOperation operation) =>
        operation is IFieldReferenceOperation { Field.Name: "NotFound" }
        || operation.ConstantValue is { HasValue: true, Value: 404 };
}
