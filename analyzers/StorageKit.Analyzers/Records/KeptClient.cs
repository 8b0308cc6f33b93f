using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>What kind of client serves one caller at a time.</summary>
internal enum ClientKind
{
    Connection,
    Command,
    Context,
}

/// <summary>A type whose objects serve one caller at a time, and what to keep in its place.</summary>
internal readonly record struct ClientType(ClientKind Kind, string Name, string Remedy);

/// <summary>A connection, command or context in a field, or in a parameter of a primary constructor.</summary>
internal static class KeptClient
{
    /// <summary>The field behind a call on the client, or a call that is given it; null for anything else.</summary>
    public static (ISymbol Field, ClientType Type)? Of(IOperation operation, Frame frame)
    {
        if (FieldOf(operation, frame) is not { } field || operation.Type is not INamedTypeSymbol type
            || ClientTypeOf(type) is not { } client || !IsUsed(operation))
            return null;
        return (field, client);
    }

    static ISymbol? FieldOf(IOperation operation, Frame frame) => operation switch
    {
        IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation } => field,
        IParameterReferenceOperation
            { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter }
            when frame.Body.Method.MethodKind != MethodKind.Constructor => parameter,
        _ => null,
    };

    /// <summary>Asking for its state, closing it or comparing it is no use.</summary>
    static bool IsUsed(IOperation operation)
    {
        var outer = operation;
        while (outer.Parent is IConversionOperation or IParenthesizedOperation)
            outer = outer.Parent;
        return outer.Parent switch
        {
            IInvocationOperation call when call.Instance == outer =>
                call.TargetMethod.Name is not ("Dispose" or "DisposeAsync" or "Close" or "CloseAsync"),
            IArgumentOperation { Parent: IInvocationOperation or IObjectCreationOperation } argument =>
                argument.Parent is not IInvocationOperation { TargetMethod.ContainingType.Name: "ArgumentNullException"
                    or "Interlocked" or "Volatile" or "ObjectDisposedException" },
            IPropertyReferenceOperation { Property.Type.Name: "DbSet" or "DatabaseFacade" } set =>
                set.Instance == outer,
            _ => false,
        };
    }

    static ClientType? ClientTypeOf(INamedTypeSymbol type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            if (KindOf(candidate) is { } kind)
                return new(
                    kind, type.Name,
                    kind == ClientKind.Context ? "Keep an 'IDbContextFactory' and make a context for each call"
                    : kind == ClientKind.Command ? "Make a command for each call"
                    : "Keep a data source or the connection string and open a connection for each call");
        return null;
    }

    static ClientKind? KindOf(INamedTypeSymbol type) =>
        (type.ContainingNamespace?.FullName(), type.Name) switch
        {
            ("System.Data.Common", "DbConnection") or ("System.Data", "IDbConnection") => ClientKind.Connection,
            ("System.Data.Common", "DbCommand") or ("System.Data", "IDbCommand") => ClientKind.Command,
            ("Microsoft.EntityFrameworkCore", "DbContext") => ClientKind.Context,
            _ => null,
        };
}
