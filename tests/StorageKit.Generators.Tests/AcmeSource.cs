namespace StorageKit.Generators.Tests;

/// <summary>What the driver author of the design writes, and the smallest stores of each contract.</summary>
static class AcmeSource
{
    public const string Driver = """
        using System.ComponentModel.DataAnnotations;
        using StorageKit;

        namespace Acme.Storage;

        [StorageOptions]
        public sealed record AcmeOptions
        {
            public required string Url { get; init; }
            [Secret] public string? Password { get; init; }
            [Range(1, 1000)] public int PoolSize { get; init; } = 10;
        }

        [StorageResource]
        public sealed class AcmeConnection(AcmeOptions options) : IAsyncDisposable
        {
            public string Url => options.Url;
            public ValueTask DisposeAsync() => default;
        }

        [StorageDriver("acme")]
        public sealed class AcmeCounter(AcmeConnection connection, TenantId tenant, TimeProvider time) : IRateLimitCounter
        {
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
                new((ulong)(connection.Url.Length + tenant.ToString().Length + time.GetUtcNow().Year));
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        }
        """;

    /// <summary>The members of a counter, for a class whose body does not matter.</summary>
    public const string CounterBody = """
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => new(amount);
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
        """;

    /// <summary>The member of a sink.</summary>
    public const string SinkBody =
        "public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => default;";

    /// <summary>A driver of one sink, in its own namespace.</summary>
    public static string Sink(string driver, string space = "Acme") => $$"""
        using StorageKit;
        namespace {{space}};
        [StorageDriver("{{driver}}")]
        public sealed class Sink : IAuditSink { {{SinkBody}} }
        """;
}
