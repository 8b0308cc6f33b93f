namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>Whole-file calls of System.IO; a path is the first argument.</summary>
internal static class Files
{
    public static Technology Technology { get; } = new(
        "Files",
        ["System.IO.File"],
        [
            new("ReadAllText", EffectKind.Read, Key: 0),
            new("ReadAllBytes", EffectKind.Read, Key: 0),
            new("ReadAllLines", EffectKind.Read, Key: 0),
            new("Exists", EffectKind.Read, Key: 0),
            new("WriteAllText", EffectKind.Overwrite, Key: 0, Value: 1),
            new("WriteAllBytes", EffectKind.Overwrite, Key: 0, Value: 1),
            new("WriteAllLines", EffectKind.Overwrite, Key: 0, Value: 1),
            new("AppendAllText", EffectKind.Append, Key: 0, Value: 1),
            new("AppendAllLines", EffectKind.Append, Key: 0, Value: 1),
            new("Create", EffectKind.Truncate, Key: 0),
            new("Delete", EffectKind.Delete, Key: 0),
        ],
        "a file that is locked for both steps, such as one 'FileStream' with 'FileShare.None'");
}
