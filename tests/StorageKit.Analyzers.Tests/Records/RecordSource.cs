namespace StorageKit.Analyzers.Tests.Records;

/// <summary>Stores of one record a key around the code that a test is about.</summary>
static class RecordSource
{
    const string Usings = """
        using System.Collections.Concurrent;
        using System.Data;
        using System.Net;
        using System.Security.Cryptography;
        using System.Text;
        using Azure.Data.Tables;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;
        using MongoDB.Driver;
        using Npgsql;
        using StackExchange.Redis;
        using StorageKit;

        """;

    const string Handles = """
            readonly ConcurrentDictionary<string, string> rows = new();
            readonly Dictionary<string, string> plain = new();
            readonly object gate = new();
            sealed class Row { public string Id = ""; public string Body = ""; public DateTimeOffset Seen; }
            object All => (redis, connection, db, memory, table, documents, rows, plain, gate);
        """;

    const string Parameters =
        "IDatabase redis, NpgsqlConnection connection, DbContext db, IMemoryCache memory, TableClient table, IMongoCollection<object> documents";

    /// <summary>A session store; a member that is not given does nothing.</summary>
    public static string Sessions(string? save = null, string? load = null, string? delete = null, string members = "") => $$"""
        {{Usings}}
        public class AcmeSessions({{Parameters}}) : ISessionStore
        {
        {{Handles}}
            public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
            {
                await Task.Yield(); var id = session.SessionId.ToString();
        {{save}}
            }
            public async ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default)
            {
                await Task.Yield(); var id = session.ToString();
        {{load ?? "return null;"}}
            }
            public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
            {
                await Task.Yield(); var id = session.ToString();
        {{delete}}
            }
        {{members}}
        }
        """;

    /// <summary>A credential store; a member that is not given does nothing.</summary>
    public static string Credentials(string? put = null, string? get = null, string? delete = null, string members = "") => $$"""
        {{Usings}}
        public class AcmeCredentials({{Parameters}}) : ICredentialStore
        {
        {{Handles}}
            public async ValueTask PutSecretAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{put}}
            }
            public async ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{get ?? "return null;"}}
            }
            public async ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{delete}}
            }
        {{members}}
        }
        """;

    /// <summary>A lifecycle store; a member that is not given does nothing.</summary>
    public static string Lifecycle(string? register = null, string? heartbeat = null, string? deregister = null, string members = "") => $$"""
        {{Usings}}
        public class AcmeLifecycle({{Parameters}}) : ILifecycleStore
        {
        {{Handles}}
            readonly ConcurrentDictionary<AgentId, DateTimeOffset> agents = new();
            public async ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
            {
                await Task.Yield(); var id = agent.ToString(); var now = DateTimeOffset.UtcNow;
        {{register}}
            }
            public async ValueTask HeartbeatAsync(AgentId agent, CancellationToken cancellationToken = default)
            {
                await Task.Yield(); var id = agent.ToString(); var now = DateTimeOffset.UtcNow;
        {{heartbeat}}
            }
            public async ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default)
            {
                await Task.Yield(); var id = agent.ToString();
        {{deregister}}
            }
        {{members}}
        }
        """;
}
