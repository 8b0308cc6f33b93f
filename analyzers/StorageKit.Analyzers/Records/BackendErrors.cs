using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Records;

/// <summary>The exceptions of backends and their clients; what derives from one is one.</summary>
internal static class BackendErrors
{
    static readonly HashSet<string> Clients = new(StringComparer.Ordinal)
    {
        "System.Data.Common.DbException", "Microsoft.EntityFrameworkCore.DbUpdateException",
        "StackExchange.Redis.RedisException", "StackExchange.Redis.RedisTimeoutException",
        "MongoDB.Driver.MongoException", "Azure.RequestFailedException", "Microsoft.Azure.Cosmos.CosmosException",
        "Amazon.Runtime.AmazonServiceException", "Amazon.Runtime.AmazonClientException",
    };

    static readonly HashSet<string> Framework = new(StringComparer.Ordinal)
    {
        "System.IO.IOException", "System.Net.Http.HttpRequestException", "System.Net.Sockets.SocketException",
    };

    public static bool Contains(ITypeSymbol type) => IsOne(type, Clients) || IsOfFramework(type);

    /// <summary>True for errors of files and networks, which a driver may have made for a reason of its own.</summary>
    public static bool IsOfFramework(ITypeSymbol type) => IsOne(type, Framework);

    static bool IsOne(ITypeSymbol type, HashSet<string> names)
    {
        for (ITypeSymbol? own = type; own is not null; own = own.BaseType)
            if (names.Contains(own.ToDisplayString()))
                return true;
        return false;
    }
}
