namespace StorageKit.Testing.Telemetry;

/// <summary>What a listener was told.</summary>
internal sealed record Measurement(
    string Instrument, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags);
