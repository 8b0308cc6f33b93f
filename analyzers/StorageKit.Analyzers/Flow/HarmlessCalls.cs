using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// Calls that store nothing: the runtime's own types apart from those that reach files, networks and databases, and
/// logging and metrics. By namespace, because a call that is listed wrongly only makes a rule speak where nothing else
/// stores the entry either.
/// </summary>
internal static class HarmlessCalls
{
    static readonly string[] Reaching =
        ["System.IO", "System.Net", "System.Data", "System.Threading.Channels", "System.Threading.Tasks.Dataflow",
         "System.Transactions"];

    static readonly string[] Watching =
        ["System", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Options", "Serilog", "NLog", "log4net",
            "Sentry",
         "OpenTelemetry", "Microsoft.ApplicationInsights", "Newtonsoft.Json", "Microsoft.CodeAnalysis"];

    public static bool Contains(IMethodSymbol method) =>
        IsLogging(method)
        || (method is not { MethodKind: MethodKind.DelegateInvoke }
            && IsIn(method.ContainingType, Watching)
            && (!IsIn(method.ContainingType, Reaching) || IsOpening(method)))
        || IsOpening(method)
        || IsOfContracts(method.ContainingType);

    /// <summary>A logging method takes a logger or is one of a logger's, generated ones included.</summary>
    public static bool IsLogging(IMethodSymbol method)
    {
        if (method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute"))
            return true;
        foreach (var parameter in method.Parameters)
            if (parameter.Type is { Name: "ILogger", ContainingNamespace.Name: "Logging" })
                return true;
        return false;
    }

    /// <summary>Opening, closing or describing a connection, a command or a path.</summary>
    static bool IsOpening(IMethodSymbol method)
    {
        if (method.ContainingType.Name is "DynamicParameters"
            || method.ContainingType.Name.EndsWith("ParameterCollection", StringComparison.Ordinal))
            return true;
        if (method.ContainingType is { Name: "Path" or "Directory" or "MemoryStream" or "StringWriter",
            ContainingNamespace.Name: "IO" })
            return true;
        var name = method.Name;
        return (name.StartsWith("Open", StringComparison.Ordinal) || name.StartsWith("Close", StringComparison.Ordinal)
                || name.StartsWith("Dispose", StringComparison.Ordinal)
                || name is "CreateCommand" or "CreateParameter" or "Prepare" or "PrepareAsync" or "GetStringAsync")
            && IsConnection(method.ContainingType);
    }

    static bool IsConnection(INamedTypeSymbol type)
    {
        foreach (var implemented in type.AllInterfaces)
            if (implemented.Name is "IDbConnection" or "IDbCommand" or "IDataReader" or "IDbTransaction")
                return true;
        return type.Name is "IDbConnection" or "IDbCommand" or "DbDataSource" or "NpgsqlDataSource"
            || (type.BaseType is { } parent && parent.Name == "DbDataSource");
    }

    /// <summary>StorageKit's own argument checks and value types store nothing.</summary>
    static bool IsOfContracts(INamedTypeSymbol type) =>
        type is { ContainingNamespace: { Name: "StorageKit", ContainingNamespace.IsGlobalNamespace: true },
            TypeKind: not TypeKind.Interface }
        && type.Locations.All(location => location.IsInMetadata);

    static bool IsIn(INamedTypeSymbol type, string[] namespaces)
    {
        var name = type.ContainingNamespace?.FullName() ?? "";
        foreach (var candidate in namespaces)
            if (name.StartsWith(candidate, StringComparison.Ordinal)
                && (name.Length == candidate.Length || name[candidate.Length] == '.'))
                return true;
        return false;
    }
}
