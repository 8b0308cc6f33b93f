using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>Calls whose answer says whether something was there: a row, a key, a number of affected rows.</summary>
internal static class LookupCalls
{
    /// <summary>A call that answers null, false or nothing where there is nothing.</summary>
    public static bool IsLookup(IOperation operation, Frame frame) =>
        operation is IInvocationOperation call
        && (HasEffect(call, frame, EffectKind.Read, EffectKind.Delete, EffectKind.CompareAndSet)
            || IsRenewal(call, frame)
            || (NameOf(call) is "FirstOrDefault" or "SingleOrDefault" or "LastOrDefault" or "Find" or "Any"
                && IsQuery(call))
            || (NameOf(call) is "ExecuteScalar" or "Read" && IsAdoNet(call)));

    /// <summary>A call that answers how many rows or documents it changed.</summary>
    public static bool IsCount(IOperation operation, Frame frame) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "ExecuteNonQuery" or "ExecuteNonQueryAsync" } call => IsAdoNet(call),
        IInvocationOperation call when IsInteger(call) =>
            HasEffect(call, frame, EffectKind.Delete, EffectKind.Overwrite, EffectKind.CompareAndSet,
                EffectKind.AtomicUpdate),
        _ => false,
    };

    /// <summary>A call that throws where nothing matches: <c>First()</c>, <c>Single()</c>, <c>map[key]</c>.</summary>
    public static bool ThrowsOnMiss(IOperation operation, Frame frame) => operation switch
    {
        IInvocationOperation call => NameOf(call) switch
        {
            "First" or "Single" or "Last" => IsQuery(call) && !IsAggregate(call),
            "QueryFirst" or "QuerySingle" => call.TargetMethod.ContainingType.ToDisplayString() == "Dapper.SqlMapper",
            _ => false,
        },
        IPropertyReferenceOperation { Property.IsIndexer: true, Parent: not IAssignmentOperation } indexer =>
            frame.EffectsAt(indexer).Any(effect => effect.Kind == EffectKind.Read
                && effect.Technology.Name is "ConcurrentDictionary" or "Dictionary"),
        _ => false,
    };

    /// <summary>EXPIRE and HSET … XX answer false where there is no key.</summary>
    static bool IsRenewal(IInvocationOperation call, Frame frame) =>
        HasEffect(call, frame, EffectKind.Expire) && call.TargetMethod.Name.StartsWith("Key", StringComparison.Ordinal);

    static bool HasEffect(IOperation call, Frame frame, params EffectKind[] kinds)
    {
        foreach (var effect in frame.EffectsAt(call))
            if (Array.IndexOf(kinds, effect.Kind) >= 0)
                return true;
        return false;
    }

    static bool IsInteger(IInvocationOperation call)
    {
        var type = call.TargetMethod.ReturnType;
        if (type is INamedTypeSymbol { IsGenericType: true, TypeArguments: [var result] })
            type = result;
        return type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
    }

    static bool IsQuery(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        var space = type.ContainingNamespace.FullName();
        return (type.Name is "Queryable" or "Enumerable" && space == "System.Linq")
            || (type.Name is "EntityFrameworkQueryableExtensions" or "DbSet" or "DbContext"
                && space == "Microsoft.EntityFrameworkCore")
            || space == "MongoDB.Driver";
    }

    /// <summary>A query with COUNT or RETURNING over a group always has a row; LINQ says so with a
    /// projection.</summary>
    static bool IsAggregate(IInvocationOperation call) =>
        call.TargetMethod.ReturnType is { IsValueType: true } and not INamedTypeSymbol { IsGenericType: true };

    static bool IsAdoNet(IInvocationOperation call)
    {
        for (var type = call.TargetMethod.ContainingType; type is not null; type = type.BaseType)
            if (type.ContainingNamespace.FullName() is "System.Data" or "System.Data.Common")
                return true;
        return false;
    }

    static string NameOf(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        return name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
    }
}
