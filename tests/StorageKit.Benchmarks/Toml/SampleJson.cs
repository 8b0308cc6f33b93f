using System.Text.Json;
using System.Text.Json.Serialization;

namespace StorageKit.Benchmarks.Toml;

/// <summary>The same data, read into types of the same shape by the SDK's own generator.</summary>
internal static class SampleJson
{
    public static object Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, SampleJsonContext.Default.SampleFile)!;
}

internal sealed record SampleFile
{
    public string? AuditSink { get; init; }

    public Dictionary<string, SampleSection>? Sections { get; init; }
}

/// <summary>As <see cref="SampleOptions"/>; JSON knows no durations, so these stay text.</summary>
internal sealed record SampleSection
{
    public required string Host { get; init; }

    public int Port { get; init; } = 5432;

    public required string Database { get; init; }

    public required string Username { get; init; }

    public string? Password { get; init; }

    public int MaxPoolSize { get; init; } = 10;

    public string? ConnectTimeout { get; init; }

    public string? CommandTimeout { get; init; }

    public string? SessionTtl { get; init; }

    public string? Ssl { get; init; }

    public IReadOnlyList<string> Replicas { get; init; } = [];

    public bool EnforceChain { get; init; }

    public double SampleRate { get; init; }

    public Uri? Endpoint { get; init; }

    public string? Notes { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SampleFile))]
internal sealed partial class SampleJsonContext : JsonSerializerContext;
