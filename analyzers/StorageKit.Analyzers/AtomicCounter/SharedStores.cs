using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Tells stores that other processes use as well from those that one process has for itself.</summary>
internal static class SharedStores
{
    static readonly string[] Servers =
    [
        "Npgsql", "Microsoft.Data.SqlClient", "System.Data.SqlClient", "MySqlConnector", "MySql.Data.MySqlClient",
        "Oracle.ManagedDataAccess.Client",
    ];

    /// <summary>
    /// True for a server, by the type that is called. Files, SQLite and connections of an abstract type are not known
    /// to be one.
    /// </summary>
    public static bool IsServer(Effect effect)
    {
        if (!effect.Technology.IsSharedStore || effect.Technology == Files.Technology
            || effect.Technology == Files.Streams || effect.Technology == Streams.Technology)
            return false;
        if (effect.Statement is null)
            return true;
        return ApiCall.From(effect.Operation) is { } call
            && (IsOfServer(call.ReceiverType) || IsOfServer(call.Member.ContainingType));
    }

    static bool IsOfServer(ITypeSymbol? type) =>
        type?.ContainingNamespace is { } space && Array.IndexOf(Servers, space.ToDisplayString()) >= 0;
}
