namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>Streams and writers over files; they keep what is written until it fills a buffer.</summary>
internal static class Streams
{
    public static Technology Technology { get; } = new(
        "Streams",
        ["System.IO.FileStream", "System.IO.StreamWriter", "System.IO.TextWriter"],
        [
            new("Write", EffectKind.Stage, Value: 0),
            new("WriteByte", EffectKind.Stage, Value: 0),
            new("WriteLine", EffectKind.Stage, Value: 0),
            new("Flush", EffectKind.Flush),
        ]);
}
